//! Ten sleeps in async functions: in a call that blocks, and in a timer that is awaited.

use experiment::{Result, Run, blocking, task};
use futures_util::future::join_all;
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: f64 }
    async blocking_sleep;
    async awaited_sleep;
}

/// How many tasks sleep.
const TASKS: u32 = 10;

/// Sleeps in a call that returns when the time is up, though this function is async.
async fn sleep_blocking(ms: f64) {
    blocking::spin(ms);
}

/// Sleeps by awaiting a timer.
async fn sleep(ms: f64) {
    TimeoutFuture::new(ms as u32).await;
}

/// Joins ten tasks that sleep the wrong way.
async fn blocking_sleep(run: Run, params: Params) -> Result {
    join_all((0..TASKS).map(|_| task(&run, "sleeper", sleep_blocking(params.ms)))).await;
    Ok(())
}

/// Joins ten tasks that sleep the right way.
async fn awaited_sleep(run: Run, params: Params) -> Result {
    join_all((0..TASKS).map(|_| task(&run, "sleeper", sleep(params.ms)))).await;
    Ok(())
}
