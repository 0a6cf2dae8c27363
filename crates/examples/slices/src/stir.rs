//! The work: a number that is stirred, in a form that can be left and taken up again. No browser in here.

/// How often the number is stirred in one round, which is the smallest unit of work.
const STIRS: u32 = 4096;

/// So many rounds of stirring, as far as they have come.
pub struct Stir {
    rounds: u32,
    done: u32,
    number: u32,
}

impl Stir {
    /// So many rounds, none of them done.
    pub fn new(rounds: u32) -> Self {
        Self {
            rounds,
            done: 0,
            number: 1,
        }
    }

    /// Goes on until `enough` says so or all is done, and tells whether something is left.
    pub fn work(&mut self, enough: impl Fn() -> bool) -> bool {
        while self.done < self.rounds && !enough() {
            for _ in 0..STIRS {
                // Marsaglia's xorshift: each step needs the one before.
                self.number ^= self.number << 13;
                self.number ^= self.number >> 17;
                self.number ^= self.number << 5;
            }
            self.done += 1;
        }
        self.done < self.rounds
    }

    /// The number, once all is done.
    pub fn result(&self) -> Option<u32> {
        (self.done == self.rounds).then_some(self.number)
    }

    /// The share that is done, from 0 to 1.
    pub fn done(&self) -> f64 {
        f64::from(self.done) / f64::from(self.rounds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn in_slices_it_comes_to_the_same() {
        let mut whole = Stir::new(10);
        assert!(!whole.work(|| false));
        let mut sliced = Stir::new(10);
        let asked = Cell::new(0);
        let mut slices = 1;
        while sliced.work(|| asked.replace(asked.get() + 1) % 4 == 3) {
            assert_eq!(sliced.result(), None);
            slices += 1;
        }
        assert!(slices > 2);
        assert_eq!(sliced.result(), whole.result());
        assert_eq!(sliced.done(), 1.0);
    }
}
