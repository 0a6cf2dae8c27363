//! Small things that are wanted now: called directly, as tasks of their own, and by a worker.

pub mod things;

use experiment::worker::Worker;
use experiment::{Result, Run, clock, job};
use futures_channel::oneshot;
use things::{Entry, check, price};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { things: f64 }
    async directly;
    async as_tasks;
    async by_a_worker;
}

/// How many of them a worker is asked for: each takes a message there and one back.
const ASKED: u32 = 50;

/// How often all of them are done again, because the clock is too coarse for once.
const AGAIN: u32 = 20;

/// Calls them directly.
async fn directly(run: Run, params: Params) -> Result {
    let (mut good, mut sum) = (0, 0);
    let begin = clock::now();
    for _ in 0..AGAIN {
        (good, sum) = (0, 0);
        for nth in 0..params.things as u32 {
            let entry = Entry::numbered(nth);
            good += u32::from(check(&entry));
            sum += price(&entry);
        }
    }
    let took = clock::now() - begin;
    run.measure("good", f64::from(good) / params.things);
    run.measure("sum", f64::from(sum) / params.things);
    report(&run, took, params.things * f64::from(AGAIN));
    run.measure("all", took / f64::from(AGAIN));
    Ok(())
}

/// Makes a task of each, and awaits it.
async fn as_tasks(run: Run, params: Params) -> Result {
    let (mut good, mut sum) = (0, 0);
    let begin = clock::now();
    for nth in 0..params.things as u32 {
        let (done, result) = oneshot::channel();
        spawn_local(async move {
            let entry = Entry::numbered(nth);
            // The caller is awaiting it.
            let _ = done.send((check(&entry), price(&entry)));
        });
        let (is_good, price) = result.await.unwrap_or_default();
        good += u32::from(is_good);
        sum += price;
    }
    let took = clock::now() - begin;
    run.measure("good", f64::from(good) / params.things);
    run.measure("sum", f64::from(sum) / params.things);
    report(&run, took, params.things);
    run.measure("all", took);
    Ok(())
}

/// Asks a worker for each.
async fn by_a_worker(run: Run, params: Params) -> Result {
    let worker = Worker::ready().await?;
    let mut good = 0;
    let begin = clock::now();
    for nth in 0..ASKED {
        good += u32::from(worker.call(job!(checked(nth))).await?);
    }
    let took = clock::now() - begin;
    run.measure("good", f64::from(good) / f64::from(ASKED));
    report(&run, took, ASKED.into());
    run.measure("all", took / f64::from(ASKED) * params.things);
    Ok(())
}

fn report(run: &Run, took: f64, things: f64) {
    run.measure("each", took / things * 1000.0);
}

/// What the worker is asked for.
#[wasm_bindgen]
pub fn checked(nth: u32) -> bool {
    let entry = Entry::numbered(nth);
    check(&entry) && price(&entry) > 0
}
