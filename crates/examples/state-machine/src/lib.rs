//! An async function is a state machine: it runs next to one written by hand, and can be stepped through.

mod breakfast;
mod kitchen;
mod machine;
mod plain;
mod your_turn;

use experiment::{Result, Run, task};
use kitchen::Kitchen;
use machine::Breakfast;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use your_turn::your_turn;

experiment::variants! {
    params { ms: u32 }
    sync plain_calls;
    async async_fn;
    async enum_by_hand;
    async your_turn;
}

/// Calls the plain function.
fn plain_calls(run: Run, params: Params) -> Result {
    let kitchen = Kitchen::new(Some(params.ms));
    run.measure("sum", plain::breakfast(kitchen).into());
    run.measure("polls", 0.0);
    Ok(())
}

/// Awaits the async function.
async fn async_fn(run: Run, params: Params) -> Result {
    watch(&run, params, "async fn", breakfast::breakfast).await
}

/// Awaits the state machine by hand.
async fn enum_by_hand(run: Run, params: Params) -> Result {
    watch(&run, params, "enum", Breakfast::Start).await
}

/// Awaits a breakfast, and counts its polls.
async fn watch<F: Future<Output = u32>>(
    run: &Run,
    params: Params,
    name: &str,
    start: impl FnOnce(Kitchen) -> F,
) -> Result {
    let future = start(Kitchen::new(Some(params.ms)));
    run.measure("bytes", size_of_val(&future) as f64);
    let polls = Cell::new(0);
    let mut future = pin!(future);
    let counted = poll_fn(|cx| {
        polls.set(polls.get() + 1);
        future.as_mut().poll(cx)
    });
    let sum = task(run, name, counted).await;
    run.measure("sum", sum.into());
    run.measure("polls", polls.get().into());
    Ok(())
}
