//! Looking a user up: what is there on the line that asked?

use experiment::{Result, Run};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

experiment::variants! {
    params { ms: u32 }
    sync plain_call;
    async async_fn;
    async async_fn_ready;
}

/// Looks a user up in a list that is there; their numbers begin at 1.
fn look_up(id: usize, begun: &Cell<bool>) -> &'static str {
    begun.set(true);
    ["Ada", "Grace", "Edsger"][id - 1]
}

/// Looks a user up in a list that takes a while to come.
async fn look_up_later(id: usize, ms: u32, begun: &Cell<bool>) -> &'static str {
    begun.set(true);
    if ms > 0 {
        TimeoutFuture::new(ms).await;
    }
    look_up(id, begun)
}

/// Has the user on the line that asks.
fn plain_call(run: Run, _: Params) -> Result {
    let begun = Cell::new(false);
    let user = look_up(1, &begun);
    run.output()
        .set_text_content(Some(&["On this line: ", user].concat()));
    run.measure("begun", f64::from(begun.get()));
    // A value is not polled, and it is there or the line above would not compile.
    run.measure("polls", 0.0);
    run.measure("there", 1.0);
    Ok(())
}

/// Has a future on the line that asks, and the user later.
async fn async_fn(run: Run, params: Params) -> Result {
    watch(run, params.ms).await
}

/// Has a future on the line that asks, and the user at its first poll: there was nothing to wait for.
async fn async_fn_ready(run: Run, _: Params) -> Result {
    watch(run, 0).await
}

/// Calls the async function, and writes down what is there at each step.
async fn watch(run: Run, ms: u32) -> Result {
    let begun = Cell::new(false);
    let mut user = pin!(look_up_later(1, ms, &begun));
    run.measure("begun", f64::from(begun.get()));

    let mut story = if begun.get() {
        "After the call: it has begun.".to_owned()
    } else {
        "After the call: nothing has begun.".to_owned()
    };
    let (mut polls, mut there) = (0, false);
    poll_fn(|cx| {
        polls += 1;
        let answer = user.as_mut().poll(cx);
        there = polls == 1 && answer.is_ready();
        match answer {
            Poll::Ready(user) => story.extend([" Polled: ready, it is ", user, "."]),
            Poll::Pending => story.push_str(" Polled: pending."),
        }
        run.output().set_text_content(Some(&story));
        answer
    })
    .await;
    run.measure("polls", polls.into());
    run.measure("there", f64::from(there));
    Ok(())
}
