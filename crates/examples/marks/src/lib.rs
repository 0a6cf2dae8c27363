//! Operations of growing length that block the page: from which length on is it noticed?

use experiment::worker::Worker;
use experiment::{Promise, Result, Run, blocking, clock, job, yielding};
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    async five;
    async as_long_as_you_say;
    async a_hundred;
    async three_hundred;
}

/// How often the operation comes in each variant.
const TIMES: u32 = 2;

/// How long the page is free between two of them, in milliseconds.
const PAUSE: f64 = 80.0;

#[wasm_bindgen(module = "/src/signs.js")]
extern "C" {
    fn send(ms: f64, name: &str) -> Promise;

    type Hearing;

    #[wasm_bindgen(constructor)]
    fn new() -> Hearing;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Hearing) -> String;

    #[wasm_bindgen(method)]
    fn latest(this: &Hearing) -> f64;

    #[wasm_bindgen(method)]
    fn close(this: &Hearing);
}

/// Listens for signals until it is dropped.
struct Listener(Hearing);

impl Drop for Listener {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn five(run: Run, _: Params) -> Result {
    operation(run, 5.0).await
}

async fn as_long_as_you_say(run: Run, params: Params) -> Result {
    operation(run, params.ms).await
}

async fn a_hundred(run: Run, _: Params) -> Result {
    operation(run, 100.0).await
}

async fn three_hundred(run: Run, _: Params) -> Result {
    operation(run, 300.0).await
}

/// Blocks a few times for so long, while a worker sends a signal every few milliseconds.
async fn operation(run: Run, ms: f64) -> Result {
    let worker = Worker::ready().await?;
    let listener = Listener(Hearing::new());
    let in_all = PAUSE + f64::from(TIMES) * (ms + PAUSE);
    let sending = worker.begin(&job!(signs(in_all, &listener.0.name())))?;
    pause().await;
    for _ in 0..TIMES {
        blocking::spin(ms);
        pause().await;
    }
    sending.await?;
    run.measure("late", listener.0.latest());
    Ok(())
}

/// Lets the page draw for a while.
async fn pause() {
    let end = clock::now() + PAUSE;
    while clock::now() < end {
        yielding::frame().await;
    }
}

/// What the worker is asked for.
#[wasm_bindgen]
pub fn signs(ms: f64, name: &str) -> Promise {
    send(ms, name)
}
