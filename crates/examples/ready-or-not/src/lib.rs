//! Where an async function gives up the thread, and where it only seems to.

use experiment::{Result, Run, blocking, yielding};
use std::future::{poll_fn, ready};
use std::pin::pin;

experiment::variants! {
    params { ms: f64 }
    async await_what_is_ready;
    async await_a_turn;
}

/// How long the work between two awaits takes, in milliseconds.
const PIECE: f64 = 5.0;

/// Awaits something that is ready, after each piece of work.
async fn await_what_is_ready(run: Run, params: Params) -> Result {
    let pieces = (params.ms / PIECE) as u32;
    let work = async {
        for _ in 0..pieces {
            blocking::spin(PIECE);
            ready(()).await;
        }
    };
    polls(&run, work).await;
    Ok(())
}

/// Awaits a turn of the event loop, after each piece of work.
async fn await_a_turn(run: Run, params: Params) -> Result {
    let pieces = (params.ms / PIECE) as u32;
    let work = async {
        for _ in 0..pieces {
            blocking::spin(PIECE);
            yielding::task().await;
        }
    };
    polls(&run, work).await;
    Ok(())
}

/// Awaits a future and counts how often it has to be polled.
async fn polls(run: &Run, future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    let mut polls = 0;
    poll_fn(|cx| {
        polls += 1;
        future.as_mut().poll(cx)
    })
    .await;
    run.measure("polls", polls.into());
}
