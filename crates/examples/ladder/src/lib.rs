//! What one step costs, from a plain call to the start of a worker.

use experiment::{Result, Run, clock, job, worker::Worker, yielding};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { batches: u32 }
    async plain_call;
    async ready_await;
    async spawned_future;
    async handed_over;
    async a_turn;
    async an_answer;
    async copied;
    async nested_timer;
    async a_worker;
}

#[wasm_bindgen]
extern "C" {
    /// What a message does with its data, without the message.
    #[wasm_bindgen(catch, js_name = structuredClone)]
    fn structured_clone(data: &JsValue, options: &Object) -> Result<JsValue>;
}

/// How many calls, or awaits, make a batch: many, because a single one is far shorter than the clock can tell.
const STEPS: u32 = 10_000_000;

/// How many bytes are copied or transferred.
const BYTES: u32 = 1_000_000;

/// A function that does next to nothing, and that the compiler must call each time.
#[inline(never)]
fn next(number: u32) -> u32 {
    black_box(number) + 1
}

/// The same in an async function: what it returns is ready when it is asked for the first time.
async fn next_async(number: u32) -> u32 {
    next(number)
}

async fn plain_call(run: Run, params: Params) -> Result {
    for _ in 0..params.batches {
        let begin = clock::now();
        cost(&run, begin, calls());
        yielding::yield_now().await;
    }
    Ok(())
}

/// In a function of its own, which engines optimise between two calls, not in the middle of one.
#[inline(never)]
fn calls() -> u32 {
    (0..STEPS).fold(0, |number, _| next(number))
}

async fn ready_await(run: Run, params: Params) -> Result {
    for _ in 0..params.batches {
        let begin = clock::now();
        cost(&run, begin, awaits().await);
        yielding::yield_now().await;
    }
    Ok(())
}

#[inline(never)]
async fn awaits() -> u32 {
    let mut number = 0;
    for _ in 0..STEPS {
        number = next_async(number).await;
    }
    number
}

async fn spawned_future(run: Run, params: Params) -> Result {
    const SPAWNED: u32 = 100_000;
    for _ in 0..params.batches {
        let done = Rc::new(Cell::new(0));
        let begin = clock::now();
        for _ in 0..SPAWNED {
            let done = Rc::clone(&done);
            spawn_local(async move { done.set(next(done.get())) });
        }
        while done.get() < SPAWNED {
            yielding::microtask().await;
        }
        cost(&run, begin, SPAWNED);
        yielding::yield_now().await;
    }
    Ok(())
}

async fn handed_over(run: Run, params: Params) -> Result {
    const TIMES: u32 = 2000;
    let mut data = JsValue::from(Uint8Array::new_with_length(BYTES).buffer());
    for _ in 0..params.batches {
        let begin = clock::now();
        for _ in 0..TIMES {
            let options = Object::new();
            Reflect::set(&options, &"transfer".into(), &Array::of1(&data))?;
            data = structured_clone(&data, &options)?;
        }
        cost(&run, begin, TIMES);
        yielding::yield_now().await;
    }
    Ok(())
}

async fn a_turn(run: Run, params: Params) -> Result {
    const TURNS: u32 = 1000;
    for _ in 0..params.batches {
        let begin = clock::now();
        for _ in 0..TURNS {
            yielding::task().await;
        }
        cost(&run, begin, TURNS);
    }
    Ok(())
}

async fn an_answer(run: Run, params: Params) -> Result {
    const ANSWERS: u32 = 200;
    let worker = Worker::ready().await?;
    for _ in 0..params.batches {
        let begin = clock::now();
        for _ in 0..ANSWERS {
            worker.call(job!(answer())).await?;
        }
        cost(&run, begin, ANSWERS);
    }
    Ok(())
}

async fn copied(run: Run, params: Params) -> Result {
    const COPIES: u32 = 10;
    let data = Uint8Array::new_with_length(BYTES).buffer();
    for _ in 0..params.batches {
        let begin = clock::now();
        for _ in 0..COPIES {
            structured_clone(&data, &Object::new())?;
        }
        cost(&run, begin, COPIES);
        yielding::yield_now().await;
    }
    Ok(())
}

async fn nested_timer(run: Run, params: Params) -> Result {
    const TIMERS: u32 = 5;
    // Browsers slow timers down that are set by timers, from the fifth on.
    for _ in 0..TIMERS {
        TimeoutFuture::new(0).await;
    }
    for _ in 0..params.batches {
        let begin = clock::now();
        for _ in 0..TIMERS {
            TimeoutFuture::new(0).await;
        }
        cost(&run, begin, TIMERS);
    }
    Ok(())
}

async fn a_worker(run: Run, params: Params) -> Result {
    for _ in 0..params.batches / 5 {
        let begin = clock::now();
        let worker = Worker::start()?;
        worker.call(job!(answer())).await?;
        cost(&run, begin, 1);
    }
    Ok(())
}

/// What a worker is asked for: nothing.
#[wasm_bindgen]
pub fn answer() {}

/// Records what each of so many steps took since then.
fn cost(run: &Run, begin: f64, steps: u32) {
    run.measure(
        "cost",
        (clock::now() - begin) * 1_000_000.0 / f64::from(steps),
    );
}
