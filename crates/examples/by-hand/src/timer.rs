//! A future on one screen: ready when a timer of the browser has fired.

use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What the future and the timer's callback share.
#[derive(Default)]
struct Shared {
    fired: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

/// A wait for a timer.
pub struct Timer {
    shared: Rc<Shared>,
    _timeout: Timeout,
}

impl Timer {
    /// Sets a timer of the browser.
    pub fn new(ms: u32) -> Self {
        let shared = Rc::<Shared>::default();
        let timeout = Timeout::new(ms, {
            let shared = Rc::clone(&shared);
            move || {
                shared.fired.set(true);
                if let Some(waker) = shared.waker.take() {
                    waker.wake();
                }
            }
        });
        Self {
            shared,
            _timeout: timeout,
        }
    }

    /// Whether the timer has fired.
    pub fn has_fired(&self) -> bool {
        self.shared.fired.get()
    }
}

impl Future for Timer {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.has_fired() {
            return Poll::Ready(());
        }
        // Each poll may bring another waker, and the last one counts.
        self.shared.waker.replace(Some(cx.waker().clone()));
        Poll::Pending
    }
}
