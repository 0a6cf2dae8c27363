//! Work of a wanted length: how many equal steps this machine does in so many milliseconds.

use crate::{clock, turn};
use std::cell::Cell;
use std::hint::black_box;

/// After how long the probe gives the page a turn, in milliseconds.
const SLICE: f64 = 12.0;

/// How many slices the pace is taken from.
const COUNTED: usize = 10;

/// How many slices are tried at least.
const FEWEST: usize = 20;

/// How many slices are tried at most.
const MOST: usize = 60;

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

/// Steps per millisecond of busy time, once the engine has done with optimising the code.
///
/// On a slow machine that takes longer than a fixed warm-up: sized too early, the work came out a quarter too small.
async fn pace<T>(work: impl Fn(u32) -> T) -> f64 {
    let mut chunk = 1;
    let mut paces = Vec::with_capacity(MOST);
    while paces.len() < FEWEST || (speeds_up(&paces) && paces.len() < MOST) {
        let begin = clock::now();
        let (mut took, mut steps) = (0.0, 0.0);
        while took < SLICE {
            // The compiler must not see that nobody wants the result.
            black_box(work(chunk));
            let before = took;
            took = clock::now() - begin;
            steps += f64::from(chunk);
            // Long enough for a coarse clock, short against a slice.
            if took - before < SLICE / 8.0 {
                chunk *= 2;
            }
        }
        paces.push(steps / took);
        turn::task().await;
    }
    // Whatever else runs on this machine can only slow a slice down, so of two neighbours the faster counts.
    let counted = paces[paces.len() - COUNTED..].chunks(2);
    let faster: Vec<f64> = counted.map(|pair| pair[0].max(pair[1])).collect();
    mean(&faster)
}

/// Whether the newer half of the slices that count was faster than the older one.
fn speeds_up(paces: &[f64]) -> bool {
    let (older, newer) = paces[paces.len() - COUNTED..].split_at(COUNTED / 2);
    mean(newer) > 1.03 * mean(older)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Rounds to two significant digits, for a number that a reader can say.
fn two_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 100.0 {
        unit *= 10.0;
    }
    ((value / unit).round() * unit).max(1.0)
}
