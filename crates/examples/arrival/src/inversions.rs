//! How far a sequence is from being in order. No clock, no browser.

/// How many pairs are swapped.
pub fn inversions(order: &[u32]) -> u32 {
    let mut count = 0;
    for (place, one) in order.iter().enumerate() {
        count += order[place..].iter().filter(|other| *other < one).count() as u32;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::inversions;

    #[test]
    fn pairs_the_wrong_way_round_are_counted() {
        assert_eq!(inversions(&[0, 1, 2, 3]), 0);
        assert_eq!(inversions(&[1, 0, 2, 3]), 1);
        assert_eq!(inversions(&[3, 2, 1, 0]), 6);
        assert_eq!(inversions(&[]), 0);
    }
}
