//! Synchronous or asynchronous, blocking or not: two questions, four answers.

use experiment::{Result, Run, blocking, error};
use futures_channel::oneshot;
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: f64 }
    sync wait_in_a_call;
    sync look_and_go_on;
    async spin_in_a_future;
    async await_a_timer;
}

/// How often the mailbox is checked.
const LOOKS: u32 = 1000;

/// Synchronous and blocking: the call returns when the wait is over.
fn wait_in_a_call(run: Run, params: Params) -> Result {
    blocking::requests(&run.site(), params.ms).map(drop)
}

/// Synchronous and not blocking: the call returns immediately and says that nothing is there.
fn look_and_go_on(run: Run, _: Params) -> Result {
    let (_sender, mut mailbox) = oneshot::channel::<u32>();
    for _ in 0..LOOKS {
        if mailbox.try_recv() != Ok(None) {
            return Err(error("There was something in an empty mailbox."));
        }
    }
    run.output()
        .set_text_content(Some("The mailbox was empty a thousand times."));
    Ok(())
}

/// Asynchronous and blocking: a future whose only poll takes as long as the wait.
async fn spin_in_a_future(_: Run, params: Params) -> Result {
    blocking::spin(params.ms);
    Ok(())
}

/// Asynchronous and not blocking: a future that is woken when the wait is over.
async fn await_a_timer(_: Run, params: Params) -> Result {
    TimeoutFuture::new(params.ms as u32).await;
    Ok(())
}
