//! Work of a wanted length: how many equal steps this machine does in so many milliseconds.

use crate::{clock, yielding};
use std::cell::Cell;
use std::hint::black_box;

/// After how long the probe gives the page a turn, in milliseconds.
const SLICE: f64 = 12.0;

/// How many slices make a group, of which the fastest counts.
const GROUP: u32 = 5;

/// How many groups are tried at least.
const FEWEST: u32 = 4;

/// How many groups are tried at most.
const MOST: u32 = 12;

thread_local! {
    /// For which length in milliseconds the last answer was, and the answer.
    static LAST: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
}

/// How many steps last about `ms` milliseconds here, found by doing some of them.
///
/// `work` does as many equal steps as it is told to.
/// The answer of an earlier call stays as long as it is right within a fifth, so that runs of one page do the same work.
pub async fn steps_for<T>(ms: f64, work: impl Fn(u32) -> T) -> u32 {
    let wanted = ms * pace(work).await;
    let steps = match LAST.get() {
        Some((of, last)) if of == ms && (0.8..1.25).contains(&(last / wanted)) => last,
        _ => two_digits(wanted),
    };
    LAST.set(Some((ms, steps)));
    steps as u32
}

/// Something to compute: the end of a chain of so many numbers, of which each needs the one before.
///
/// Never inlined: within an async function, WebKit leaves the loop to its interpreter, which takes nine times as long.
/// The compiler must not know where it begins: of many equal calls it would leave one, and work that nobody wants the result of is none.
#[inline(never)]
pub fn churn(steps: u32) -> u32 {
    (0..steps).fold(black_box(1), |mut number: u32, _| {
        number ^= number << 13;
        number ^= number >> 17;
        number ^ (number << 5)
    })
}

/// Steps per millisecond of busy time, once the engine has done with optimising the code.
///
/// On a slow machine that takes longer than a fixed warm-up: sized too early, the work came out a quarter too small.
async fn pace<T>(work: impl Fn(u32) -> T) -> f64 {
    let mut chunk = 1;
    let (mut before, mut fastest) = (0.0, 0.0);
    for group in 0..MOST {
        if group >= FEWEST && fastest <= 1.03 * before {
            break;
        }
        before = fastest;
        // Whatever else runs on this machine can only slow a slice down.
        fastest = 0.0;
        for _ in 0..GROUP {
            fastest = f64::max(fastest, slice(&work, &mut chunk));
            yielding::task().await;
        }
    }
    fastest
}

/// Works for a slice, in chunks, and says how many steps a millisecond took.
fn slice<T>(work: &impl Fn(u32) -> T, chunk: &mut u32) -> f64 {
    let begin = clock::now();
    let (mut took, mut steps) = (0.0, 0.0);
    while took < SLICE {
        // The compiler must not see that nobody wants the result.
        black_box(work(*chunk));
        let before = took;
        took = clock::now() - begin;
        steps += f64::from(*chunk);
        // Long enough for a coarse clock, short against a slice.
        if took - before < SLICE / 8.0 {
            *chunk = chunk.saturating_mul(2);
        }
    }
    steps / took
}

/// Rounds to two significant digits, for a number that a reader can say.
fn two_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 100.0 {
        unit *= 10.0;
    }
    ((value / unit).round() * unit).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_of_a_chain_depends_on_all_before() {
        assert_eq!(churn(0), 1);
        assert_eq!(churn(1), 270_369);
        assert_ne!(churn(1000), churn(1001));
    }
}
