//! Fifty tasks at a door: how many are inside at the same time with a mutex, and with one permit, three and ten?

use async_lock::{Mutex, Semaphore};
use experiment::{Result, Run, clock, task};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

experiment::variants! {
    params { ms: u32 }
    async a_mutex;
    async one_permit;
    async three_permits;
    async ten_permits;
}

/// How many tasks want in.
const TASKS: u32 = 50;

async fn a_mutex(run: Run, params: Params) -> Result {
    let door = Mutex::new(());
    fifty(run, params, async |inside| {
        let _held = door.lock().await;
        inside.await;
    })
    .await
}

async fn one_permit(run: Run, params: Params) -> Result {
    permits(1, run, params).await
}

async fn three_permits(run: Run, params: Params) -> Result {
    permits(3, run, params).await
}

async fn ten_permits(run: Run, params: Params) -> Result {
    permits(10, run, params).await
}

async fn permits(count: usize, run: Run, params: Params) -> Result {
    let door = Semaphore::new(count);
    fifty(run, params, async |inside| {
        let _permit = door.acquire().await;
        inside.await;
    })
    .await
}

/// What a task does inside.
type Inside<'a> = LocalBoxFuture<'a, ()>;

/// Sends fifty tasks through a door, and counts who is inside.
async fn fifty(run: Run, params: Params, through: impl AsyncFn(Inside<'_>)) -> Result {
    let (inside, most) = (Cell::new(0_u32), Cell::new(0));
    let (last, overtaken) = (Cell::new(0), Cell::new(0));
    let begin = clock::now();
    let one = |nth: u32| {
        let (inside, most, through) = (&inside, &most, &through);
        let (last, overtaken) = (&last, &overtaken);
        let stay = async move {
            overtaken.set(overtaken.get() + u32::from(nth < last.get()));
            last.set(nth.max(last.get()));
            inside.set(inside.get() + 1);
            most.set(most.get().max(inside.get()));
            TimeoutFuture::new(params.ms).await;
            inside.set(inside.get() - 1);
        };
        let goes = async move { through(stay.boxed_local()).await };
        task(&run, "task", goes).boxed_local()
    };
    let tasks: FuturesUnordered<LocalBoxFuture<()>> = (0..TASKS).map(one).collect();
    tasks.count().await;
    run.measure("most", most.get().into());
    run.measure("overtaken", overtaken.get().into());
    run.measure("took", clock::now() - begin);
    Ok(())
}
