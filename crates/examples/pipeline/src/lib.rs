//! Three stages, the last of which is slow: with and without a limit between them, and with you as the load.

mod your_turn;

use experiment::{Result, Run, clock, error, task};
use futures_channel::mpsc::{Receiver, Sender, channel};
use futures_util::future::join3;
use futures_util::{SinkExt, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use your_turn::your_turn;

experiment::variants! {
    params { slow: u32 }
    async no_limit;
    async little_room;
    async your_turn;
}

/// How many items there are.
const PIECES: u32 = 50;

/// How much room there is between two stages where it is limited.
const ROOM: usize = 2;

/// A piece of work: when it was made.
type Piece = f64;

async fn no_limit(run: Run, params: Params) -> Result {
    pass_on(PIECES as usize, run, params).await
}

async fn little_room(run: Run, params: Params) -> Result {
    pass_on(ROOM, run, params).await
}

/// What is seen of the three stages.
#[derive(Default)]
struct Seen {
    inside: Cell<f64>,
    most: Cell<f64>,
    slowest: Cell<f64>,
    held_back: Cell<f64>,
}

/// Runs the stages with so much room between them, which is in the channels' type: a full one lets its sender wait.
async fn pass_on(room: usize, run: Run, params: Params) -> Result {
    let seen = Seen::default();
    let begin = clock::now();
    // Each sender has a place of its own in addition to the room.
    let (raw, to_check) = channel(room - 1);
    let (checked, to_store) = channel(room - 1);
    let stages = join3(
        task(&run, "make", make(raw, &seen)),
        task(&run, "check", check(to_check, checked)),
        task(&run, "store", store(to_store, params.slow, &seen)),
    );
    let (made, passed, ()) = stages.await;
    made.and(passed)
        .map_err(|_| error("A stage of the pipeline has gone."))?;
    run.measure("took", clock::now() - begin);
    run.measure("inside", seen.most.get());
    run.measure("slowest", seen.slowest.get());
    run.measure("held_back", seen.held_back.get());
    Ok(())
}

type Passed = std::result::Result<(), futures_channel::mpsc::SendError>;

/// Makes one piece after another, as fast as there is room for them.
async fn make(mut next: Sender<Piece>, seen: &Seen) -> Passed {
    for _ in 0..PIECES {
        TimeoutFuture::new(1).await;
        seen.inside.set(seen.inside.get() + 1.0);
        seen.most.set(seen.most.get().max(seen.inside.get()));
        let made = clock::now();
        next.send(made).await?;
        seen.held_back
            .set(seen.held_back.get() + clock::now() - made);
    }
    Ok(())
}

/// Passes each piece on.
async fn check(mut pieces: Receiver<Piece>, mut next: Sender<Piece>) -> Passed {
    while let Some(piece) = pieces.next().await {
        next.send(piece).await?;
    }
    Ok(())
}

/// Takes longer for a piece than its making took.
async fn store(mut pieces: Receiver<Piece>, slow: u32, seen: &Seen) {
    while let Some(made) = pieces.next().await {
        TimeoutFuture::new(slow).await;
        seen.inside.set(seen.inside.get() - 1.0);
        seen.slowest
            .set(seen.slowest.get().max(clock::now() - made));
    }
}
