//! Three ways of doing the same jobs.

use experiment::worker::{self, Worker};
use experiment::{Result, Run, blocking, clock, job, work, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// How many workers do the jobs.
const WORKERS: u32 = 2;

/// A way of doing jobs.
#[derive(Clone, Copy)]
pub enum Way {
    /// One after another, each of them blocking.
    InTurn,
    /// All begun, and awaited together, on one thread.
    Together,
    /// One after another in each of a few workers.
    InWorkers,
}

/// So many jobs, each of which takes so long and waits for a share of it.
#[derive(Clone, Copy)]
pub struct Jobs {
    pub count: u32,
    /// In milliseconds.
    pub each: f64,
    /// From 0 to 1.
    pub waits: f64,
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
                plain(&run.site(), jobs.wait(), jobs.steps())?;
            }
        }
        Way::Together => together(jobs).await?,
        Way::InWorkers => in_workers(run, &workers, jobs).await?,
    }
    Ok(clock::now() - begin)
}

/// One job as plain code: its wait blocks.
#[wasm_bindgen]
pub fn plain(site: &str, waits: f64, steps: u32) -> Result<u32> {
    if waits > 0.0 {
        blocking::requests(site, waits)?;
    }
    Ok(work::churn(steps))
}

/// One job as an async function: its wait is awaited, and it yields before it computes.
async fn awaited(jobs: Jobs) -> Result {
    if jobs.wait() > 0.0 {
        TimeoutFuture::new(jobs.wait() as u32).await;
    }
    if jobs.steps() == 0 {
        return Ok(());
    }
    yielding::yield_now().await;
    std::hint::black_box(work::churn(jobs.steps()));
    Ok(())
}

async fn together(jobs: Jobs) -> Result {
    all((0..jobs.count)
        .map(|_| awaited(jobs).boxed_local())
        .collect())
    .await
}

/// Awaits all of them.
async fn all(mut doing: FuturesUnordered<LocalBoxFuture<'_, Result>>) -> Result {
    while let Some(done) = doing.next().await {
        done?;
    }
    Ok(())
}

/// Workers that have set up their module, and have computed enough for the engine to optimise.
async fn started(run: &Run) -> Result<Vec<Worker>> {
    let workers = worker::several(WORKERS).await?;
    let site = run.site();
    worker::call_all(&workers, |_| job!(plain(&site, 0.0, 2_000_000))).await?;
    Ok(workers)
}

/// Has each worker take the next job when it is done with one.
async fn in_workers(run: &Run, workers: &[Worker], jobs: Jobs) -> Result {
    let site = run.site();
    let left = Cell::new(jobs.count);
    let working = workers.iter().map(|worker| {
        let (left, site) = (&left, &site);
        async move {
            while left.get() > 0 {
                left.set(left.get() - 1);
                let job = job!(plain(site, jobs.wait(), jobs.steps()));
                worker.call(job).await?;
            }
            Ok(())
        }
        .boxed_local()
    });
    all(working.collect()).await
}
