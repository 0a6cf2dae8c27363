//! Every order in which a few tasks can have their turns, and what comes of each.

pub mod program;
pub mod replay;
mod your_turn;

use experiment::{Result, Run};
use program::Program;
use replay::for_real;
use your_turn::your_turn;

experiment::variants! {
    params { tasks: f64, program: u32, order: f64 }
    sync await_after;
    sync await_between;
    sync with_a_lock;
    sync one_forgets;
    async your_turn;
}

/// A task reads, writes, and awaits.
fn await_after(run: Run, params: Params) -> Result {
    look_at(alike(0b0100, params), &run, params)
}

/// A task reads, awaits, and writes.
fn await_between(run: Run, params: Params) -> Result {
    look_at(alike(0b0010, params), &run, params)
}

/// The same with a lock around it.
fn with_a_lock(run: Run, params: Params) -> Result {
    look_at(alike(0b1010, params), &run, params)
}

/// The same, but the last task forgets the lock.
fn one_forgets(run: Run, params: Params) -> Result {
    let last = params.tasks as usize - 1;
    let number = alike(0b1010, params) & !(0b1000 << (4 * last));
    look_at(number, &run, params)
}

/// The number of the program in which all tasks have these bits.
fn alike(bits: u32, params: Params) -> u32 {
    (0..params.tasks as u32).fold(0, |number, nth| number | bits << (4 * nth))
}

/// Finds every order, counts those that come out wrong, and runs each with real futures.
fn look_at(number: u32, run: &Run, params: Params) -> Result {
    let program = Program::numbered(params.tasks as usize, number);
    let all = program.schedules();
    let differ = all
        .iter()
        .filter(|one| for_real(&program, one) != one.result);
    run.measure("orders", all.len() as f64);
    run.measure("wrong", program.wrong(&all) as f64);
    run.measure("differ", differ.count() as f64);
    Ok(())
}
