//! A worker blocks for a long query: who else stands still, and who does when it holds a lock?

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, error, task, wait};
use futures_util::future::{join4, try_join3};
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
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

/// Nobody blocks: how often each thread ticks when it is left alone.
async fn nobody_waits(run: Run, params: Params) -> Result {
    beside(run, params, "idle", "tick").await
}

/// Worker A blocks, B and C tick, and so does the page.
async fn a_waits(run: Run, params: Params) -> Result {
    beside(run, params, "query", "tick").await
}

/// Worker A blocks and holds a lock meanwhile; B needs that lock for each of its ticks, C does not.
async fn a_waits_with_a_lock(run: Run, params: Params) -> Result {
    if !has_locks() {
        run.unmeasurable("This browser has no locks here: they need a page that comes by https or from this machine.");
        return Ok(());
    }
    beside(run, params, "query_with_lock", "tick_with_lock").await
}

/// Has worker A do one thing and worker B another, while worker C and the page tick.
async fn beside(run: Run, params: Params, of_a: &str, of_b: &str) -> Result {
    let (a, b, c) = (Worker::start()?, Worker::start()?, Worker::start()?);
    // The first call sets a worker up.
    try_join3(
        ask(&run, &a, "idle", 0.0),
        ask(&run, &b, "tick", 0.0),
        ask(&run, &c, "tick", 0.0),
    )
    .await?;
    // A begins a little earlier, so that B finds the lock taken.
    let begin = async |worker, name| {
        TimeoutFuture::new(2 * TICK).await;
        ask(&run, worker, name, params.ms).await
    };
    let (_, of_b, of_c, page) = join4(
        ask(&run, &a, of_a, params.ms + f64::from(4 * TICK)),
        begin(&b, of_b),
        begin(&c, "tick"),
        task(&run, "the page ticks", ticks(params.ms)),
    )
    .await;
    run.measure("b", of_b?);
    run.measure("c", of_c?);
    run.measure("page", page);
    Ok(())
}

/// Asks a worker for a job that lasts so many milliseconds.
async fn ask(run: &Run, worker: &Worker, name: &str, ms: f64) -> Result<f64> {
    let arguments = Array::of2(&run.site().into(), &ms.into());
    let ticks = worker.call(name, &arguments).await?;
    Ok(ticks.as_f64().unwrap_or_default())
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
pub fn idle(_site: &str, ms: f64) -> Promise {
    worker::job(async move {
        TimeoutFuture::new(ms as u32).await;
        Ok(JsValue::UNDEFINED)
    })
}

/// What a worker is asked for: a query that blocks.
#[wasm_bindgen]
pub fn query(site: &str, ms: f64) -> Result {
    wait::requests(site, ms).map(drop).map_err(error)
}

/// What a worker is asked for: the same query, holding the lock.
#[wasm_bindgen]
pub fn query_with_lock(site: String, ms: f64) -> Promise {
    worker::job(async move {
        let query = Closure::new(move || query(&site, ms));
        JsFuture::from(with_lock(&query)).await
    })
}

/// What a worker is asked for: ticks.
#[wasm_bindgen]
pub fn tick(_site: &str, ms: f64) -> Promise {
    worker::job(async move { Ok(ticks(ms).await.into()) })
}

/// What a worker is asked for: ticks, each of which needs the lock.
#[wasm_bindgen]
pub fn tick_with_lock(_site: &str, ms: f64) -> Promise {
    worker::job(async move {
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
