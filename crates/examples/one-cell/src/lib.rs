//! Ten tasks share a count without a lock; then they keep it borrowed over an await.

use experiment::spans::Spans;
use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, job, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Float64Array, Number};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { times: f64 }
    async one_thread;
    async two_threads;
    async a_borrow_kept;
}

/// How many tasks count.
const TASKS: u32 = 10;

/// How long a worker is kept in which a task panicked, in milliseconds.
const AFTERWARDS: u32 = 100;

thread_local! {
    /// The count: one of each instance, since no two of them share memory.
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// One thread: ten tasks and a plain `Cell`.
async fn one_thread(run: Run, params: Params) -> Result {
    COUNT.set(0);
    let spans = Spans::default();
    count(&spans, params.times as u32).await;
    report(&run, &spans, COUNT.get(), false, params);
    Ok(())
}

/// Two threads: two workers, and the same ten tasks in each, which count half as often.
async fn two_threads(run: Run, params: Params) -> Result {
    COUNT.set(0);
    let workers = worker::several(2).await?;
    let noted = worker::call_all(&workers, |_| job!(count_there(params.times / 2.0))).await?;
    let spans = Spans::default();
    let mut there = 0.0;
    for noted in noted {
        let [count, theirs @ ..] = &noted[..] else {
            continue;
        };
        there += count;
        spans.extend(theirs);
    }
    run.measure("there", there);
    report(&run, &spans, COUNT.get(), false, params);
    Ok(())
}

/// One thread, a worker's: each task keeps the count borrowed while it awaits.
async fn a_borrow_kept(run: Run, params: Params) -> Result {
    let worker = Worker::ready().await?;
    let fell = worker.call(job!(borrow_there(params.times))).await.is_err();
    // The other tasks, when they are woken, find a broken executor and fail too. Nothing tells which is the last.
    TimeoutFuture::new(AFTERWARDS).await;
    report(&run, &Spans::default(), 0, fell, params);
    Ok(())
}

/// Lets ten tasks count so many times each, and notes who runs whenever one of them does.
async fn count(spans: &Spans, times: u32) {
    ten(|| {
        spans
            .note_polls(async move {
                for _ in 0..times {
                    COUNT.set(COUNT.get() + 1);
                    yielding::microtask().await;
                }
            })
            .boxed_local()
    })
    .await;
}

/// Awaits ten tasks together.
async fn ten<'a>(task: impl Fn() -> LocalBoxFuture<'a, ()>) {
    let tasks: FuturesUnordered<_> = (0..TASKS).map(|_| task()).collect();
    tasks.count().await;
}

/// What a worker is asked for: ten tasks that count; gives its count, and who ran when.
#[wasm_bindgen]
pub fn count_there(times: f64) -> Promise<Float64Array> {
    worker::awaiting(async move {
        let spans = Spans::default();
        count(&spans, times as u32).await;
        let mut noted = spans.flat();
        noted.insert(0, COUNT.get().into());
        Ok(Float64Array::from(&*noted))
    })
}

/// What a worker is asked for: ten tasks that each keep the count borrowed over an await.
#[wasm_bindgen]
#[expect(
    clippy::await_holding_refcell_ref,
    reason = "what becomes of it is what this variant shows"
)]
pub fn borrow_there(times: f64) -> Promise<Number> {
    worker::awaiting(async move {
        let count = RefCell::new(0);
        ten(|| {
            async {
                for _ in 0..times as u32 {
                    let mut count = count.borrow_mut();
                    yielding::microtask().await;
                    *count += 1;
                }
            }
            .boxed_local()
        })
        .await;
        Ok(count.into_inner().into())
    })
}

fn report(run: &Run, spans: &Spans, counted: u32, fell: bool, params: Params) {
    run.measure("wanted", f64::from(TASKS) * params.times);
    run.measure("counted", counted.into());
    run.measure("agents", spans.agents() as f64);
    run.measure("fell", f64::from(fell));
}
