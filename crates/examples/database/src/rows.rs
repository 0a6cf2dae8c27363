//! A table of prices, and how it is read row by row.

/// How many rows there are.
const ROWS: u32 = 2000;

/// What is asked for: rows that cost less than this.
pub const BELOW: u32 = 250;

/// The price of each row, between 0 and 999, in no order.
pub fn prices() -> Vec<u32> {
    (0..ROWS)
        .map(|id| id.wrapping_mul(2_654_435_761) % 1000)
        .collect()
}

/// How many rows cost less than asked for, counted again so many times.
#[inline(never)]
pub fn scan(prices: &[u32], times: u32) -> u32 {
    let mut found = 0;
    for _ in 0..times {
        // Where the bound comes from is hidden, so that it is compared each time.
        let below = std::hint::black_box(BELOW);
        found = prices.iter().map(|price| u32::from(*price < below)).sum();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_scanned() {
        let prices = prices();
        let found = scan(&prices, 2);
        assert_eq!(found, scan(&prices, 1));
        assert!((400..600).contains(&found), "{found}");
        assert_eq!(scan(&prices, 0), 0);
    }
}
