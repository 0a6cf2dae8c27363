//! Waits until the page calls back, and adds two numbers then.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// The sum, after a wait.
async fn add(a: u32, b: u32) -> u32 {
    called_back().await;
    a.wrapping_add(b)
}

// From here on it is the executor: the language has none.

type Task = Pin<Box<dyn Future<Output = u32>>>;

thread_local! {
    static TASK: Cell<Option<Task>> = const { Cell::new(None) };
}

/// What it says while there is no sum.
const PENDING: f64 = -1.0;

/// Begins to add.
#[unsafe(no_mangle)]
pub extern "C" fn begin(a: u32, b: u32) -> f64 {
    TASK.set(Some(Box::pin(add(a, b))));
    go_on()
}

/// Goes on, when the page calls back; gives the sum, if it is there.
#[unsafe(no_mangle)]
pub extern "C" fn go_on() -> f64 {
    let Some(mut task) = TASK.take() else {
        return PENDING;
    };
    let mut cx = Context::from_waker(Waker::noop());
    match task.as_mut().poll(&mut cx) {
        Poll::Ready(sum) => sum.into(),
        Poll::Pending => {
            TASK.set(Some(task));
            PENDING
        }
    }
}

/// Is ready when it is polled for the second time.
async fn called_back() {
    let mut asked = false;
    poll_fn(|_| match std::mem::replace(&mut asked, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}
