//! Counters fill every core; what do they lose to a thread that waits, one that computes, and a chain of awaits?

pub mod declaration;

use declaration::Params;
use experiment::worker::{self, Worker};
use experiment::{Result, Run, clock, work};
use gloo_timers::future::TimeoutFuture;
use js_sys::Array;
use wasm_bindgen::prelude::*;

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
    let counters = Counters::start(&run).await?;
    let counting = counters.begin(params.ms)?;
    counters.report(&run, counting).await
}

/// Beside them, worker A is parked: a blocking wait.
async fn a_waits(run: Run, params: Params) -> Result {
    let a = Worker::start()?;
    if a.call("wait", &Array::of1(&0.into())).await.is_err() {
        run.unmeasurable("This browser lets no worker of this site sleep.");
        return Ok(());
    }
    beside(&a, "wait", run, params).await
}

/// Beside them, worker A computes.
async fn a_computes(run: Run, params: Params) -> Result {
    let a = Worker::start()?;
    a.call("count", &Array::of1(&0.into())).await?;
    beside(&a, "count", run, params).await
}

async fn beside(a: &Worker, does: &str, run: Run, params: Params) -> Result {
    let counters = Counters::start(&run).await?;
    let busy = a.begin(does, &Array::of1(&params.ms.into()))?;
    let counting = counters.begin(params.ms)?;
    counters.report(&run, counting).await?;
    busy.await.map(drop)
}

/// Beside them, the page awaits one short wait after another.
async fn a_chain_of_awaits(run: Run, params: Params) -> Result {
    let counters = Counters::start(&run).await?;
    let counting = counters.begin(params.ms)?;
    let end = clock::now() + params.ms;
    while clock::now() < end {
        TimeoutFuture::new(LINK).await;
    }
    counters.report(&run, counting).await
}

/// A worker for each core, which counts.
struct Counters(Vec<Worker>);

/// The counters' answers, on their way.
type Counting = Vec<std::pin::Pin<Box<dyn Future<Output = Result<JsValue>>>>>;

impl Counters {
    async fn start(run: &Run) -> Result<Self> {
        let workers = worker::several(run.cores())?;
        // The first call sets a worker up, and some counting lets the engine optimise.
        worker::ask_all(&workers, "count", &Array::of1(&100.into())).await?;
        Ok(Self(workers))
    }

    fn begin(&self, ms: f64) -> Result<Counting> {
        let mut counting = Counting::new();
        for worker in &self.0 {
            counting.push(Box::pin(worker.begin("count", &Array::of1(&ms.into()))?));
        }
        Ok(counting)
    }

    async fn report(&self, run: &Run, counting: Counting) -> Result {
        let mut counted = 0.0;
        for answer in counting {
            counted += answer.await?.as_f64().unwrap_or_default();
        }
        run.measure("counted", counted);
        run.measure("counters", self.0.len() as f64);
        Ok(())
    }
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
