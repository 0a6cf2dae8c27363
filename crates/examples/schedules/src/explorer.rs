//! An executor that runs a program again and again, each time in another order. No clock, no browser.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A task of the program.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Which task took each step, in order.
pub type Order = Vec<u32>;

/// Where the tasks of one run note their steps.
#[derive(Clone, Default)]
pub struct Notes(Rc<RefCell<Order>>);

impl Notes {
    /// Notes a step.
    pub fn note(&self, name: u32) {
        self.0.borrow_mut().push(name);
    }
}

/// A choice that a run has made: whose turn it was, of how many.
struct Choice {
    taken: usize,
    of: usize,
}

/// Runs the program in every order in which its tasks can be polled, and gives what each run has noted.
///
/// Each run repeats the last one up to the last turn at which another task could have been taken, takes that one there, and from then on always the first.
pub fn every_order(program: impl Fn(&Notes) -> Vec<Task>) -> Vec<Order> {
    let mut seen = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        let notes = Notes::default();
        let mut tasks = program(&notes);
        let mut turn = 0;
        while !tasks.is_empty() {
            if turn == choices.len() {
                choices.push(Choice {
                    taken: 0,
                    of: tasks.len(),
                });
            }
            let taken = choices[turn].taken;
            if tasks[taken].as_mut().poll(&mut cx).is_ready() {
                drop(tasks.remove(taken));
            }
            turn += 1;
        }
        seen.push(notes.0.take());
        while choices.last().is_some_and(|last| last.taken + 1 == last.of) {
            choices.pop();
        }
        match choices.last_mut() {
            Some(last) => last.taken += 1,
            None => return seen,
        }
    }
}

/// How many of the orders differ.
pub fn different(seen: &[Order]) -> usize {
    seen.iter().collect::<BTreeSet<_>>().len()
}

/// How many orders the formula gives for tasks that have as many turns each: (tasks × turns)! / (turns!)^tasks.
pub fn predicted(tasks: u32, turns: u32) -> f64 {
    let factorial = |of: u32| (1..=of).map(f64::from).product::<f64>();
    factorial(tasks * turns) / factorial(turns).powi(tasks as i32)
}

/// Gives the thread back once, to an explorer that polls without being woken.
pub async fn once() {
    let mut given = false;
    poll_fn(|_| match std::mem::replace(&mut given, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tasks(count: u32, turns: u32) -> Vec<Order> {
        every_order(|notes| {
            let task = |name| -> Task {
                let notes = notes.clone();
                Box::pin(async move {
                    for turn in 0..turns {
                        if turn > 0 {
                            once().await;
                        }
                        notes.note(name);
                    }
                })
            };
            (0..count).map(task).collect()
        })
    }

    #[test]
    fn the_orders_of_two_tasks_of_two_turns_are_these_six() {
        let words: Vec<String> = tasks(2, 2)
            .iter()
            .map(|order| {
                order
                    .iter()
                    .map(|task| ['A', 'B'][*task as usize])
                    .collect()
            })
            .collect();
        assert_eq!(words, ["AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA"]);
    }

    #[test]
    fn as_many_are_found_as_the_formula_says_and_none_twice() {
        for (count, turns) in [(1, 1), (1, 5), (2, 3), (3, 2), (3, 3), (4, 2)] {
            let seen = tasks(count, turns);
            assert_eq!(different(&seen), seen.len(), "{count} of {turns}");
            assert_eq!(predicted(count, turns), seen.len() as f64);
        }
    }

    #[test]
    fn orders_that_are_alike_are_counted_once() {
        let alike = every_order(|notes| {
            let task = || -> Task {
                let notes = notes.clone();
                Box::pin(async move { notes.note(0) })
            };
            vec![task(), task()]
        });
        assert_eq!((alike.len(), different(&alike)), (2, 1));
    }
}
