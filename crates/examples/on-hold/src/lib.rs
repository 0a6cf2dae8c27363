//! The same wait in three ways: a busy loop, synchronous requests, and an awaited reply.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, blocking};

experiment::variants! {
    params { ms: f64 }
    sync asking_the_clock;
    sync blocking_requests;
    async awaited_reply;
}

/// Blocks the thread by checking the clock again and again: it computes, if nothing useful.
fn asking_the_clock(_: Run, params: Params) -> Result {
    blocking::spin(params.ms);
    Ok(())
}

/// Blocks the thread by synchronous requests, which return when the reply is there: it computes nothing.
fn blocking_requests(run: Run, params: Params) -> Result {
    let count = blocking::requests(&run.site(), params.ms)?;
    run.measure("requests", f64::from(count));
    Ok(())
}

/// Gives up the thread until the reply comes.
async fn awaited_reply(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    source.ask(Ask::after(params.ms)).await?;
    Ok(())
}
