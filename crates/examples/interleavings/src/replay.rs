//! An order of turns, run with real futures: an executor that polls whose turn it is.

use crate::program::{Op, Program, Schedule};
use async_lock::{Mutex, MutexGuard};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Runs the tasks in that order, and says what the number is in the end.
pub fn for_real(program: &Program, schedule: &Schedule) -> u32 {
    let number = Cell::new(0);
    let lock = Mutex::new(());
    let mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + '_>>> = Vec::new();
    for ops in &program.0 {
        tasks.push(Box::pin(task(ops, &number, &lock)));
    }
    let mut over = vec![false; tasks.len()];
    let mut cx = Context::from_waker(Waker::noop());
    for task in &schedule.turns {
        // A future that is ready must not be polled again.
        if !over[*task] {
            over[*task] = tasks[*task].as_mut().poll(&mut cx).is_ready();
        }
    }
    drop(tasks);
    number.get()
}

/// One task, as one would write it.
async fn task(ops: &[Op], number: &Cell<u32>, lock: &Mutex<()>) {
    let mut read = 0;
    let mut held: Option<MutexGuard<()>> = None;
    for op in ops {
        match op {
            Op::Lock => held = Some(lock.lock().await),
            Op::Read => read = number.get(),
            Op::Await => once().await,
            Op::Write => number.set(read + 1),
            Op::Unlock => drop(held.take()),
        }
    }
}

/// Gives the thread back once.
async fn once() {
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

    #[test]
    fn real_futures_come_to_the_same() {
        for number in 0..256 {
            let program = Program::numbered(2, number);
            for schedule in program.schedules() {
                assert_eq!(
                    for_real(&program, &schedule),
                    schedule.result,
                    "program {number}, {}",
                    schedule.letters()
                );
            }
        }
    }
}
