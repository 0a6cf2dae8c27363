//! The work itself: a sum whose terms take a moment each. No browser in here.

/// The number from which on the terms are taken; so far up, each costs about the same.
const FIRST: u64 = 10_000_000;

/// How many terms are added between two looks at the clock.
const LOOK: u32 = 256;

/// The sum of the lengths of the Collatz chains from [`FIRST`] on, as far as it has come.
pub struct Sum {
    terms: u32,
    added: u32,
    sum: u32,
}

impl Sum {
    /// A sum of so many terms, not yet begun.
    pub fn new(terms: u32) -> Self {
        Self {
            terms,
            added: 0,
            sum: 0,
        }
    }

    /// Adds terms until `enough` says so or all are added, and tells whether something is left.
    pub fn add(&mut self, enough: impl Fn() -> bool) -> bool {
        while self.added < self.terms && !enough() {
            for _ in 0..LOOK.min(self.terms - self.added) {
                self.sum += steps_to_one(FIRST + u64::from(self.added));
                self.added += 1;
            }
        }
        self.added < self.terms
    }

    /// The sum of the terms added so far.
    pub fn so_far(&self) -> u32 {
        self.sum
    }
}

/// How often a number must be halved (even) or tripled and increased by one (odd) until it is one.
fn steps_to_one(mut n: u64) -> u32 {
    let mut steps = 0;
    while n != 1 {
        n = if n.is_multiple_of(2) {
            n / 2
        } else {
            3 * n + 1
        };
        steps += 1;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_have_their_known_lengths() {
        assert_eq!(steps_to_one(1), 0);
        assert_eq!(steps_to_one(6), 8);
        assert_eq!(steps_to_one(27), 111);
    }

    #[test]
    fn a_sum_in_slices_is_the_same_sum() {
        let mut whole = Sum::new(1000);
        assert!(!whole.add(|| false));
        let mut sliced = Sum::new(1000);
        let mut turns = 1;
        loop {
            let looks = std::cell::Cell::new(0);
            if !sliced.add(|| looks.replace(looks.get() + 1) == 1) {
                break;
            }
            turns += 1;
        }
        assert_eq!(turns, 4);
        assert_eq!(sliced.so_far(), whole.so_far());
    }
}
