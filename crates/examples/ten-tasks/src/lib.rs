//! Ten tasks, of which number four fails, five times over.

use experiment::{Result, Run, clock, task};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: u32 }
    sync each_handled;
    sync question_mark;
    async try_join;
    async join;
    async forgotten;
}

/// How many tasks there are, and which fails.
const TASKS: u32 = 10;
const FAILS: u32 = 4;

/// How often the loops are gone through, because once is shorter than the clock can tell.
const ROUNDS: u32 = 200_000;

/// Why a task is not finished.
struct Failed;

/// A task in synchronous code.
#[inline(never)]
fn step(nth: u32) -> std::result::Result<u32, Failed> {
    if black_box(nth) == FAILS {
        return Err(Failed);
    }
    Ok(nth)
}

/// The same in asynchronous code: the tasks end one after the other.
async fn step_async(nth: u32, ms: u32) -> std::result::Result<u32, Failed> {
    TimeoutFuture::new(nth * ms).await;
    step(nth)
}

/// A loop that handles each failure on the spot.
fn each_handled(run: Run, _: Params) -> Result {
    let begin = clock::now();
    let (mut finished, mut seen) = (0, 0);
    for _ in 0..ROUNDS {
        (finished, seen) = (0, 0);
        for nth in 1..=TASKS {
            match step(nth) {
                Ok(_) => finished += 1,
                Err(Failed) => seen += 1,
            }
        }
        (finished, seen) = black_box((finished, seen));
    }
    run.measure("took", (clock::now() - begin) * 1e6 / f64::from(ROUNDS));
    report(&run, finished, seen);
    Ok(())
}

/// A loop that ends with the first failure, and passes it to its caller.
fn question_mark(run: Run, _: Params) -> Result {
    let finished = Cell::new(0);
    let steps = || {
        for nth in 1..=TASKS {
            step(nth)?;
            finished.set(nth);
        }
        Ok(())
    };
    let seen = matches!(steps(), Err(Failed));
    report(&run, finished.get(), seen.into());
    Ok(())
}

/// All together, until the first failure; those that are under way are dropped. `try_join_all` does the same.
async fn try_join(run: Run, params: Params) -> Result {
    together(true, run, params).await
}

/// All together, and each has a result of its own, as with `join_all`.
async fn join(run: Run, params: Params) -> Result {
    together(false, run, params).await
}

async fn together(all_or_nothing: bool, run: Run, params: Params) -> Result {
    let mut tasks: FuturesUnordered<LocalBoxFuture<_>> = (1..=TASKS)
        .map(|nth| task(&run, "task", step_async(nth, params.ms)).boxed_local())
        .collect();
    let (mut finished, mut seen) = (0, 0);
    while let Some(result) = tasks.next().await {
        match result {
            Ok(_) => finished += 1,
            Err(Failed) => seen += 1,
        }
        if all_or_nothing && seen > 0 {
            break;
        }
    }
    report(&run, finished, seen);
    Ok(())
}

/// Each is spawned, and nothing asks what became of it.
async fn forgotten(run: Run, params: Params) -> Result {
    let finished = Rc::new(Cell::new(0));
    for nth in 1..=TASKS {
        let (finished, ms) = (Rc::clone(&finished), params.ms);
        spawn_local(task(&run, "task", async move {
            let result = step_async(nth, ms).await;
            finished.set(finished.get() + u32::from(result.is_ok()));
        }));
    }
    TimeoutFuture::new((TASKS + 2) * params.ms).await;
    report(&run, finished.get(), 0);
    Ok(())
}

fn report(run: &Run, finished: u32, seen: u32) {
    run.measure("finished", finished.into());
    run.measure("seen", seen.into());
}
