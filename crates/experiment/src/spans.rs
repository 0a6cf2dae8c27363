//! Who computed when: spans of code, each with the tag of the instance of the module that ran it.

use crate::clock;
use std::cell::RefCell;
use std::pin::pin;
use trace::spans::{self, Span};

/// Spans of any number of instances, in milliseconds on the page's clock.
#[derive(Debug, Default)]
pub struct Spans(RefCell<Vec<Span>>);

impl Spans {
    /// Runs a piece of code and notes the span.
    pub fn note<T>(&self, run: impl FnOnce() -> T) -> T {
        let begin = clock::page();
        let result = run();
        self.0.borrow_mut().push(Span {
            agent: agent(),
            begin,
            end: clock::page(),
        });
        result
    }

    /// Notes each poll of a future.
    pub async fn note_polls<F: Future>(&self, future: F) -> F::Output {
        let mut future = pin!(future);
        std::future::poll_fn(|cx| self.note(|| future.as_mut().poll(cx))).await
    }

    /// Takes in what another instance has noted, in its flat form.
    pub fn extend(&self, flat: &[f64]) {
        self.0.borrow_mut().extend(spans::parse(flat));
    }

    /// The flat form, for [`Spans::extend`] on another thread.
    pub fn flat(&self) -> Vec<f64> {
        spans::flat(&self.0.borrow())
    }

    /// How many instances ran something.
    pub fn agents(&self) -> usize {
        spans::agents(&self.0.borrow())
    }

    /// The longest time for which two pieces of code ran at the same moment, in milliseconds.
    pub fn overlap(&self) -> f64 {
        spans::overlap(&self.0.borrow())
    }
}

/// The tag of this instance, a number that it makes up when it is first asked.
fn agent() -> u32 {
    thread_local! {
        static TAG: u32 = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    }
    TAG.with(|tag| *tag)
}
