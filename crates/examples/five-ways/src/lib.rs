//! One job, and five ways of learning its result.

use experiment::{Result, Run, clock, error};
use futures_channel::{mpsc, oneshot};
use futures_util::stream::StreamExt;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;

experiment::variants! {
    params { ms: u32 }
    async callback;
    async future;
    async queue;
    async stream;
    async polling;
}

/// How often the polling loop looks, in milliseconds.
const GLANCE: u32 = 10;

/// The job's result, and when it was there.
#[derive(Clone, Copy)]
struct Answer {
    value: f64,
    at: f64,
}

/// Starts the job, which calls a function when it is done.
fn job(params: Params, done: impl FnOnce(Answer) + 'static) -> Timeout {
    Timeout::new(params.ms, || {
        done(Answer {
            value: 42.0,
            at: clock::now(),
        });
    })
}

/// Awaits a future and counts the polls in vain; the first one leaves the waker, so it isn't in vain.
async fn watched<F: Future>(future: F) -> (F::Output, u32) {
    let mut future = pin!(future);
    let mut pending: u32 = 0;
    let output = poll_fn(|cx| {
        let poll = future.as_mut().poll(cx);
        pending += u32::from(poll.is_pending());
        poll
    })
    .await;
    (output, pending.saturating_sub(1))
}

/// Is called with the result.
async fn callback(run: Run, params: Params) -> Result {
    let (told, end) = oneshot::channel();
    let _job = job(params, move |answer| {
        // A callback looks at nothing, so there is nothing to count.
        report(&run, answer, 0);
        // The receiver is gone if the reader has pressed Stop.
        let _ = told.send(());
    });
    end.await.map_err(|_| error("Nobody called back."))
}

/// Awaits a future of the result.
async fn future(run: Run, params: Params) -> Result {
    let (sender, answer) = oneshot::channel();
    let _job = job(params, |answer| {
        // The receiver is gone if the reader has pressed Stop.
        let _ = sender.send(answer);
    });
    let (answer, wasted) = watched(answer).await;
    let answer = answer.map_err(|_| error("The job was dropped."))?;
    report(&run, answer, wasted);
    Ok(())
}

/// Takes the result out of a queue of messages.
async fn queue(run: Run, params: Params) -> Result {
    let (sender, mut messages) = mpsc::unbounded();
    let _job = job(params, move |answer| {
        let _ = sender.unbounded_send(answer);
    });
    let (answer, wasted) = watched(messages.next()).await;
    let answer = answer.ok_or_else(|| error("The queue was closed."))?;
    report(&run, answer, wasted);
    Ok(())
}

/// Goes through a stream whose last item is the result.
async fn stream(run: Run, params: Params) -> Result {
    let (sender, answers) = mpsc::unbounded();
    let _job = job(params, move |answer| {
        let _ = sender.unbounded_send(answer);
    });
    let last = answers.fold(None, async |_, answer| Some(answer));
    let (answer, wasted) = watched(last).await;
    let answer = answer.ok_or_else(|| error("The stream was empty."))?;
    report(&run, answer, wasted);
    Ok(())
}

/// Looks again and again whether the result is there.
async fn polling(run: Run, params: Params) -> Result {
    let mailbox = Rc::new(Cell::new(None));
    let _job = job(params, {
        let mailbox = Rc::clone(&mailbox);
        move |answer| mailbox.set(Some(answer))
    });
    let mut wasted = 0;
    let answer = loop {
        if let Some(answer) = mailbox.get() {
            break answer;
        }
        wasted += 1;
        TimeoutFuture::new(GLANCE).await;
    };
    report(&run, answer, wasted);
    Ok(())
}

fn report(run: &Run, answer: Answer, wasted: u32) {
    run.measure("value", answer.value);
    run.measure("delay", clock::now() - answer.at);
    run.measure("wasted", wasted.into());
}
