//! Five pots that cook by themselves and then need a hand: one after another, and overlapped.

use experiment::{Result, Run, task, work};
use futures_util::future::join_all;
use gloo_timers::future::TimeoutFuture;
use std::hint::black_box;

experiment::variants! {
    params { cooks: u32 }
    prepare measure_hands -> Pot;
    async in_a_row;
    async overlapped;
    async in_a_row_slow;
    async overlapped_slow;
}

/// How many pots there are.
const POTS: usize = 5;

/// How long the hand work of one pot takes on this machine, in milliseconds.
const HAND_WORK: f64 = 8.0;

/// How many times as long it takes on the slow processor.
const SLOWER: u32 = 8;

/// How long a pot cooks, and how many steps of hand work it needs then.
#[derive(Clone, Copy)]
struct Pot {
    cooks: u32,
    steps: u32,
}

/// Waits for each pot before the next one is put on.
async fn in_a_row(run: Run, pot: Pot) -> Result {
    for _ in 0..POTS {
        task(&run, "pot", cook(pot)).await;
    }
    Ok(())
}

/// Puts all pots on, and takes care of each when it is done.
async fn overlapped(run: Run, pot: Pot) -> Result {
    join_all((0..POTS).map(|_| task(&run, "pot", cook(pot)))).await;
    Ok(())
}

/// The same in a row, on a processor eight times as slow.
async fn in_a_row_slow(run: Run, pot: Pot) -> Result {
    in_a_row(run, slow(pot)).await
}

/// The same overlapped, on a processor eight times as slow.
async fn overlapped_slow(run: Run, pot: Pot) -> Result {
    overlapped(run, slow(pot)).await
}

/// The stove cooks; the hands are needed at the end.
async fn cook(pot: Pot) {
    TimeoutFuture::new(pot.cooks).await;
    hand_work(pot.steps);
}

/// A slow processor needs the same waits and longer hand work.
fn slow(pot: Pot) -> Pot {
    Pot {
        steps: SLOWER * pot.steps,
        ..pot
    }
}

/// Computes for a while.
fn hand_work(steps: u32) -> u32 {
    let mut value = 1;
    for step in 0..steps * 1000 {
        value = black_box(step ^ (value << 5) ^ (value >> 7));
    }
    value
}

/// Finds out how many steps of hand work take this machine so long.
async fn measure_hands(_: Run, params: Params) -> Result<Pot> {
    Ok(Pot {
        cooks: params.cooks,
        steps: work::steps_for(HAND_WORK, hand_work).await,
    })
}
