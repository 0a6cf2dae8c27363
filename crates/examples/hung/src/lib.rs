//! A worker that doesn't answer, and five callers that wait for it.

use experiment::worker::{Worker, awaiting};
use experiment::{Promise, Result, Run, blocking, clock, error, job, task};
use futures_channel::mpsc::unbounded;
use futures_util::StreamExt;
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::Boolean;
use std::pin::pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: f64, patience: f64 }
    async blocking;
    async blocking_with_a_limit;
    async awaited;
    async awaited_with_a_limit;
    async left_in_a_queue;
}

/// A worker asks, and blocks until there is an answer.
async fn blocking(run: Run, params: Params) -> Result {
    in_a_worker(f64::INFINITY, run, params).await
}

/// A worker asks, and blocks until there is an answer or its patience is over.
async fn blocking_with_a_limit(run: Run, params: Params) -> Result {
    in_a_worker(params.patience, run, params).await
}

async fn in_a_worker(patience: f64, run: Run, params: Params) -> Result {
    let worker = Worker::ready().await?;
    let begin = clock::now();
    let question = job!(ask(&run.site(), params.ms, patience));
    outcome(&run, begin, worker.call(question).await?);
    run.measure("held", worker.longest_stall());
    Ok(())
}

/// What a worker is asked for: to ask, and to block for as long as there is no answer and patience is left.
#[wasm_bindgen]
pub fn ask(site: &str, ms: f64, patience: f64) -> Result<bool> {
    blocking::requests(site, ms.min(patience))?;
    Ok(ms <= patience)
}

/// The page asks a worker, and awaits the answer.
async fn awaited(run: Run, params: Params) -> Result {
    let other = Worker::ready().await?;
    let begin = clock::now();
    let answer = other.begin(&job!(answer(params.ms)))?;
    let answer = task(&run, "the answer", answer).await?;
    outcome(&run, begin, answer);
    Ok(())
}

/// The page awaits the answer or a timer, whichever comes first.
async fn awaited_with_a_limit(run: Run, params: Params) -> Result {
    let other = Worker::ready().await?;
    let begin = clock::now();
    let answer = other.begin(&job!(answer(params.ms)))?;
    let answer = pin!(task(&run, "the answer", answer));
    let limit = TimeoutFuture::new(params.patience as u32);
    let first = select(answer, task(&run, "patience", limit)).await;
    outcome(&run, begin, matches!(first, Either::Left(_)));
    Ok(())
}

/// The page leaves its question in a queue and continues; another task asks, and knows what to do with the answer.
async fn left_in_a_queue(run: Run, params: Params) -> Result {
    let other = Worker::ready().await?;
    let (queue, mut questions) = unbounded();
    let (answers, mut answered) = unbounded();
    spawn_local(task(&run, "who asks", async move {
        while let Some(ms) = questions.next().await {
            let answer = other.call(job!(answer(ms))).await;
            // The caller may have gone.
            let _ = answers.unbounded_send(answer.is_ok());
        }
    }));
    let begin = clock::now();
    let left = queue.unbounded_send(params.ms);
    left.map_err(|_| error("Nobody serves the queue."))?;
    run.measure("outcome", clock::now() - begin);
    let answered = answered.next().await;
    run.measure("answered", f64::from(answered == Some(true)));
    run.measure("later", clock::now() - begin);
    Ok(())
}

/// What the other side is asked for: an answer, after a while.
#[wasm_bindgen]
pub fn answer(ms: f64) -> Promise<Boolean> {
    awaiting(async move {
        TimeoutFuture::new(ms as u32).await;
        Ok(true.into())
    })
}

fn outcome(run: &Run, begin: f64, answered: bool) {
    run.measure("outcome", clock::now() - begin);
    run.measure("answered", f64::from(answered));
}
