//! A worker blocks for a long query: which other threads stand still, and which do when it holds a lock?

use experiment::job::{Job, Returned};
use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, blocking, clock, job, task, unmeasurable};
use futures_util::future::{join4, try_join3};
use gloo_timers::future::TimeoutFuture;
use js_sys::Number;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    async nobody_waits;
    async a_waits;
    async a_waits_with_a_lock;
}

/// How long a thread that counts waits between two ticks, in milliseconds.
const TICK: u32 = 10;

#[wasm_bindgen(module = "/src/lock.js")]
extern "C" {
    #[wasm_bindgen(js_name = withLock)]
    fn with_lock(act: &Closure<dyn FnMut() -> Result>) -> Promise;

    #[wasm_bindgen(js_name = hasLocks)]
    fn has_locks() -> bool;
}

/// Nothing blocks: how often each thread ticks undisturbed.
async fn nobody_waits(run: Run, params: Params) -> Result {
    beside(run, params, |ms| job!(idle(ms)), |ms| job!(tick(ms))).await
}

/// Worker A blocks, B and C tick, and so does the page.
async fn a_waits(run: Run, params: Params) -> Result {
    let site = run.site();
    let of_a = |ms| job!(query(&site, ms));
    beside(run, params, of_a, |ms| job!(tick(ms))).await
}

/// Worker A blocks and holds a lock meanwhile; B needs that lock for each of its ticks, C does not.
async fn a_waits_with_a_lock(run: Run, params: Params) -> Result {
    if !has_locks() {
        return Err(unmeasurable(
            "This browser has no locks here: they need a page that comes by https or from this machine.",
        ));
    }
    let site = run.site();
    let of_a = |ms| job!(query_with_lock(site.clone(), ms));
    beside(run, params, of_a, |ms| job!(tick_with_lock(ms))).await
}

/// Has worker A do one thing and worker B another, each for so many milliseconds, while worker C and the page tick.
async fn beside<R: Returned>(
    run: Run,
    params: Params,
    of_a: impl FnOnce(f64) -> Job<R>,
    of_b: impl FnOnce(f64) -> Job<Promise<Number>>,
) -> Result {
    let (a, b, c) = try_join3(Worker::ready(), Worker::ready(), Worker::ready()).await?;
    // A begins a little earlier, so that B finds the lock taken.
    let begin = async |worker: &Worker, job| {
        TimeoutFuture::new(2 * TICK).await;
        worker.call(job).await
    };
    let (_, of_b, of_c, page) = join4(
        a.call(of_a(params.ms + f64::from(4 * TICK))),
        begin(&b, of_b(params.ms)),
        begin(&c, job!(tick(params.ms))),
        task(&run, "the page ticks", ticks(params.ms)),
    )
    .await;
    run.measure("b", of_b?);
    run.measure("c", of_c?);
    run.measure("page", page);
    Ok(())
}

/// Ticks for so many milliseconds, and counts.
async fn ticks(ms: f64) -> f64 {
    let end = clock::now() + ms;
    let mut count = 0.0;
    while clock::now() < end {
        TimeoutFuture::new(TICK).await;
        count += 1.0;
    }
    count
}

/// What a worker is asked for: nothing, for so long.
#[wasm_bindgen]
pub fn idle(ms: f64) -> Promise {
    worker::awaiting(async move {
        TimeoutFuture::new(ms as u32).await;
        Ok(JsValue::UNDEFINED)
    })
}

/// What a worker is asked for: a query that blocks.
#[wasm_bindgen]
pub fn query(site: &str, ms: f64) -> Result {
    blocking::requests(site, ms).map(drop)
}

/// What a worker is asked for: the same query, holding the lock.
#[wasm_bindgen]
pub fn query_with_lock(site: String, ms: f64) -> Promise {
    worker::awaiting(async move {
        let query = Closure::new(move || query(&site, ms));
        JsFuture::from(with_lock(&query)).await
    })
}

/// What a worker is asked for: ticks.
#[wasm_bindgen]
pub fn tick(ms: f64) -> Promise<Number> {
    worker::awaiting(async move { Ok(ticks(ms).await.into()) })
}

/// What a worker is asked for: ticks, each of which needs the lock.
#[wasm_bindgen]
pub fn tick_with_lock(ms: f64) -> Promise<Number> {
    worker::awaiting(async move {
        let end = clock::now() + ms;
        let count = Rc::new(Cell::new(0.0));
        let tick = Closure::new({
            let count = Rc::clone(&count);
            // A tick that gets the lock only afterwards has not been in time.
            move || {
                count.set(count.get() + f64::from(clock::now() < end));
                Ok(())
            }
        });
        while clock::now() < end {
            TimeoutFuture::new(TICK).await;
            JsFuture::from(with_lock(&tick)).await?;
        }
        Ok(count.get().into())
    })
}
