//! The work itself: counting primes, in a form that can be interrupted and resumed. No browser in here.

/// Where the counting begins; so far up, each number costs about the same.
pub const FIRST: u32 = 1_000_000_001;

/// How many odd numbers are tried between two looks at the clock.
const LOOK: u32 = 16;

/// A count of the primes among the odd numbers from [`FIRST`] on, as far as it has come.
pub struct Primes {
    numbers: u32,
    tried: u32,
    found: u32,
}

impl Primes {
    /// A count over so many odd numbers, not yet begun.
    pub fn new(numbers: u32) -> Self {
        Self {
            numbers,
            tried: 0,
            found: 0,
        }
    }

    /// Counts on until `enough` says so or all is counted, and tells whether something is left.
    pub fn count(&mut self, enough: impl Fn() -> bool) -> bool {
        while self.tried < self.numbers && !enough() {
            for _ in 0..LOOK.min(self.numbers - self.tried) {
                self.found += u32::from(is_prime(FIRST + 2 * self.tried));
                self.tried += 1;
            }
        }
        self.tried < self.numbers
    }

    /// The number of primes, once all is counted.
    pub fn found(&self) -> Option<u32> {
        (self.tried == self.numbers).then_some(self.found)
    }

    /// The share that is counted, from 0 to 1.
    pub fn done(&self) -> f64 {
        f64::from(self.tried) / f64::from(self.numbers)
    }
}

/// Whether an odd number above one is prime, found by trying every odd divisor up to its root.
fn is_prime(n: u32) -> bool {
    (3..)
        .step_by(2)
        .take_while(|d| d * d <= n)
        .all(|d| !n.is_multiple_of(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_right() {
        // The primes from 1,000,000,007 to 1,000,000,097, as any table of primes has them.
        let mut primes = Primes::new(50);
        assert!(!primes.count(|| false));
        assert_eq!(primes.found(), Some(7));
    }

    #[test]
    fn a_count_in_slices_is_the_same_count() {
        let mut whole = Primes::new(1000);
        whole.count(|| false);
        let mut sliced = Primes::new(1000);
        let mut turns = 0;
        loop {
            let looks = std::cell::Cell::new(0);
            turns += 1;
            if !sliced.count(|| looks.replace(looks.get() + 1) == 5) {
                break;
            }
            assert_eq!(sliced.found(), None);
            assert!(sliced.done() < 1.0);
        }
        assert!(turns > 5);
        assert_eq!(sliced.found(), whole.found());
    }
}
