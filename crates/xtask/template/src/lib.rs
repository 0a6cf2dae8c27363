//! SLUG: what it shows, in one sentence.

use experiment::{Result, Run, clock};
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: u32 }
    sync busy_loop;
    async future;
}

/// Blocks the thread for the whole time.
fn busy_loop(_: Run, params: Params) -> Result {
    let end = clock::now() + f64::from(params.ms);
    while clock::now() < end {}
    Ok(())
}

/// Gives up the thread until a timer fires.
async fn future(_: Run, params: Params) -> Result {
    TimeoutFuture::new(params.ms).await;
    Ok(())
}
