//! Sixty-four jobs for one to sixty-four; ten thousand that wait; and more work than can be done.

pub mod line;

use experiment::{Promise, Result, Run, clock, job, work, worker, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Float64Array, Reflect};
use line::Line;
use std::hint::black_box;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Job;
    async one_future;
    async a_future_each;
    async one_worker;
    async one_for_each_core;
    async a_worker_each;
    async ten_thousand_waiting;
    async no_limit;
    async a_limit;
}

/// How many jobs there are.
const JOBS: u32 = 64;

/// How many wait, and for how long, in milliseconds.
const WAITERS: u32 = 10_000;
const WAIT: u32 = 200;

/// For how long work arrives, in milliseconds, and how much arrives in the time that one job takes.
const OPEN: f64 = 250.0;
const PER_JOB: f64 = 2.0;

/// How many may queue where that is limited.
const LIMIT: usize = 8;

/// The steps of one job, and how long it takes.
#[derive(Clone, Copy)]
struct Job {
    steps: u32,
    ms: f64,
}

/// Makes all jobs together as long as asked for.
async fn calibrate(_: Run, params: Params) -> Result<Job> {
    Ok(Job {
        steps: work::steps_for(params.ms, work::churn).await / JOBS,
        ms: params.ms / f64::from(JOBS),
    })
}

async fn one_future(run: Run, job: Job) -> Result {
    in_futures(1, run, job).await
}

async fn a_future_each(run: Run, job: Job) -> Result {
    in_futures(JOBS, run, job).await
}

/// Shares the jobs out among so many futures on the main thread, each of which yields after each job.
async fn in_futures(count: u32, run: Run, job: Job) -> Result {
    let begin = clock::now();
    all((0..count).map(|_| {
        let jobs = async move {
            for _ in 0..JOBS / count {
                black_box(work::churn(job.steps));
                yielding::yield_now().await;
            }
        };
        jobs.boxed_local()
    }))
    .await;
    report(&run, begin, begin);
    Ok(())
}

async fn one_worker(run: Run, job: Job) -> Result {
    in_workers(1, run, job).await
}

async fn one_for_each_core(run: Run, job: Job) -> Result {
    in_workers(run.cores(), run, job).await
}

async fn a_worker_each(run: Run, job: Job) -> Result {
    in_workers(JOBS, run, job).await
}

/// Shares the jobs out among so many workers, which are started for them.
async fn in_workers(count: u32, run: Run, job: Job) -> Result {
    let begin = clock::now();
    let workers = worker::several(count).await?;
    let started = clock::now();
    let jobs = |nth| JOBS * (nth + 1) / count - JOBS * nth / count;
    let bytes = worker::call_all(&workers, |nth| job!(work(jobs(nth), job.steps))).await?;
    report(&run, begin, started);
    run.measure("bytes", bytes.iter().sum());
    Ok(())
}

/// What a worker is asked for: so many jobs; it says how much memory its instance of this program has.
#[wasm_bindgen]
pub fn work(jobs: u32, steps: u32) -> Result<f64> {
    for _ in 0..jobs {
        black_box(work::churn(steps));
    }
    memory()
}

fn report(run: &Run, begin: f64, started: f64) {
    let now = clock::now();
    run.measure("start", started - begin);
    run.measure("took", now - begin);
    run.measure("rate", f64::from(JOBS) * 1000.0 / (now - started));
}

/// No work, but ten thousand who wait for it, on one thread: a worker's, whose memory is fresh.
async fn ten_thousand_waiting(run: Run, _: Job) -> Result {
    let worker = worker::Worker::start()?;
    let said = worker.call(job!(hold_many())).await?;
    for (measure, value) in ["start", "took", "bytes"].into_iter().zip(said) {
        run.measure(measure, value);
    }
    Ok(())
}

/// What a worker is asked for: hold ten thousand futures until the last is ready.
#[wasm_bindgen]
pub fn hold_many() -> Promise<Float64Array> {
    worker::awaiting(async {
        let (begin, before) = (clock::now(), memory()?);
        let mut start = 0.0;
        all((0..WAITERS).map(|_| {
            let waiter = TimeoutFuture::new(WAIT);
            start = clock::now() - begin;
            waiter.boxed_local()
        }))
        .await;
        let took = clock::now() - begin;
        let bytes = memory()? - before;
        Ok(Float64Array::from(&[start, took, bytes][..]))
    })
}

/// Awaits all of them.
async fn all(futures: impl Iterator<Item = LocalBoxFuture<'static, ()>>) {
    let mut futures: FuturesUnordered<_> = futures.collect();
    while futures.next().await.is_some() {}
}

/// How much memory this instance of the program has, in bytes.
fn memory() -> Result<f64> {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into())?;
    let bytes = Reflect::get(&buffer, &"byteLength".into())?;
    Ok(bytes.as_f64().unwrap_or_default())
}

/// Twice as much work arrives as can be done, and all of it is let in.
async fn no_limit(run: Run, job: Job) -> Result {
    overrun(usize::MAX, run, job).await
}

/// The same, with jobs that find the queue full rejected immediately.
async fn a_limit(run: Run, job: Job) -> Result {
    overrun(LIMIT, run, job).await
}

/// Does one job after the other, while others arrive by the clock: they do not wait for this thread.
async fn overrun(limit: usize, run: Run, job: Job) -> Result {
    let mut line = Line::limited(limit);
    let begin = clock::now();
    loop {
        let now = clock::now() - begin;
        line.arrive(job.ms / PER_JOB, now.min(OPEN));
        if now >= OPEN && line.is_empty() {
            break;
        }
        if line.serve() {
            black_box(work::churn(job.steps));
            line.answer(clock::now() - begin);
        }
        yielding::yield_now().await;
    }
    run.measure("longest", line.longest as f64);
    run.measure("refused", line.refused as f64);
    run.measure("delay", line.delay);
    Ok(())
}
