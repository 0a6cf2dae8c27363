//! Two tasks that need two locks: in opposite order, in the same order, and with a limit.

use async_lock::Mutex;
use experiment::{Result, Run, clock, task};
use futures_util::future::{Either, FutureExt, LocalBoxFuture, join, select};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

experiment::variants! {
    params { ms: u32 }
    async opposite_order;
    async same_order;
    async with_a_limit;
}

/// How long a task waits for its second lock where that is limited, in milliseconds.
const PATIENCE: u32 = 40;

/// Two locks, each of which only one task can hold.
#[derive(Default)]
struct Two {
    left: Mutex<()>,
    right: Mutex<()>,
    done: Cell<u32>,
    tries: Cell<u32>,
}

/// One takes the left first, the other the right.
async fn opposite_order(run: Run, params: Params) -> Result {
    let two = Two::default();
    let one = both(&two, &two.left, &two.right, params);
    let other = both(&two, &two.right, &two.left, params);
    watch(&run, &two, one, other).await
}

/// Both take the left first.
async fn same_order(run: Run, params: Params) -> Result {
    let two = Two::default();
    let one = both(&two, &two.left, &two.right, params);
    let other = both(&two, &two.left, &two.right, params);
    watch(&run, &two, one, other).await
}

/// In opposite order again, but a task that waits too long releases its lock and starts over.
async fn with_a_limit(run: Run, params: Params) -> Result {
    let two = Two::default();
    let one = patiently(&two, &two.left, &two.right, PATIENCE, params);
    // If both were equally patient, they might release their locks at the same moment, again and again: a livelock.
    let other = patiently(&two, &two.right, &two.left, 2 * PATIENCE, params);
    watch(&run, &two, one, other).await
}

/// Takes both, one after the other, and works for a while.
async fn both(two: &Two, first: &Mutex<()>, second: &Mutex<()>, params: Params) {
    let ms = params.ms;
    two.tries.set(two.tries.get() + 1);
    let _first = first.lock().await;
    TimeoutFuture::new(ms).await;
    let _second = second.lock().await;
    TimeoutFuture::new(ms).await;
    two.done.set(two.done.get() + 1);
}

/// Tries until both were to be had within the time.
async fn patiently(
    two: &Two,
    first: &Mutex<()>,
    second: &Mutex<()>,
    patience: u32,
    params: Params,
) {
    let ms = params.ms;
    loop {
        two.tries.set(two.tries.get() + 1);
        let held = first.lock().await;
        TimeoutFuture::new(ms).await;
        let second = second.lock().boxed_local();
        if let Either::Left((_second, _)) = select(second, TimeoutFuture::new(patience)).await {
            TimeoutFuture::new(ms).await;
            two.done.set(two.done.get() + 1);
            return;
        }
        drop(held);
        // The other task gets it now.
        TimeoutFuture::new(ms).await;
    }
}

/// Awaits both tasks, for a limited time.
async fn watch(
    run: &Run,
    two: &Two,
    one: impl Future<Output = ()>,
    other: impl Future<Output = ()>,
) -> Result {
    let begin = clock::now();
    let one = task(run, "one", one).boxed_local();
    let other = task(run, "the other", other).boxed_local();
    let tasks: LocalBoxFuture<((), ())> = join(one, other).boxed_local();
    select(tasks, TimeoutFuture::new(1000)).await;
    run.measure("done", two.done.get().into());
    run.measure("tries", two.tries.get().into());
    run.measure("took", clock::now() - begin);
    Ok(())
}
