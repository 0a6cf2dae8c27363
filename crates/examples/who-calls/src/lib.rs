//! Futures finished by a reply, by a timer and by a worker, and when the page learns of it.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, blocking, clock, job, worker::Worker};
use futures_util::future::join;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    async a_reply;
    async a_timer;
    async a_worker;
    async a_worker_page_busy;
}

/// How many times as long as the wait the page is kept busy.
const BUSY: f64 = 5.0;

/// Awaits the reply to a request.
async fn a_reply(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    source.ask(Ask::after(params.ms)).await?;
    Ok(())
}

/// Awaits a timer: nothing is sent anywhere.
async fn a_timer(_: Run, params: Params) -> Result {
    TimeoutFuture::new(params.ms as u32).await;
    Ok(())
}

/// Awaits a worker whose own thread is blocked for the whole wait.
async fn a_worker(run: Run, params: Params) -> Result {
    let worker = Worker::ready().await?;
    let ended = blocked_worker(&worker, params.ms).await?;
    run.measure("noticed", ended);
    Ok(())
}

/// The same, while this page is busy with something else for much longer.
async fn a_worker_page_busy(run: Run, params: Params) -> Result {
    let worker = Worker::ready().await?;
    let busy = async { blocking::spin(BUSY * params.ms) };
    // Joined in this order, the worker is asked before the page gets busy.
    let (ended, ()) = join(blocked_worker(&worker, params.ms), busy).await;
    run.measure("noticed", ended?);
    Ok(())
}

/// Lets the worker block its thread, and says how long after its end this page resumed.
async fn blocked_worker(worker: &Worker, ms: f64) -> Result<f64> {
    let ended = worker.call(job!(hold(ms))).await?;
    Ok(clock::page() - ended)
}

/// What the worker is asked for: block its thread, and say when that was over.
#[wasm_bindgen]
pub fn hold(ms: f64) -> f64 {
    blocking::spin(ms);
    clock::page()
}
