//! Work of a wanted length: how many equal steps this machine does in so many milliseconds.

use crate::{clock, turn};
use std::cell::Cell;
use std::hint::black_box;

/// Busy time that is not counted, in milliseconds, while the engine still optimises the code.
const WARM_UP: f64 = 60.0;

/// Busy time that is counted, in milliseconds.
const PROBE: f64 = 120.0;

/// The longest that the probe holds the page at a time, in milliseconds.
const SLICE: f64 = 12.0;

thread_local! {
    static LAST: Cell<Option<f64>> = const { Cell::new(None) };
}

/// How many steps last about `ms` milliseconds here, found by doing some of them.
///
/// `work` does as many equal steps as it is told to.
/// The answer of an earlier call stays as long as it is right within a fifth, so that runs of one page do the same work.
pub async fn steps_for<T>(ms: f64, work: impl Fn(u32) -> T) -> u32 {
    let wanted = ms * pace(work).await;
    let steps = match LAST.get() {
        Some(last) if (0.8..1.25).contains(&(last / wanted)) => last,
        _ => two_digits(wanted),
    };
    LAST.set(Some(steps));
    steps as u32
}

/// Steps per millisecond of busy time.
async fn pace<T>(work: impl Fn(u32) -> T) -> f64 {
    let (mut chunk, mut busy, mut steps) = (1, 0.0, 0.0);
    while busy < WARM_UP + PROBE {
        let begin = clock::now();
        let mut took = 0.0;
        while took < SLICE {
            // The compiler must not see that nobody wants the result.
            black_box(work(chunk));
            let before = took;
            took = clock::now() - begin;
            if busy >= WARM_UP {
                steps += f64::from(chunk);
            }
            // Long enough for a coarse clock, short against a slice.
            if took - before < SLICE / 8.0 {
                chunk *= 2;
            }
        }
        busy += took;
        turn::task().await;
    }
    steps / (busy - WARM_UP)
}

/// Rounds to two significant digits, for a number that a reader can say.
fn two_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 100.0 {
        unit *= 10.0;
    }
    ((value / unit).round() * unit).max(1.0)
}
