//! SLUG: what it shows, in one sentence.

pub mod declaration;

use declaration::Params;
use experiment::{Result, Run, clock};
use gloo_timers::future::TimeoutFuture;

/// Holds the thread for the whole time.
fn hold_on(_: Run, params: Params) -> Result {
    let end = clock::now() + params.ms;
    while clock::now() < end {}
    Ok(())
}

/// Gives the thread back until a timer fires.
async fn let_go(_: Run, params: Params) -> Result {
    TimeoutFuture::new(params.ms as u32).await;
    Ok(())
}
