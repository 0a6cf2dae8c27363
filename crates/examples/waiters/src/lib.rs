//! Sixteen that wait, as futures and as workers; small steps, as calls and as awaits.

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, job, task, yielding};
use futures_util::future::FutureExt;
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Number, Reflect};
use std::hint::black_box;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    async sixteen_futures;
    async sixteen_workers;
    async calls;
    async awaits;
}

/// How many wait.
const WAITERS: u32 = 16;

/// How many small steps make a batch, by calls and by awaits, and how many batches are taken.
const CALLS: u32 = 10_000_000;
const AWAITS: u32 = 1_000_000;
const BATCHES: u32 = 15;

/// One that waits.
async fn waiter(ms: u32) {
    TimeoutFuture::new(ms).await;
}

async fn sixteen_futures(run: Run, params: Params) -> Result {
    let ms = params.ms as u32;
    run.measure("bytes", size_of_val(&waiter(ms)) as f64);
    let begin = clock::now();
    let each = (0..WAITERS).map(|_| task(&run, "waiter", waiter(ms)));
    let mut waiters: FuturesUnordered<_> = each.collect();
    while waiters.next().await.is_some() {}
    run.measure("start", clock::now() - begin - params.ms);
    Ok(())
}

async fn sixteen_workers(run: Run, params: Params) -> Result {
    let begin = clock::now();
    // Each waits as soon as it has started, whether the others have or not.
    let workers = (0..WAITERS).map(|_| Worker::start());
    let workers: Vec<_> = workers.collect::<Result<_>>()?;
    let answers = worker::call_all(&workers, |_| job!(wait(params.ms))).await?;
    run.measure("start", clock::now() - begin - params.ms);
    for bytes in answers {
        run.measure("bytes", bytes);
    }
    Ok(())
}

/// What a worker is asked for: wait, and say how much memory its instance of this program has.
#[wasm_bindgen]
pub fn wait(ms: f64) -> Promise<Number> {
    worker::awaiting(async move {
        waiter(ms as u32).await;
        let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into())?;
        Ok(Reflect::get(&buffer, &"byteLength".into())?.unchecked_into())
    })
}

/// A step so small that there is next to nothing but the call.
#[inline(never)]
fn step(number: u32) -> u32 {
    black_box(number) + 1
}

/// The same step in an async function.
async fn step_async(number: u32) -> u32 {
    step(number)
}

#[inline(never)]
fn many_calls() -> u32 {
    (0..CALLS).fold(0, |number, _| step(number))
}

/// Each future is put into a box, as it has to be where a trait or a recursion calls it; the compiler may melt one that is not into the loop.
#[inline(never)]
async fn many_awaits() -> u32 {
    let mut number = 0;
    for _ in 0..AWAITS {
        number = step_async(number).boxed_local().await;
    }
    number
}

async fn calls(run: Run, _: Params) -> Result {
    for _ in 0..BATCHES {
        let begin = clock::now();
        each_took(&run, begin, many_calls());
        yielding::yield_now().await;
    }
    Ok(())
}

async fn awaits(run: Run, _: Params) -> Result {
    for _ in 0..BATCHES {
        let begin = clock::now();
        each_took(&run, begin, many_awaits().await);
        yielding::yield_now().await;
    }
    Ok(())
}

/// Hands over what each of so many steps took since then.
fn each_took(run: &Run, begin: f64, steps: u32) {
    run.measure("each", (clock::now() - begin) * 1e6 / f64::from(steps));
}
