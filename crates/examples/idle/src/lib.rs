//! Counters fill every core; what do they lose to a thread that waits, one that computes, and a chain of awaits?

use experiment::worker::{self, Worker};
use experiment::{Result, Run, clock, job, unmeasurable, work};
use futures_util::future::{TryFutureExt, try_join};
use gloo_timers::future::TimeoutFuture;
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
    let a = Worker::ready().await?;
    if a.call(job!(wait(0.0))).await.is_err() {
        return Err(unmeasurable(
            "This browser lets no worker of this site sleep.",
        ));
    }
    counted_beside(a.call(job!(wait(params.ms))), run, params).await
}

/// Beside them, worker A computes, with helpers: for each core there are two of them.
async fn a_computes(run: Run, params: Params) -> Result {
    let a = worker::several(2 * run.cores()).await?;
    let computes = worker::call_all(&a, |_| job!(count(params.ms)));
    counted_beside(computes.map_ok(drop), run, params).await
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

/// Has a worker for each core count, next to something else that begins first.
async fn counted_beside(other: impl Future<Output = Result>, run: Run, params: Params) -> Result {
    let counters = worker::several(run.cores()).await?;
    // Some counting lets the engine optimise.
    worker::call_all(&counters, |_| job!(count(100.0))).await?;
    let counting = worker::call_all(&counters, |_| job!(count(params.ms)));
    let ((), counted) = try_join(other, counting).await?;
    run.measure("counted", counted.iter().sum());
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
