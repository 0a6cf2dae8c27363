//! Two ways of waiting for the same answer: block the thread, or be called back.

use experiment::{Result, Run, clock, error};
use futures_channel::oneshot;
use gloo_timers::callback::Timeout;

experiment::variants! {
    params { ms: f64 }
    sync blocking_loop;
    async future;
}

/// Blocks: it checks the clock again and again until the time is up.
fn blocking_loop(run: Run, params: Params) -> Result {
    let end = clock::now() + params.ms;
    while clock::now() < end {}

    run.output()
        .set_text_content(Some("Here is your answer, from the loop."));
    Ok(())
}

/// Awaits: the browser's timer calls the closure, which writes the answer and wakes this future.
async fn future(run: Run, params: Params) -> Result {
    let (answered, answer) = oneshot::channel();
    let _timer = Timeout::new(params.ms as u32, move || {
        run.output()
            .set_text_content(Some("Here is your answer, from the callback."));
        // The receiver is gone if the reader has pressed Stop.
        let _ = answered.send(());
    });

    answer.await.map_err(|_| error("the timer was cleared"))
}
