//! A future that records its own polls, wakes and end, around any future and under any executor.

use crate::recorder::{Kind, is_recording, record};
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
        // A variant that measures costs runs without a recorder, and then without wrapped wakers too.
        if !is_recording() {
            let poll = this.future.as_mut().poll(cx);
            this.ready = poll.is_ready();
            return poll;
        }
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
    use crate::recorder::{Event, parse, start, take};
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
    fn a_future_dropped_before_its_end_says_so_and_is_polled_no_more() {
        start(100, || 0.0);
        let mut future = traced(1, pending::<()>());
        assert!(poll_once(&mut future).is_pending());
        drop(future);
        assert_eq!(kinds().last(), Some(&Kind::Drop));
    }

    #[test]
    fn without_a_recorder_the_executors_own_waker_is_handed_on() {
        let mut future = traced(
            1,
            poll_fn(|cx| Poll::Ready(cx.waker().will_wake(Waker::noop()))),
        );
        assert_eq!(poll_once(&mut future), Poll::Ready(true));
        assert!(take().is_empty());
    }

    /// Runs three tasks that hand a token round on a queue of woken ones, as an executor does.
    fn run_a_ring() -> Vec<Event> {
        use std::cell::RefCell;
        use std::rc::Rc;
        use std::sync::Mutex;
        use std::sync::mpsc::{Sender, channel};
        thread_local! {
            static CLOCK: std::cell::Cell<f64> = const { std::cell::Cell::new(0.0) };
        }
        struct Queue(u32, Mutex<Sender<u32>>);
        impl Wake for Queue {
            fn wake(self: Arc<Self>) {
                self.1.lock().unwrap().send(self.0).unwrap();
            }
        }
        start(10_000, || {
            CLOCK.set(CLOCK.get() + 1.0);
            CLOCK.get()
        });
        let (woken, queue) = channel();
        let wakers: Vec<Waker> = (0..3)
            .map(|task| Waker::from(Arc::new(Queue(task, Mutex::new(woken.clone())))))
            .collect();
        let shared = Rc::new(RefCell::new(vec![None::<Waker>; 3]));
        let mut tasks: Vec<_> = (0..3)
            .map(|task| {
                let (mut turns, shared) = (0, Rc::clone(&shared));
                traced(
                    task,
                    poll_fn(move |cx| {
                        let neighbour = shared.borrow_mut()[(task as usize + 1) % 3].take();
                        shared.borrow_mut()[task as usize] = Some(cx.waker().clone());
                        if let Some(neighbour) = neighbour {
                            neighbour.wake();
                        }
                        turns += 1;
                        if turns > 20 {
                            Poll::Ready(())
                        } else {
                            Poll::Pending
                        }
                    }),
                )
            })
            .map(Some)
            .collect();
        (0..3).for_each(|task| woken.send(task).unwrap());
        while let Ok(task) = queue.try_recv() {
            let slot = &mut tasks[task as usize];
            let Some(future) = slot else { continue };
            let mut cx = Context::from_waker(&wakers[task as usize]);
            if Pin::new(future).poll(&mut cx).is_ready() {
                *slot = None;
            }
        }
        drop(tasks);
        parse(&take()).0
    }

    #[test]
    fn starts_equal_ends_and_every_poll_but_the_first_has_a_wake_before_it() {
        let events = run_a_ring();
        for task in 0..3 {
            let own: Vec<Kind> = events
                .iter()
                .filter(|event| event.task == task)
                .map(|event| event.kind)
                .collect();
            let count = |kinds: &[Kind]| own.iter().filter(|kind| kinds.contains(kind)).count();
            use Kind::*;
            assert_eq!(count(&[Spawn]), 1);
            assert_eq!(count(&[PollBegin]), count(&[PollPending, PollReady]));
            assert_eq!(count(&[PollReady, Drop]), 1, "{own:?}");
            let mut woken = true;
            for kind in &own {
                match kind {
                    PollBegin => assert!(std::mem::take(&mut woken), "{own:?}"),
                    Wake => woken = true,
                    Drop => assert_eq!(own.last(), Some(&Drop)),
                    _ => {}
                }
            }
            assert!(count(&[PollBegin]) > 3);
        }
    }
}
