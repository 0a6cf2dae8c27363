//! A kitchen that is asked, and answers later.

use experiment::blocking;
use futures_channel::oneshot::{Receiver, Sender, channel};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A kitchen that answers one question at a time.
#[derive(Clone)]
pub struct Kitchen(Rc<Inside>);

struct Inside {
    /// How long an answer takes, in milliseconds; without, it takes until [`Kitchen::answer`].
    ms: Option<u32>,
    /// The question that waits for [`Kitchen::answer`], and who has asked it.
    open: RefCell<Option<(u32, Sender<u32>)>>,
    /// The line of the source that asked last.
    line: Cell<u32>,
}

/// An answer that comes later; dropped, it takes its timer with it.
pub struct Answer {
    comes: Receiver<u32>,
    _timer: Option<Timeout>,
}

impl Future for Answer {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        // A kitchen that is gone has nothing.
        let answer = Pin::new(&mut self.comes).poll(cx);
        answer.map(Result::unwrap_or_default)
    }
}

impl Kitchen {
    /// A kitchen that answers by a timer, or when it is told to.
    pub fn new(ms: Option<u32>) -> Self {
        Self(Rc::new(Inside {
            ms,
            open: RefCell::default(),
            line: Cell::new(0),
        }))
    }

    /// Asks how much there is of something.
    #[track_caller]
    pub fn ask(&self, what: &str) -> Answer {
        self.0.line.set(Location::caller().line());
        let (sender, comes) = channel();
        let amount = amount(what);
        let timer = match self.0.ms {
            Some(ms) => Some(Timeout::new(ms, move || {
                // The caller may have been dropped, here and below.
                let _ = sender.send(amount);
            })),
            None => {
                self.0.open.replace(Some((amount, sender)));
                None
            }
        };
        Answer {
            comes,
            _timer: timer,
        }
    }

    /// Asks the same, and blocks the thread until the answer is there.
    pub fn wait_for(&self, what: &str) -> u32 {
        blocking::spin(self.0.ms.unwrap_or_default().into());
        amount(what)
    }

    /// Answers the open question, and says what the answer is, if there is one.
    pub fn answer(&self) -> Option<u32> {
        let (amount, asker) = self.0.open.take()?;
        asker.send(amount).ok().map(|()| amount)
    }

    /// The line of the source that asked last, counted from 1; 0 before.
    pub fn line(&self) -> u32 {
        self.0.line.get()
    }
}

fn amount(what: &str) -> u32 {
    match what {
        "eggs" => 2,
        "bread" => 3,
        _ => 1,
    }
}
