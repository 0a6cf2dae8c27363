//! A panic in a worker, heard and unheard, and beside other futures of one instance.

pub mod declaration;

use declaration::Params;
use experiment::worker::{Worker, job};
use experiment::{Result, Run, error};
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// What two futures share.
    static LEDGER: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    /// How many steps a third one has taken.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// A worker panics, and the page awaits what comes of it.
async fn heard(run: Run, _: Params) -> Result {
    let (falls, other) = (Worker::start()?, Worker::start()?);
    let told = falls.call("fall", &Array::new()).await.is_err();
    run.measure("told", f64::from(told));
    beside(&run, &other).await
}

/// A worker panics, and nobody awaits it.
async fn unheard(run: Run, params: Params) -> Result {
    let (falls, other) = (Worker::start()?, Worker::start()?);
    drop(falls.begin("fall", &Array::new())?);
    TimeoutFuture::new(params.ms as u32).await;
    run.measure("told", 0.0);
    beside(&run, &other).await
}

/// Nothing panics: three futures of one instance go on beside each other.
async fn nobody_falls(run: Run, params: Params) -> Result {
    together(false, run, params).await
}

/// One of three futures of one instance panics, with the ledger in its hands.
async fn one_falls(run: Run, params: Params) -> Result {
    together(true, run, params).await
}

async fn together(falls: bool, run: Run, params: Params) -> Result {
    let (instance, other) = (Worker::start()?, Worker::start()?);
    let nothing = Array::new();
    let begin = Array::of1(&falls.into());
    // What is uncaught over there ends what is awaited here.
    let told = instance.call("begin", &begin).await.is_err();
    run.measure("told", f64::from(told));
    TimeoutFuture::new(params.ms as u32).await;
    let answers = async |name| {
        let answer = instance.call(name, &nothing);
        f64::from(patiently(answer).await.is_ok())
    };
    run.measure("plain", answers("plain").await);
    run.measure("ledger", answers("ledger").await);
    let before = instance.call("steps", &nothing).await?;
    TimeoutFuture::new(params.ms as u32).await;
    let after = instance.call("steps", &nothing).await?;
    run.measure("goes_on", f64::from(after.as_f64() > before.as_f64()));
    run.measure("fresh", answers("awaits").await);
    beside(&run, &other).await
}

/// Awaits an answer, but not for ever.
async fn patiently(answer: impl Future<Output = Result<JsValue>>) -> Result<JsValue> {
    match select(Box::pin(answer), TimeoutFuture::new(300)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(error("No answer came.")),
    }
}

/// Looks whether the page and another worker go on.
async fn beside(run: &Run, other: &Worker) -> Result {
    let answer = patiently(other.call("plain", &Array::new())).await;
    run.measure("others", f64::from(answer.is_ok()));
    Ok(())
}

/// What a worker is asked for: to fall over.
#[wasm_bindgen]
pub fn fall() {
    panic!("This worker was asked to fall over.");
}

/// What a worker is asked for: three futures, of which one may fall.
#[wasm_bindgen]
pub fn begin(falls: bool) {
    spawn_local(async {
        loop {
            TimeoutFuture::new(10).await;
            STEPS.set(STEPS.get() + 1);
        }
    });
    spawn_local(async move {
        TimeoutFuture::new(20).await;
        LEDGER.with_borrow_mut(|ledger| {
            ledger.push(1);
            assert!(
                !falls,
                "This future fell over with the ledger in its hands."
            );
        });
    });
}

/// What a worker is asked for: something that needs nothing of what has fallen.
#[wasm_bindgen]
pub fn plain() -> u32 {
    42
}

/// What a worker is asked for: what is in the ledger.
#[wasm_bindgen]
pub fn ledger() -> u32 {
    LEDGER.with_borrow(|ledger| ledger.iter().sum())
}

/// What a worker is asked for: how many steps the other future has taken.
#[wasm_bindgen]
pub fn steps() -> u32 {
    STEPS.get()
}

/// What a worker is asked for: a future of its own, begun now.
#[wasm_bindgen]
pub fn awaits() -> Promise {
    job(async {
        TimeoutFuture::new(1).await;
        Ok(JsValue::TRUE)
    })
}
