//! A value in the code and one from outside; a fixed wait and a wait for readiness.

use experiment::{Result, Run, clock, yielding};
use fastrand::Rng;
use futures_channel::oneshot;
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: u32 }
    async in_the_code;
    async from_outside;
    async fixed_wait;
    async woken;
}

/// The value in question, how many steps make a batch, and how many batches are taken.
const VALUE: u32 = 16;
const STEPS: u32 = 3_000_000;
const BATCHES: u32 = 11;

/// How many things become ready, and after how many milliseconds on average.
const THINGS: u32 = 100;
const MEAN: f64 = 200.0;

#[inline(never)]
fn with_the_value_in_the_code(begin: u32) -> u32 {
    (0..STEPS).fold(begin, |sum, nth| {
        (sum % VALUE).wrapping_mul(31).wrapping_add(nth)
    })
}

#[inline(never)]
fn with_a_value_from_outside(begin: u32, value: u32) -> u32 {
    (0..STEPS).fold(begin, |sum, nth| {
        (sum % value).wrapping_mul(31).wrapping_add(nth)
    })
}

async fn in_the_code(run: Run, _: Params) -> Result {
    batches(run, with_the_value_in_the_code).await
}

async fn from_outside(run: Run, _: Params) -> Result {
    batches(run, |begin| {
        with_a_value_from_outside(begin, black_box(VALUE))
    })
    .await
}

async fn batches(run: Run, work: impl Fn(u32) -> u32) -> Result {
    for _ in 0..BATCHES {
        let begin = clock::now();
        let result = work(black_box(1));
        run.measure("each", (clock::now() - begin) * 1e6 / f64::from(STEPS));
        run.measure("result", result.into());
        yielding::yield_now().await;
    }
    Ok(())
}

/// A hundred things, each of which is taken to be ready after a fixed time.
async fn fixed_wait(run: Run, params: Params) -> Result {
    things(run, async |_ready| TimeoutFuture::new(params.ms).await).await
}

/// A hundred things, each of which is awaited.
async fn woken(run: Run, _: Params) -> Result {
    things(run, async |ready| {
        // The sender doesn't go before it has sent.
        let _ = ready.await;
    })
    .await
}

/// Waits for a hundred things, and counts who came too early, and how long the others waited for nothing.
async fn things(run: Run, wait: impl AsyncFn(oneshot::Receiver<()>)) -> Result {
    // The same luck for each thing and each variant.
    let mut random = Rng::with_seed(7);
    let (early, wasted) = (Cell::new(0), Cell::new(0.0));
    let things: FuturesUnordered<LocalBoxFuture<()>> = (0..THINGS)
        .map(|_| {
            let takes = MEAN * (0.4 + 1.2 * random.f64() * random.f64() + 0.6 * random.f64());
            let ready_at = Rc::new(Cell::new(f64::INFINITY));
            let (tell, ready) = oneshot::channel();
            let at = Rc::clone(&ready_at);
            spawn_local(async move {
                TimeoutFuture::new(takes as u32).await;
                at.set(clock::now());
                // The receiver may have gone.
                let _ = tell.send(());
            });
            let (early, wasted, wait) = (&early, &wasted, &wait);
            let one = async move {
                wait(ready).await;
                let late = clock::now() - ready_at.get();
                if late.is_finite() {
                    wasted.set(wasted.get() + late);
                } else {
                    early.set(early.get() + 1);
                }
            };
            one.boxed_local()
        })
        .collect();
    things.count().await;
    run.measure("early", f64::from(early.get()));
    run.measure("wasted", wasted.get() / f64::from(THINGS - early.get()));
    Ok(())
}
