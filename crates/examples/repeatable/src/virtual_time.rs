//! A clock that stands still while anybody runs, and jumps to the next moment for which somebody waits.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The clock, in milliseconds, and the moments for which somebody waits.
#[derive(Default)]
pub struct VirtualTime {
    now: Cell<u32>,
    due: RefCell<BinaryHeap<Reverse<u32>>>,
}

impl VirtualTime {
    /// Waits for so many milliseconds.
    pub async fn wait(&self, ms: u32) {
        let due = self.now.get() + ms;
        self.due.borrow_mut().push(Reverse(due));
        poll_fn(|_| match self.now.get() >= due {
            true => Poll::Ready(()),
            false => Poll::Pending,
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
        // Nobody has to wake anybody: what goes on is asked of all at each moment.
        let mut cx = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(result) = future.as_mut().poll(&mut cx) {
                return result;
            }
            let Reverse(next) = self.due.borrow_mut().pop().expect("somebody waits");
            self.now.set(next.max(self.now.get()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::join;

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
}
