//! How often each order of a run was done. No clock, no browser.

/// How many orders a run has.
pub const ORDERS: usize = 40;

/// How often each was done; the first has this number, and those that belong to no order of this run are another's.
pub fn times(first: f64, done: impl Iterator<Item = f64>) -> [u32; ORDERS] {
    let mut times = [0; ORDERS];
    for order in done.filter(|order| *order >= first) {
        if let Some(times) = times.get_mut((order - first) as usize) {
            *times += 1;
        }
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_order_is_counted_as_often_as_it_was_done() {
        let times = times(5000.0, [5000.0, 5002.0, 5002.0].into_iter());
        assert_eq!(times[..4], [1, 0, 2, 0]);
    }

    #[test]
    fn orders_of_another_life_or_another_tab_are_not_counted() {
        let times = times(5000.0, [4000.0, 4039.0, 5040.0, 6000.0].into_iter());
        assert_eq!(times, [0; ORDERS]);
    }
}
