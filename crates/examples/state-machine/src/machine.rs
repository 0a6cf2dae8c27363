//! The same as a state machine by hand: one variant for each place where it can stop.

use crate::kitchen::{Answer, Kitchen};
use std::mem::replace;
use std::pin::Pin;
use std::task::{Context, Poll};

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
            *self = match replace(&mut *self, Self::Done) {
                Self::Start(kitchen) => {
                    let answer = kitchen.ask("eggs");
                    Self::Eggs(kitchen, answer)
                }
                Self::Eggs(kitchen, mut answer) => match Pin::new(&mut answer).poll(cx) {
                    Poll::Ready(eggs) => {
                        let answer = kitchen.ask("bread");
                        Self::Bread(kitchen, eggs, answer)
                    }
                    Poll::Pending => {
                        *self = Self::Eggs(kitchen, answer);
                        return Poll::Pending;
                    }
                },
                Self::Bread(kitchen, eggs, mut answer) => match Pin::new(&mut answer).poll(cx) {
                    Poll::Ready(bread) => Self::Salt(eggs, bread, kitchen.ask("salt")),
                    Poll::Pending => {
                        *self = Self::Bread(kitchen, eggs, answer);
                        return Poll::Pending;
                    }
                },
                Self::Salt(eggs, bread, mut answer) => match Pin::new(&mut answer).poll(cx) {
                    Poll::Ready(salt) => return Poll::Ready(eggs + bread + salt),
                    Poll::Pending => {
                        *self = Self::Salt(eggs, bread, answer);
                        return Poll::Pending;
                    }
                },
                Self::Done => panic!("polled again after it was ready"),
            };
        }
    }
}

impl Breakfast {
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
