//! One computation, six strategies to fit it into a page: they differ in when they yield.

pub mod primes;

use experiment::{Result, Run, clock, job, unmeasurable, work, worker::Worker, yielding};
use primes::Primes;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> u32;
    sync blocking;
    async async_without_a_yield;
    async microtask_yield;
    async timer_slices;
    async best_yield;
    async worker;
}

/// How long a slice computes before it yields, in milliseconds: two fit between two frames at 60 Hz, and leave room to draw.
const SLICE: f64 = 6.0;

/// No variant blocks the page for longer than this, however slow the machine has become, in milliseconds.
const LIMIT: f64 = 2000.0;

/// What is said then.
const GIVEN_UP: &str = "This machine slowed down in mid-run, so the count was given up. Try again when it is less busy, or with less work.";

/// Blocks the thread until everything is counted.
fn blocking(run: Run, numbers: u32) -> Result {
    let limit = clock::now() + LIMIT;
    let mut primes = Primes::new(numbers);
    primes.count(|| clock::now() > limit);
    report(&run, primes.found())
}

/// Is marked `async` and awaits nothing: one poll, as long as the call above.
async fn async_without_a_yield(run: Run, numbers: u32) -> Result {
    blocking(run, numbers)
}

/// Awaits after each slice, but only a microtask: the executor comes back before the page gets a turn.
async fn microtask_yield(run: Run, numbers: u32) -> Result {
    let limit = clock::now() + LIMIT;
    let mut primes = Primes::new(numbers);
    while primes.count(slice()) && clock::now() < limit {
        yielding::microtask().await;
    }
    report(&run, primes.found())
}

/// Awaits a timer of 0 ms after each slice: the page gets its turn, and the timer delays this function's.
async fn timer_slices(run: Run, numbers: u32) -> Result {
    let mut primes = Primes::new(numbers);
    while primes.count(slice()) {
        run.progress(primes.done());
        yielding::timer().await;
    }
    report(&run, primes.found())
}

/// Awaits a task of its own after each slice: the page gets its turn, and this function gets its own right after.
async fn best_yield(run: Run, numbers: u32) -> Result {
    let mut primes = Primes::new(numbers);
    while primes.count(slice()) {
        run.progress(primes.done());
        yielding::yield_now().await;
    }
    report(&run, primes.found())
}

/// Lets another thread count, and awaits its message.
async fn worker(run: Run, numbers: u32) -> Result {
    let worker = Worker::start()?;
    let found = worker.call(job!(count_primes(numbers))).await?;
    report(&run, Some(found))
}

/// What the worker is asked for: the whole count, on its own thread.
#[wasm_bindgen]
pub fn count_primes(numbers: u32) -> Result<u32> {
    let mut primes = Primes::new(numbers);
    primes.count(|| false);
    primes.found().ok_or_else(|| unmeasurable(GIVEN_UP))
}

/// Says when the slice that begins now is over.
fn slice() -> impl Fn() -> bool {
    let end = clock::now() + SLICE;
    move || clock::now() > end
}

/// Finds out how many numbers take this machine as long as the reader wants.
async fn calibrate(_: Run, params: Params) -> Result<u32> {
    Ok(work::steps_for(params.ms, count_primes).await)
}

fn report(run: &Run, found: Option<u32>) -> Result {
    let found = found.ok_or_else(|| unmeasurable(GIVEN_UP))?;
    run.measure("checksum", found.into());
    Ok(())
}
