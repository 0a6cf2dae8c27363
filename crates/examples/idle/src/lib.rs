//! Counters fill every core; what do they lose to a thread that waits, one that computes, and a chain of awaits?

use experiment::worker::{self, Worker};
use experiment::{Result, Run, clock, work};
use futures_util::future::try_join;
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    async nobody_else;
    async a_waits;
    async a_computes;
    async a_chain_of_awaits;
}

/// How many steps a counter does between two looks at the clock.
const STEPS: u32 = 10_000;

/// How long a wait in the chain is, in milliseconds.
const LINK: u32 = 10;

#[wasm_bindgen(module = "/src/park.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn park(ms: f64) -> Result<()>;
}

/// The counters have the machine to themselves.
async fn nobody_else(run: Run, params: Params) -> Result {
    counted_beside(async { Ok(()) }, run, params).await
}

/// Beside them, worker A is parked: a blocking wait.
async fn a_waits(run: Run, params: Params) -> Result {
    let a = Worker::start()?;
    if a.call("wait", &Array::of1(&0.into())).await.is_err() {
        run.unmeasurable("This browser lets no worker of this site sleep.");
        return Ok(());
    }
    let waits = async {
        a.call("wait", &Array::of1(&params.ms.into()))
            .await
            .map(drop)
    };
    counted_beside(waits, run, params).await
}

/// Beside them, worker A computes, with helpers: for each core there are two of them.
async fn a_computes(run: Run, params: Params) -> Result {
    let a = worker::several(2 * run.cores())?;
    worker::ask_all(&a, "count", &Array::of1(&0.into())).await?;
    let ms = Array::of1(&params.ms.into());
    let computes = async { worker::ask_all(&a, "count", &ms).await.map(drop) };
    counted_beside(computes, run, params).await
}

/// Beside them, the page awaits one short wait after another.
async fn a_chain_of_awaits(run: Run, params: Params) -> Result {
    let chain = async {
        let end = clock::now() + params.ms;
        while clock::now() < end {
            TimeoutFuture::new(LINK).await;
        }
        Ok(())
    };
    counted_beside(chain, run, params).await
}

/// Has a worker for each core count, beside something else that begins first.
async fn counted_beside(other: impl Future<Output = Result>, run: Run, params: Params) -> Result {
    let counters = worker::several(run.cores())?;
    // The first call sets a worker up, and some counting lets the engine optimise.
    worker::ask_all(&counters, "count", &Array::of1(&100.into())).await?;
    let ms = Array::of1(&params.ms.into());
    let ((), answers) = try_join(other, worker::ask_all(&counters, "count", &ms)).await?;
    run.measure("counted", answers.iter().filter_map(JsValue::as_f64).sum());
    run.measure("counters", counters.len() as f64);
    Ok(())
}

/// What a worker is asked for: count for so many milliseconds.
#[wasm_bindgen]
pub fn count(ms: f64) -> f64 {
    let end = clock::now() + ms;
    let mut rounds = 0.0;
    while clock::now() < end {
        std::hint::black_box(work::churn(STEPS));
        rounds += 1.0;
    }
    rounds
}

/// What a worker is asked for: sleep for so many milliseconds.
#[wasm_bindgen]
pub fn wait(ms: f64) -> Result {
    park(ms)
}
