//! SLUG: what it shows, in one sentence.

use experiment::{Result, Run, clock};
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: u32 }
    sync hold_on;
    async let_go;
}

/// Holds the thread for the whole time.
fn hold_on(_: Run, params: Params) -> Result {
    let end = clock::now() + f64::from(params.ms);
    while clock::now() < end {}
    Ok(())
}

/// Gives the thread back until a timer fires.
async fn let_go(_: Run, params: Params) -> Result {
    TimeoutFuture::new(params.ms).await;
    Ok(())
}
