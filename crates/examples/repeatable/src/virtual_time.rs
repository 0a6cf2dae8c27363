//! A clock that stands still while a task runs, and jumps to the next moment that a task waits for.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The clock, in milliseconds, and who waits for which moment.
#[derive(Default)]
pub struct VirtualTime {
    now: Cell<u32>,
    waiting: RefCell<Vec<(u32, Waker)>>,
}

impl VirtualTime {
    /// Waits for so many milliseconds.
    pub async fn wait(&self, ms: u32) {
        let due = self.now.get() + ms;
        poll_fn(|cx| {
            if self.now.get() >= due {
                return Poll::Ready(());
            }
            // A task that is polled again is noted again, and woken twice, which does no harm.
            self.waiting.borrow_mut().push((due, cx.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    /// Runs a future to its end. When it has nothing to do at this moment, the next one comes.
    ///
    /// # Panics
    ///
    /// If the future waits for anything but this clock.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let mut cx = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(result) = future.as_mut().poll(&mut cx) {
                return result;
            }
            let mut waiting = self.waiting.borrow_mut();
            let next = waiting.iter().map(|(due, _)| *due).min();
            let next = next.expect("somebody waits");
            self.now.set(next);
            for (_, waker) in waiting.extract_if(.., |(due, _)| *due == next) {
                waker.wake();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::{join, join_all};

    #[test]
    fn waits_come_in_the_order_of_time_and_take_none() {
        let time = VirtualTime::default();
        let seen = RefCell::new(Vec::new());
        let waits = async |ms| {
            time.wait(ms).await;
            time.wait(ms).await;
            seen.borrow_mut().push((ms, time.now.get()));
        };
        time.run(join(waits(2_000_000), waits(3)));
        assert_eq!(seen.take(), [(3, 6), (2_000_000, 4_000_000)]);
    }

    #[test]
    fn a_crowd_of_which_only_those_are_polled_that_were_woken_comes_to_its_end() {
        let time = VirtualTime::default();
        time.run(join_all((0..100).map(|nth| time.wait(nth % 7))));
        assert_eq!(time.now.get(), 6);
    }
}
