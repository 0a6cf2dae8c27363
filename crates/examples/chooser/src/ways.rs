//! Three ways to do the same jobs.

use crate::choice::Way;
use experiment::worker::{self, Worker};
use experiment::{Result, Run, clock, error, turn, wait, work};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// How many workers do the jobs.
const WORKERS: u32 = 2;

/// So many jobs, each of which takes so long and waits for a share of it.
#[derive(Clone, Copy)]
pub struct Jobs {
    pub count: u32,
    /// In milliseconds.
    pub each: f64,
    /// From 0 to 1.
    pub waits: f64,
    /// Whether each needs the result of the one before.
    pub dependent: bool,
    /// How many steps of computing a millisecond has.
    pub steps: f64,
}

impl Jobs {
    fn wait(self) -> f64 {
        self.each * self.waits
    }

    fn steps(self) -> u32 {
        ((self.each - self.wait()) * self.steps) as u32
    }
}

/// Does all of them, and says how long it took, in milliseconds.
pub async fn do_all(run: &Run, way: Way, jobs: Jobs) -> Result<f64> {
    let workers = match way {
        Way::InWorkers => started(run).await?,
        _ => Vec::new(),
    };
    let begin = clock::now();
    match way {
        Way::InTurn => {
            for _ in 0..jobs.count {
                job(&run.site(), jobs.wait(), jobs.steps())?;
            }
        }
        Way::Together => together(jobs).await,
        Way::InWorkers => in_workers(run, &workers, jobs).await?,
    }
    Ok(clock::now() - begin)
}

/// One job as plain code: its wait blocks.
#[wasm_bindgen]
pub fn job(site: &str, waits: f64, steps: u32) -> Result<u32> {
    if waits > 0.0 {
        wait::requests(site, waits).map_err(|why| error(&why))?;
    }
    Ok(work::churn(steps))
}

/// One job as an async function: its wait is awaited, and it gives way before it computes.
async fn awaited(jobs: Jobs) {
    if jobs.wait() > 0.0 {
        TimeoutFuture::new(jobs.wait() as u32).await;
    }
    turn::give_way().await;
    std::hint::black_box(work::churn(jobs.steps()));
}

async fn together(jobs: Jobs) {
    if jobs.dependent {
        for _ in 0..jobs.count {
            awaited(jobs).await;
        }
        return;
    }
    let mut all: FuturesUnordered<LocalBoxFuture<'_, ()>> =
        (0..jobs.count).map(|_| awaited(jobs).boxed_local()).collect();
    while all.next().await.is_some() {}
}

/// Workers that have set up their module, and have computed enough for the engine to optimise.
async fn started(run: &Run) -> Result<Vec<Worker>> {
    let workers = worker::several(WORKERS)?;
    let warm = Array::of3(&run.site().into(), &0.into(), &2_000_000.into());
    worker::ask_all(&workers, "job", &warm).await?;
    Ok(workers)
}

/// Has each worker take the next job when it is done with one.
async fn in_workers(run: &Run, workers: &[Worker], jobs: Jobs) -> Result {
    // One job after another needs one worker.
    let workers = if jobs.dependent { &workers[..1] } else { workers };
    let told = Array::of3(&run.site().into(), &jobs.wait().into(), &jobs.steps().into());
    let left = Cell::new(jobs.count);
    let mut busy: FuturesUnordered<LocalBoxFuture<'_, Result>> = FuturesUnordered::new();
    for worker in workers {
        let (left, told) = (&left, &told);
        let works = async move {
            while left.get() > 0 {
                left.set(left.get() - 1);
                worker.call("job", told).await?;
            }
            Ok(())
        };
        busy.push(works.boxed_local());
    }
    while let Some(done) = busy.next().await {
        done?;
    }
    Ok(())
}
