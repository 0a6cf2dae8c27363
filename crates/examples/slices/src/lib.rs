//! The same work in slices of several lengths: each yields, some more often than others.

pub mod stir;

use experiment::{Result, Run, clock, slicing::Pace, unmeasurable, work, yielding};
use stir::Stir;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> u32;
    async in_one_piece;
    async slices_of_500;
    async slices_of_200;
    async slices_of_50;
    async slices_of_16;
    async slices_of_8;
    async slices_of_1;
    async as_it_fits;
}

/// No variant works longer than this, however slow the machine has become, in milliseconds: where slices are felt, and where the page stays free.
const LIMIT: f64 = 3000.0;
const LIMIT_FREE: f64 = 8000.0;

/// What is said then.
const GIVEN_UP: &str = "This machine slowed down in mid-run, so the work was given up. Try again when it is less busy, or with less work.";

/// The longest slice that users don't notice, in milliseconds.
const UNFELT: f64 = 16.0;

async fn in_one_piece(run: Run, rounds: u32) -> Result {
    slices(run, rounds, LIMIT).await
}

async fn slices_of_500(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 500.0).await
}

async fn slices_of_200(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 200.0).await
}

async fn slices_of_50(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 50.0).await
}

async fn slices_of_16(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 16.0).await
}

async fn slices_of_8(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 8.0).await
}

async fn slices_of_1(run: Run, rounds: u32) -> Result {
    slices(run, rounds, 1.0).await
}

/// Works for so many milliseconds, yields, and works on.
async fn slices(run: Run, rounds: u32, length: f64) -> Result {
    // In some browsers a yield takes as long as a slice of 1 ms.
    let limit = clock::now() + if length > UNFELT { LIMIT } else { LIMIT_FREE };
    let mut stir = Stir::new(rounds);
    loop {
        let end = limit.min(clock::now() + length);
        if !stir.work(|| clock::now() >= end) || clock::now() >= limit {
            return report(&run, &stir);
        }
        run.progress(stir.done());
        yielding::yield_now().await;
    }
}

/// Measures what a yield costs here, and asks the browser whether input is waiting.
async fn as_it_fits(run: Run, rounds: u32) -> Result {
    let limit = clock::now() + LIMIT_FREE;
    let mut stir = Stir::new(rounds);
    let pace = Pace::find().await;
    while stir.work(|| pace.is_over()) && clock::now() < limit {
        run.progress(stir.done());
        pace.yield_now().await;
    }
    run.measure("slice", pace.length());
    report(&run, &stir)
}

/// Finds out how much work takes this machine as long as the reader wants.
async fn calibrate(_: Run, params: Params) -> Result<u32> {
    let work = |rounds| {
        let mut stir = Stir::new(rounds);
        stir.work(|| false);
        stir.result()
    };
    Ok(work::steps_for(params.ms, work).await)
}

fn report(run: &Run, stir: &Stir) -> Result {
    let result = stir.result().ok_or_else(|| unmeasurable(GIVEN_UP))?;
    run.measure("checksum", result.into());
    Ok(())
}
