//! In how many orders can a few tasks run? Each of them is really run.

pub mod explorer;

use experiment::{Result, Run};
use explorer::{Notes, Task, different, every_order, once, predicted};

experiment::variants! {
    params { steps: u32 }
    sync plain_calls;
    sync one_task;
    sync two_tasks;
    sync three_tasks;
    sync an_await_less;
}

/// Takes its steps one after the other.
fn plain(name: u32, steps: u32, notes: &Notes) {
    for _ in 0..steps {
        notes.note(name);
    }
}

/// Takes its steps one after the other, with an await before each from `first` on, which are counted from 0.
async fn awaiting(name: u32, steps: u32, first: u32, notes: Notes) {
    for step in 0..steps {
        if step >= first {
            once().await;
        }
        notes.note(name);
    }
}

/// Three functions, called one after the other.
fn plain_calls(run: Run, params: Params) -> Result {
    explore(&run, 1, 1, |notes| {
        let notes = notes.clone();
        let one: Task = Box::pin(async move {
            for name in 0..3 {
                plain(name, params.steps, &notes);
            }
        });
        vec![one]
    })
}

/// Three async functions, awaited one after the other in one task.
fn one_task(run: Run, params: Params) -> Result {
    explore(&run, 1, 1, |notes| {
        let notes = notes.clone();
        let one: Task = Box::pin(async move {
            for name in 0..3 {
                awaiting(name, params.steps, 1, notes.clone()).await;
            }
        });
        vec![one]
    })
}

/// Two tasks.
fn two_tasks(run: Run, params: Params) -> Result {
    tasks(&run, 2, params.steps, 1)
}

/// Three tasks.
fn three_tasks(run: Run, params: Params) -> Result {
    tasks(&run, 3, params.steps, 1)
}

/// Three tasks of as many steps, with no await between the first two.
fn an_await_less(run: Run, params: Params) -> Result {
    tasks(&run, 3, params.steps, 2)
}

fn tasks(run: &Run, tasks: u32, steps: u32, first: u32) -> Result {
    explore(run, tasks, 1 + steps - first, |notes| {
        let task = |name| -> Task { Box::pin(awaiting(name, steps, first, notes.clone())) };
        (0..tasks).map(task).collect()
    })
}

/// Runs a program in every order that there is, and counts those that were seen.
fn explore(run: &Run, tasks: u32, turns: u32, program: impl Fn(&Notes) -> Vec<Task>) -> Result {
    let seen = every_order(program);
    run.measure("orders", different(&seen) as f64);
    run.measure("predicted", predicted(tasks, turns));
    Ok(())
}
