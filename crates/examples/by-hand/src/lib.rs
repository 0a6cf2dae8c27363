//! A future written by hand, and two ways of getting it wrong.

mod timer;
mod your_turn;

use experiment::{Result, Run, clock, task};
use futures_util::future::{Either, select};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use timer::Timer;
use your_turn::your_turn;

experiment::variants! {
    params { ms: f64 }
    async by_hand;
    async loses_its_waker;
    async wakes_itself;
    async your_turn;
}

/// How many times as long as the timer one waits for a future that may never end.
const PATIENCE: u32 = 2;

/// Keeps the waker, and calls it when the timer has fired.
async fn by_hand(run: Run, params: Params) -> Result {
    watch(run, params, Box::pin(Timer::new(params.ms as u32))).await
}

/// Says 'pending' and forgets whom to call.
async fn loses_its_waker(run: Run, params: Params) -> Result {
    let timer = Timer::new(params.ms as u32);
    watch(run, params, Box::pin(Forgetful(timer))).await
}

/// Says 'pending' and asks to be polled again immediately, until the time is up.
async fn wakes_itself(run: Run, params: Params) -> Result {
    watch(run, params, Box::pin(Impatient(clock::now() + params.ms))).await
}

/// A future of whatever kind.
type AnyFuture = Pin<Box<dyn Future<Output = ()>>>;

/// A future that never keeps its waker.
struct Forgetful(Timer);

impl Future for Forgetful {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.0.has_fired() {
            return Poll::Ready(());
        }
        Poll::Pending
    }
}

/// A future that wakes itself until a moment on the clock.
struct Impatient(f64);

impl Future for Impatient {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if clock::now() >= self.0 {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// Awaits a future, for a limited time, and counts its polls.
async fn watch(run: Run, params: Params, mut future: AnyFuture) -> Result {
    let polls = Cell::new(0);
    let counted = task(
        &run,
        "the future",
        poll_fn(|cx| {
            polls.set(polls.get() + 1);
            future.as_mut().poll(cx)
        }),
    );
    // It polls what has been woken and nothing else, as an executor does; a plain select would ask again at the end.
    let mut woken = FuturesUnordered::from_iter([counted]);
    let limit = TimeoutFuture::new(PATIENCE * params.ms as u32);
    let done = matches!(select(woken.next(), limit).await, Either::Left(_));
    run.measure("polls", polls.get().into());
    run.measure("done", f64::from(done));
    Ok(())
}
