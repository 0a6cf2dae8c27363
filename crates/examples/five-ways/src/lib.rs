//! One job, and five ways to learn of its result.

pub mod declaration;

use declaration::Params;
use experiment::{Result, Run, clock, error};
use futures_channel::{mpsc, oneshot};
use futures_util::stream::StreamExt;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::rc::Rc;

/// How often the one who polls looks, in milliseconds.
const GLANCE: u32 = 10;

/// What the job comes to, and when it did.
#[derive(Clone, Copy)]
struct Answer {
    value: f64,
    at: f64,
}

/// Starts the job, which calls a function when it is done.
fn job(params: Params, done: impl FnOnce(Answer) + 'static) -> Timeout {
    Timeout::new(params.ms as u32, || {
        done(Answer {
            value: 42.0,
            at: clock::now(),
        });
    })
}

/// Is called with the result.
async fn callback(run: Run, params: Params) -> Result {
    let (told, end) = oneshot::channel();
    let _job = job(params, move |answer| {
        report(&run, answer, 0);
        // Nobody listens any more if the reader has pressed Stop.
        let _ = told.send(());
    });
    end.await.map_err(|_| error("Nobody called back."))
}

/// Awaits a future of the result.
async fn future(run: Run, params: Params) -> Result {
    let (sender, answer) = oneshot::channel();
    let _job = job(params, |answer| {
        // Nobody listens any more if the reader has pressed Stop.
        let _ = sender.send(answer);
    });
    let answer = answer.await.map_err(|_| error("The job was dropped."))?;
    report(&run, answer, 0);
    Ok(())
}

/// Takes the result out of a queue of messages.
async fn queue(run: Run, params: Params) -> Result {
    let (sender, mut messages) = mpsc::unbounded();
    let _job = job(params, move |answer| {
        let _ = sender.unbounded_send(answer);
    });
    let answer = messages
        .next()
        .await
        .ok_or_else(|| error("The queue was closed."))?;
    report(&run, answer, 0);
    Ok(())
}

/// Goes through a stream whose last item is the result.
async fn stream(run: Run, params: Params) -> Result {
    let (sender, answers) = mpsc::unbounded();
    let _job = job(params, move |answer| {
        let _ = sender.unbounded_send(answer);
    });
    let answer = answers.fold(None, async |_, answer| Some(answer)).await;
    report(
        &run,
        answer.ok_or_else(|| error("The stream was empty."))?,
        0,
    );
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
