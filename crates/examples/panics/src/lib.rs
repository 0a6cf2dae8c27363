//! A panic in a worker, awaited and not, and next to other futures of one instance.

use experiment::job::{Job, Returned};
use experiment::worker::{Worker, awaiting};
use experiment::{Promise, Result, Run, job};
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::Boolean;
use std::cell::{Cell, RefCell};
use std::pin::pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: u32 }
    async heard;
    async unheard;
    async nobody_falls;
    async one_falls;
}

/// How long a new future may take before it is taken to be stuck, in milliseconds.
const PATIENCE: u32 = 2000;

thread_local! {
    /// Whether the future with the ledger has ended, in whatever way.
    static OVER: Cell<bool> = const { Cell::new(false) };
    /// What two futures share.
    static LEDGER: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    /// How many steps a third one has taken.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// A worker panics, and the page awaits what comes of it.
async fn heard(run: Run, _: Params) -> Result {
    let (falls, other) = (Worker::start()?, Worker::ready().await?);
    let told = falls.call(job!(fall())).await.is_err();
    run.measure("told", f64::from(told));
    beside(&run, &other).await
}

/// A worker panics, and nothing awaits it.
async fn unheard(run: Run, params: Params) -> Result {
    let (falls, other) = (Worker::ready().await?, Worker::ready().await?);
    drop(falls.begin(&job!(fall()))?);
    TimeoutFuture::new(params.ms).await;
    run.measure("told", 0.0);
    beside(&run, &other).await
}

/// Nothing panics: three futures of one instance run side by side.
async fn nobody_falls(run: Run, params: Params) -> Result {
    together(false, run, params).await
}

/// One of three futures of one instance panics, with the ledger in its hands.
async fn one_falls(run: Run, params: Params) -> Result {
    together(true, run, params).await
}

async fn together(falls: bool, run: Run, params: Params) -> Result {
    let (instance, other) = (Worker::ready().await?, Worker::ready().await?);
    instance.call(job!(begin(falls))).await?;
    // What is uncaught over there may answer this in place of the function, and is a sign as well.
    while let Ok(false) = instance.call(job!(is_over())).await {
        TimeoutFuture::new(10).await;
    }
    let pause = || TimeoutFuture::new(params.ms);
    pause().await;
    run.measure("plain", answers(&instance, job!(plain())).await);
    run.measure("ledger", answers(&instance, job!(ledger())).await);
    let before = instance.call(job!(steps())).await?;
    pause().await;
    let after = instance.call(job!(steps())).await?;
    run.measure("goes_on", f64::from(after > before));
    let fresh = pin!(answers(&instance, job!(awaits())));
    let fresh = select(fresh, TimeoutFuture::new(PATIENCE)).await;
    let fresh = match fresh {
        Either::Left((fresh, _)) => fresh,
        Either::Right(_) => 0.0,
    };
    run.measure("fresh", fresh);
    beside(&run, &other).await
}

/// Whether a worker answers, as a number.
async fn answers<R: Returned>(worker: &Worker, job: Job<R>) -> f64 {
    f64::from(worker.call(job).await.is_ok())
}

/// Looks whether another worker, which ran all the time, goes on.
async fn beside(run: &Run, other: &Worker) -> Result {
    run.measure("others", answers(other, job!(plain())).await);
    Ok(())
}

/// What a worker is asked for: to fall over.
#[wasm_bindgen]
pub fn fall() {
    panic!("This worker was asked to fall over.");
}

/// What a worker is asked for: three futures, one of which may panic.
#[wasm_bindgen]
pub fn begin(falls: bool) {
    std::panic::set_hook(Box::new(|_| OVER.set(true)));
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
        OVER.set(true);
    });
}

/// What a worker is asked for: whether the future with the ledger has ended.
#[wasm_bindgen]
pub fn is_over() -> bool {
    OVER.get()
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
pub fn awaits() -> Promise<Boolean> {
    awaiting(async {
        TimeoutFuture::new(1).await;
        Ok(true.into())
    })
}
