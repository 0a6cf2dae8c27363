//! A hundred tasks of five steps: in which order do the steps come, within a task and between tasks?

pub mod order;

use experiment::{Result, Run, yielding};
use fastrand::Rng;
use gloo_timers::future::TimeoutFuture;
use js_sys::Math::random;
use order::{Orders, Step};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { runs: f64 }
    sync plain_code;
    async with_timers;
    async with_microtasks;
}

/// How many tasks there are, and how many steps each has.
const TASKS: u32 = 100;
const STEPS: u32 = 5;

/// How long a wait between two steps is at most, in milliseconds.
const WAIT: u32 = 8;

/// No task at all: a loop in a loop.
fn plain_code(run: Run, params: Params) -> Result {
    let mut orders = Orders::default();
    for _ in 0..params.runs as u32 {
        let each = (0..TASKS).flat_map(|task| (0..STEPS).map(move |step| Step { task, step }));
        orders.note(&each.collect::<Vec<Step>>());
    }
    report(&run, &orders);
    Ok(())
}

/// Between two steps, each task waits for a timer that chance has set.
async fn with_timers(run: Run, params: Params) -> Result {
    tasks(false, run, params).await
}

/// Between two steps, each task yields to what is already queued, and to nothing else.
async fn with_microtasks(run: Run, params: Params) -> Result {
    tasks(true, run, params).await
}

async fn tasks(microtasks: bool, run: Run, params: Params) -> Result {
    let mut random = Rng::with_seed(random().to_bits());
    let mut orders = Orders::default();
    for nth in 0..params.runs as u32 {
        let steps = Rc::new(RefCell::new(Vec::new()));
        let ended = Rc::new(Cell::new(0));
        for task in 0..TASKS {
            let (steps, ended) = (Rc::clone(&steps), Rc::clone(&ended));
            let mut random = random.fork();
            spawn_local(async move {
                for step in 0..STEPS {
                    steps.borrow_mut().push(Step { task, step });
                    match microtasks {
                        true => yielding::microtask().await,
                        false => TimeoutFuture::new(random.u32(0..WAIT)).await,
                    }
                }
                ended.set(ended.get() + 1);
            });
        }
        while ended.get() < TASKS {
            TimeoutFuture::new(1).await;
        }
        orders.note(&steps.borrow());
        run.progress(f64::from(nth) / params.runs);
    }
    report(&run, &orders);
    Ok(())
}

fn report(run: &Run, orders: &Orders) {
    run.measure("inside", orders.inside.into());
    run.measure("between", orders.between.into());
    run.measure("orders", orders.different() as f64);
}
