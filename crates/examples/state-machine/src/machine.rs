//! The same as a state machine by hand: one variant for each place where it can stop.

use crate::kitchen::{Answer, Kitchen};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A breakfast in one of its states, with what is needed later and no more.
pub enum Breakfast {
    Start(Kitchen),
    Eggs(Kitchen, Answer),
    Bread(Kitchen, u32, Answer),
    Salt(u32, u32, Answer),
    Done,
}

impl Future for Breakfast {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        loop {
            // `ready!` returns where the answer is pending, and the state stays as it is.
            *self = match &mut *self {
                Self::Start(kitchen) => {
                    let answer = kitchen.ask("eggs");
                    Self::Eggs(kitchen.clone(), answer)
                }
                Self::Eggs(kitchen, answer) => {
                    let eggs = ready!(Pin::new(answer).poll(cx));
                    let answer = kitchen.ask("bread");
                    Self::Bread(kitchen.clone(), eggs, answer)
                }
                Self::Bread(kitchen, eggs, answer) => {
                    let bread = ready!(Pin::new(answer).poll(cx));
                    Self::Salt(*eggs, bread, kitchen.ask("salt"))
                }
                Self::Salt(eggs, bread, answer) => {
                    let sum = *eggs + *bread + ready!(Pin::new(answer).poll(cx));
                    *self = Self::Done;
                    return Poll::Ready(sum);
                }
                Self::Done => panic!("polled again after it was ready"),
            };
        }
    }
}

impl Breakfast {
    /// The answers that it keeps for later.
    pub fn kept(&self) -> Vec<(&'static str, u32)> {
        match *self {
            Self::Bread(_, eggs, _) => vec![("eggs", eggs)],
            Self::Salt(eggs, bread, _) => vec![("eggs", eggs), ("bread", bread)],
            Self::Start(..) | Self::Eggs(..) | Self::Done => Vec::new(),
        }
    }

    /// The place of its state among all.
    pub fn state(&self) -> usize {
        match self {
            Self::Start(..) => 0,
            Self::Eggs(..) => 1,
            Self::Bread(..) => 2,
            Self::Salt(..) => 3,
            Self::Done => 4,
        }
    }
}
