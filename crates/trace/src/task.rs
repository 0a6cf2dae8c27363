//! A future that records its own polls, wakes and end, around any future and under any executor.

use crate::recorder::{Kind, record};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

/// A future that records what the executor does with it.
pub struct Traced<F> {
    task: u32,
    future: Pin<Box<F>>,
    waker: Option<(Waker, Waker)>,
    ready: bool,
}

/// Wraps `future` so that its polls, wakes and end are recorded under the number `task`.
pub fn traced<F: Future>(task: u32, future: F) -> Traced<F> {
    record(Kind::Spawn, task);
    Traced {
        task,
        future: Box::pin(future),
        waker: None,
        ready: false,
    }
}

impl<F: Future> Future for Traced<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = &mut *self;
        let task = this.task;
        // The executor hands over the same waker at each poll, so one wrapper serves them all.
        let waker = match this.waker.take() {
            Some((outer, wrapped)) if outer.will_wake(cx.waker()) => (outer, wrapped),
            _ => {
                let outer = cx.waker().clone();
                (
                    outer.clone(),
                    Waker::from(Arc::new(TracedWaker { task, outer })),
                )
            }
        };
        record(Kind::PollBegin, task);
        let poll = this
            .future
            .as_mut()
            .poll(&mut Context::from_waker(&waker.1));
        this.ready = poll.is_ready();
        record(
            if this.ready {
                Kind::PollReady
            } else {
                Kind::PollPending
            },
            task,
        );
        this.waker = Some(waker);
        poll
    }
}

impl<F> Drop for Traced<F> {
    fn drop(&mut self) {
        if !self.ready {
            record(Kind::Drop, self.task);
        }
    }
}

struct TracedWaker {
    task: u32,
    outer: Waker,
}

impl Wake for TracedWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        record(Kind::Wake, self.task);
        self.outer.wake_by_ref();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recorder::{parse, start, take};
    use std::future::{pending, poll_fn};

    fn kinds() -> Vec<Kind> {
        parse(&take()).0.iter().map(|event| event.kind).collect()
    }

    fn poll_once<F: Future>(future: &mut Traced<F>) -> Poll<F::Output> {
        Pin::new(future).poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn a_future_that_wakes_itself_once_is_polled_twice_with_a_wake_between() {
        start(100, || 0.0);
        let mut first = true;
        let mut future = traced(
            1,
            poll_fn(move |cx| {
                if std::mem::take(&mut first) {
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Poll::Ready(())
            }),
        );
        assert!(poll_once(&mut future).is_pending());
        assert!(poll_once(&mut future).is_ready());
        drop(future);
        use Kind::*;
        assert_eq!(
            kinds(),
            [Spawn, PollBegin, Wake, PollPending, PollBegin, PollReady]
        );
    }

    #[test]
    fn a_future_dropped_before_its_end_says_so() {
        start(100, || 0.0);
        let mut future = traced(1, pending::<()>());
        assert!(poll_once(&mut future).is_pending());
        drop(future);
        assert_eq!(kinds().last(), Some(&Kind::Drop));
    }
}
