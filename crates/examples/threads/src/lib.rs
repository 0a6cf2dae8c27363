//! A thousand waits, two waits and two computations: who runs them, and what runs at the same moment.

use experiment::spans::Spans;
use experiment::{Promise, Result, Run, clock, job, task, work, worker};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::Float64Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Job;
    async a_thousand_waits;
    async two_waits;
    async two_computations;
    async two_workers;
}

/// How many of the thousand are timers, and how many are requests.
const TIMERS: usize = 980;
const REQUESTS: usize = 20;

#[wasm_bindgen(module = "/src/head.js")]
extern "C" {
    fn head(url: &str) -> Promise;
}

/// What the variants do: waits of so many milliseconds, and computations of so many steps, which take as long.
#[derive(Clone, Copy)]
struct Job {
    ms: f64,
    steps: u32,
}

async fn calibrate(_: Run, params: Params) -> Result<Job> {
    Ok(Job {
        ms: params.ms,
        steps: work::steps_for(params.ms, work::churn).await,
    })
}

/// Something to be done, boxed, so that waits and computations can be done together by the same code.
type Doing<'a> = LocalBoxFuture<'a, Result>;

/// Begins a thousand waits and awaits them all.
async fn a_thousand_waits(run: Run, job: Job) -> Result {
    let site = run.site();
    let mut all: Vec<Doing> = Vec::with_capacity(TIMERS + REQUESTS);
    for _ in 0..TIMERS {
        all.push(wait(job.ms).boxed_local());
    }
    for _ in 0..REQUESTS {
        let reply = JsFuture::from(head(&site));
        all.push(async { reply.await.map(drop) }.boxed_local());
    }
    together(&run, all).await
}

/// Awaits two waits together.
async fn two_waits(run: Run, job: Job) -> Result {
    let two = [(); 2].map(|()| wait(job.ms).boxed_local());
    together(&run, two.into()).await
}

/// Awaits two computations together, each of them in an async function.
async fn two_computations(run: Run, job: Job) -> Result {
    let two = [(); 2].map(|()| compute(&run, job.steps).boxed_local());
    together(&run, two.into()).await
}

async fn wait(ms: f64) -> Result {
    TimeoutFuture::new(ms as u32).await;
    Ok(())
}

async fn compute(run: &Run, steps: u32) -> Result {
    run.measure("result", work::churn(steps).into());
    Ok(())
}

/// Awaits everything together, and notes whenever a piece of it runs.
async fn together(run: &Run, all: Vec<Doing<'_>>) -> Result {
    let spans = Spans::default();
    let begin = clock::now();
    let mut under_way: FuturesUnordered<_> = all
        .into_iter()
        .map(|one| task(run, "one of them", spans.note_polls(one)))
        .collect();
    while let Some(done) = under_way.next().await {
        done?;
    }
    report(run, begin, &spans);
    Ok(())
}

/// Has two workers compute, and awaits both.
async fn two_workers(run: Run, job: Job) -> Result {
    let workers = worker::several(2).await?;
    let spans = Spans::default();
    let begin = clock::now();
    for answer in worker::call_all(&workers, |_| job!(computed(job.steps))).await? {
        run.measure("result", answer[0]);
        spans.extend(&answer[1..]);
    }
    report(&run, begin, &spans);
    Ok(())
}

/// What a worker is asked for: the result, and the span in which it was computed.
#[wasm_bindgen]
pub fn computed(steps: u32) -> Float64Array {
    let spans = Spans::default();
    let result = spans.note(|| work::churn(steps));
    let mut answer = vec![result.into()];
    answer.extend(spans.flat());
    Float64Array::from(&answer[..])
}

fn report(run: &Run, begin: f64, spans: &Spans) {
    run.measure("took", clock::now() - begin);
    run.measure("agents", spans.agents() as f64);
    run.measure("overlap", spans.overlap());
}
