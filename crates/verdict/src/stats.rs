//! Statistics of a handful of samples.

/// The middle of the samples, or the mean of the two middle ones; zero without samples.
pub fn median(samples: &[f64]) -> f64 {
    quantile(samples, 0.5)
}

/// The distance between the quartiles, in the samples' unit; zero for a single sample.
pub fn spread(samples: &[f64]) -> f64 {
    quantile(samples, 0.75) - quantile(samples, 0.25)
}

/// The value below which the share `q` (0 to 1) of the samples lies, interpolated between neighbours.
fn quantile(samples: &[f64], q: f64) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    let position = q.clamp(0.0, 1.0) * last as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (position - below as f64)
}

/// The longest distance between neighbouring times of which some part lies within `from` to `to`.
pub fn longest_gap(times: &[f64], from: f64, to: f64) -> f64 {
    times
        .windows(2)
        .filter(|pair| pair[1] > from && pair[0] < to)
        .map(|pair| pair[1] - pair[0])
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_two() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[]), 0.0);
    }

    #[test]
    fn the_spread_ignores_one_outlier() {
        assert_eq!(spread(&[7.0]), 0.0);
        assert_eq!(spread(&[1.0, 2.0, 3.0, 4.0, 500.0]), 2.0);
    }

    #[test]
    fn a_gap_counts_when_any_part_of_it_lies_inside() {
        let times = [0.0, 10.0, 500.0, 510.0, 900.0];
        assert_eq!(longest_gap(&times, 100.0, 200.0), 490.0);
        assert_eq!(longest_gap(&times, 500.0, 505.0), 10.0);
        assert_eq!(longest_gap(&times, 1000.0, 1100.0), 0.0);
    }
}
