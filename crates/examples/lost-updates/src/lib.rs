//! A hundred tasks count together: with and without an await between reading and writing.

use async_lock::Mutex;
use experiment::{Result, Run, task, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use std::cell::{Cell, RefCell};

experiment::variants! {
    params { times: f64 }
    async no_await;
    async an_await_between;
    async a_lock_that_is_awaited;
    async a_borrow;
}

/// How many tasks count.
const TASKS: u32 = 100;

/// Nothing can come in between.
async fn no_await(run: Run, params: Params) -> Result {
    let count = Cell::new(0);
    let refused = each(&run, params, async || {
        let read = count.get();
        count.set(read + 1);
        yielding::microtask().await;
        true
    })
    .await;
    report(&run, params, count.get(), refused);
    Ok(())
}

/// Every other task can come in between.
async fn an_await_between(run: Run, params: Params) -> Result {
    let count = Cell::new(0);
    let refused = each(&run, params, async || {
        let read = count.get();
        yielding::microtask().await;
        count.set(read + 1);
        true
    })
    .await;
    report(&run, params, count.get(), refused);
    Ok(())
}

/// Every other task has to wait meanwhile.
async fn a_lock_that_is_awaited(run: Run, params: Params) -> Result {
    let count = Mutex::new(0);
    let refused = each(&run, params, async || {
        let mut count = count.lock().await;
        let read = *count;
        yielding::microtask().await;
        *count = read + 1;
        true
    })
    .await;
    report(&run, params, *count.lock().await, refused);
    Ok(())
}

/// A task that comes in between is refused; `borrow_mut` would have panicked.
#[expect(
    clippy::await_holding_refcell_ref,
    reason = "what becomes of it is what this variant shows"
)]
async fn a_borrow(run: Run, params: Params) -> Result {
    let count = RefCell::new(0);
    let refused = each(&run, params, async || {
        let Ok(mut count) = count.try_borrow_mut() else {
            // This addition is given up. Without a turn for the others, all that follow would be as well.
            yielding::microtask().await;
            return false;
        };
        let read = *count;
        yielding::microtask().await;
        *count = read + 1;
        true
    })
    .await;
    report(&run, params, count.into_inner(), refused);
    Ok(())
}

/// Has each task count so many times; says how often it was refused.
async fn each(run: &Run, params: Params, count: impl AsyncFn() -> bool) -> u32 {
    let refused = Cell::new(0);
    let one = || {
        let (count, refused) = (&count, &refused);
        let counts = async move {
            for _ in 0..params.times as u32 {
                let counted = count().await;
                refused.set(refused.get() + u32::from(!counted));
            }
        };
        task(run, "task", counts).boxed_local()
    };
    let tasks: FuturesUnordered<LocalBoxFuture<()>> = (0..TASKS).map(|_| one()).collect();
    tasks.count().await;
    refused.get()
}

fn report(run: &Run, params: Params, count: u32, refused: u32) {
    run.measure("counted", count.into());
    run.measure("refused", refused.into());
    let wanted = f64::from(TASKS) * params.times;
    run.measure("lost", wanted - f64::from(count + refused));
}
