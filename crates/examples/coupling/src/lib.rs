//! Three steps that need each other and three that do not, each of them in both styles.

use experiment::job::Job;
use experiment::{Result, Run, blocking, clock, job, task, worker};
use futures_util::future::join3;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    async chain_blocking;
    async chain_awaited;
    async free_blocking;
    async free_awaited;
    async free_in_threads;
}

/// How many steps there are.
const STEPS: u32 = 3;

/// What a step makes of a number; those of a chain need the number of the one before.
fn next(number: u32) -> u32 {
    2 * number + 1
}

/// A worker takes three steps, each with what the one before has found, and blocks during each.
async fn chain_blocking(run: Run, params: Params) -> Result {
    let site = run.site();
    in_workers(1, || job!(chain(&site, STEPS, params.ms)), run).await
}

/// The same on the page, and each step is awaited.
async fn chain_awaited(run: Run, params: Params) -> Result {
    let begin = clock::now();
    let mut number = 0;
    for _ in 0..STEPS {
        number = task(&run, "step", step(number, params.ms)).await;
    }
    report(&run, begin, number);
    Ok(())
}

/// A worker takes three steps that need nothing of each other, and blocks during each.
async fn free_blocking(run: Run, params: Params) -> Result {
    let site = run.site();
    in_workers(1, || job!(free(&site, STEPS, params.ms)), run).await
}

/// The same on the page, and they are awaited together.
async fn free_awaited(run: Run, params: Params) -> Result {
    let begin = clock::now();
    let free = || task(&run, "step", step(0, params.ms));
    let (one, two, three) = join3(free(), free(), free()).await;
    report(&run, begin, one + two + three);
    Ok(())
}

/// Three workers take one of these steps each, and block.
async fn free_in_threads(run: Run, params: Params) -> Result {
    let site = run.site();
    in_workers(STEPS, || job!(free(&site, 1, params.ms)), run).await
}

/// Has each of so many workers take its steps.
async fn in_workers(count: u32, steps: impl Fn() -> Job<Result<u32>>, run: Run) -> Result {
    let workers = worker::several(count).await?;
    let begin = clock::now();
    let numbers = worker::call_all(&workers, |_| steps()).await?;
    report(&run, begin, numbers.iter().sum());
    Ok(())
}

/// A step that is awaited; its wait is a timer's.
async fn step(number: u32, ms: f64) -> u32 {
    TimeoutFuture::new(ms as u32).await;
    next(number)
}

/// What a worker is asked for: steps, each of which needs the one before.
#[wasm_bindgen]
pub fn chain(site: &str, steps: u32, ms: f64) -> Result<u32> {
    let mut number = 0;
    for _ in 0..steps {
        blocking::requests(site, ms)?;
        number = next(number);
    }
    Ok(number)
}

/// What a worker is asked for: steps that need nothing of each other.
#[wasm_bindgen]
pub fn free(site: &str, steps: u32, ms: f64) -> Result<u32> {
    let mut sum = 0;
    for _ in 0..steps {
        blocking::requests(site, ms)?;
        sum += next(0);
    }
    Ok(sum)
}

fn report(run: &Run, begin: f64, number: u32) {
    run.measure("took", clock::now() - begin);
    run.measure("number", number.into());
}
