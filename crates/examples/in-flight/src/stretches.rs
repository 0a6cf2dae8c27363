//! Stretches of time: how many lie over each other.

/// Begin and end, in milliseconds.
pub type Stretch = (f64, f64);

/// Takes begins and ends two by two.
pub fn pairs(flat: &[f64]) -> Vec<Stretch> {
    let pairs = flat.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    pairs.collect()
}

/// How many lie over each other, at most; of two that only touch, one is over.
pub fn most_at_once(stretches: &[Stretch]) -> u32 {
    let at_begin = |begin: f64| {
        let open = stretches.iter().filter(|it| it.0 <= begin && begin < it.1);
        open.map(|_| 1).sum()
    };
    stretches.iter().map(|it| at_begin(it.0)).max().unwrap_or(0)
}

/// In how many pairs the one that began later was over first.
pub fn inversions(stretches: &[Stretch]) -> u32 {
    let mut count = 0;
    for one in stretches {
        for other in stretches {
            count += u32::from(one.0 < other.0 && other.1 < one.1);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_over_each_other_are_counted() {
        let stretches = pairs(&[0.0, 10.0, 2.0, 5.0, 10.0, 12.0, 4.0, 11.0]);
        assert_eq!(most_at_once(&stretches), 3);
        assert_eq!(inversions(&stretches), 1);
        assert_eq!(most_at_once(&[]), 0);
        assert_eq!(most_at_once(&pairs(&[0.0, 1.0, 1.0, 2.0])), 1);
    }
}
