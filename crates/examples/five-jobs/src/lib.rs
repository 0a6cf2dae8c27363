//! Five jobs that come at the same moment: which waits for which.

use experiment::{Result, Run, blocking, clock, task, yielding};
use futures_util::future::join_all;
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: f64 }
    sync five_calls;
    async five_tasks;
    async five_microtasks;
    async five_waits;
}

/// The names of the jobs in the timeline.
const NAMES: [&str; 5] = ["job 1", "job 2", "job 3", "job 4", "job 5"];

/// Does one job after another, as five plain calls do.
fn five_calls(run: Run, params: Params) -> Result {
    let posted = clock::now();
    let mut last = posted;
    for _ in NAMES {
        last = job(params);
    }
    queued(&run, last - posted);
    Ok(())
}

/// Posts each job as a task of its own; the event loop takes them one by one.
async fn five_tasks(run: Run, params: Params) -> Result {
    post(run, params, async || yielding::task().await).await
}

/// Posts each job as a microtask; the event loop empties that queue before it does anything else.
async fn five_microtasks(run: Run, params: Params) -> Result {
    post(run, params, async || yielding::microtask().await).await
}

/// Posts five waits of the same length: a timer needs no thread.
async fn five_waits(run: Run, params: Params) -> Result {
    let posted = clock::now();
    let begins = join_all(NAMES.map(|name| {
        task(&run, name, async {
            yielding::task().await;
            let begin = clock::now();
            TimeoutFuture::new(params.ms as u32).await;
            begin
        })
    }))
    .await;
    queued(&run, latest(&begins) - posted);
    Ok(())
}

/// Posts the jobs all together, and notes when the last of them begins.
async fn post(run: Run, params: Params, queue: impl AsyncFn()) -> Result {
    let posted = clock::now();
    let begins = join_all(NAMES.map(|name| {
        task(&run, name, async {
            queue().await;
            job(params)
        })
    }))
    .await;
    queued(&run, latest(&begins) - posted);
    Ok(())
}

/// Computes for as long as the reader wants, and says when it began.
fn job(params: Params) -> f64 {
    let begin = clock::now();
    blocking::spin(params.ms);
    begin
}

fn latest(begins: &[f64]) -> f64 {
    begins.iter().copied().fold(0.0, f64::max)
}

fn queued(run: &Run, ms: f64) {
    run.measure("queued", ms);
}
