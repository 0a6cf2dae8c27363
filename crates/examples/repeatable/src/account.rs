//! Three deposits into one account, each of which reads the balance and later writes it. Waiting is an argument; no clock, no browser.

use fastrand::Rng;
use futures_util::future::join_all;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// How many deposits of 1 there are.
pub const DEPOSITS: u32 = 3;

/// All deposits are asked for within this time, in milliseconds.
const SPREAD: u32 = 60;

/// So long is it from reading to writing, in milliseconds: no shorter than a timer that a browser does not put off.
const BETWEEN: Range<u32> = 4..8;

/// What a deposit does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Does {
    /// Reads this balance.
    Reads(u32),
    /// Writes this balance.
    Writes(u32),
}

/// A step of a run: which deposit, counted from 0, does what.
pub type Step = (u32, Does);

/// One deposit after the other.
pub fn in_turn() -> Vec<Step> {
    let mut balance = 0;
    let mut trace = Vec::new();
    for deposit in 0..DEPOSITS {
        trace.push((deposit, Does::Reads(balance)));
        balance += 1;
        trace.push((deposit, Does::Writes(balance)));
    }
    trace
}

/// All deposits together: each waits until it is asked for, reads, waits, and writes.
pub async fn concurrently<W: Future<Output = ()>>(seed: u64, wait: impl Fn(u32) -> W) -> Vec<Step> {
    let mut random = Rng::with_seed(seed);
    let balance = Cell::new(0);
    let trace = RefCell::new(Vec::new());
    let note = |deposit, does| trace.borrow_mut().push((deposit, does));
    let deposits = (0..DEPOSITS).map(|deposit| {
        let (asked, takes) = (random.u32(0..SPREAD), random.u32(BETWEEN));
        let (wait, note, balance) = (&wait, &note, &balance);
        async move {
            wait(asked).await;
            let read = balance.get();
            note(deposit, Does::Reads(read));
            wait(takes).await;
            balance.set(read + 1);
            note(deposit, Does::Writes(read + 1));
        }
    });
    join_all(deposits).await;
    trace.into_inner()
}

/// How many deposits were lost in a run.
pub fn lost(trace: &[Step]) -> u32 {
    match trace.last() {
        Some((_, Does::Writes(balance))) => DEPOSITS - balance,
        _ => DEPOSITS,
    }
}

/// The steps in words.
pub fn told(trace: &[Step]) -> String {
    let mut told = String::new();
    for (deposit, does) in trace {
        told.push(char::from(b'A' + *deposit as u8));
        let (word, balance) = match does {
            Does::Reads(balance) => (" reads ", balance),
            Does::Writes(balance) => (" writes ", balance),
        };
        told += word;
        told += &balance.to_string();
        told += ". ";
    }
    told += "Lost: ";
    told += &lost(trace).to_string();
    told += ".";
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::virtual_time::VirtualTime;

    fn virtually(seed: u64) -> Vec<Step> {
        let time = VirtualTime::default();
        time.run(concurrently(seed, |ms| time.wait(ms)))
    }

    #[test]
    fn in_turn_nothing_is_lost() {
        assert_eq!(lost(&in_turn()), 0);
    }

    #[test]
    fn a_seed_gives_the_same_run_each_time_and_another_one_another_run() {
        assert_eq!(virtually(7), virtually(7));
        let runs: Vec<_> = (0..50).map(virtually).collect();
        assert!(runs.iter().any(|run| *run != runs[0]));
        assert!(runs.iter().any(|run| lost(run) > 0));
        assert!(runs.iter().any(|run| lost(run) == 0));
        assert!(runs.iter().all(|run| run.len() == 2 * DEPOSITS as usize));
    }

    #[test]
    fn a_run_is_told_step_by_step() {
        let trace = [
            (0, Does::Reads(0)),
            (1, Does::Reads(0)),
            (1, Does::Writes(1)),
            (0, Does::Writes(1)),
        ];
        assert_eq!(
            told(&trace),
            "A reads 0. B reads 0. B writes 1. A writes 1. Lost: 2."
        );
    }
}
