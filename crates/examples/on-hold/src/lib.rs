//! The same wait three ways: asking the clock, blocking requests, and a reply that is awaited.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, blocking};

experiment::variants! {
    params { ms: f64 }
    sync asking_the_clock;
    sync blocking_requests;
    async awaited_reply;
}

/// Holds the thread by asking the clock again and again: it computes, if nothing useful.
fn asking_the_clock(_: Run, params: Params) -> Result {
    blocking::spin(params.ms);
    Ok(())
}

/// Holds the thread by requests whose calls return when the reply is there: it computes nothing.
fn blocking_requests(run: Run, params: Params) -> Result {
    let count = blocking::requests(&run.site(), params.ms)?;
    run.measure("requests", f64::from(count));
    Ok(())
}

/// Lets go of the thread until the reply comes.
async fn awaited_reply(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    source.ask(Ask::after(params.ms)).await?;
    Ok(())
}
