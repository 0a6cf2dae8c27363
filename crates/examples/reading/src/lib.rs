//! A large file is read by an async reader and by one that blocks, and each thread that reads is watched.

use experiment::job::{Job, Returned};
use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, job};
use js_sys::Number;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { megabytes: u32 }
    async awaited_on_the_page;
    async awaited_in_a_worker;
    async blocking_in_a_worker;
}

/// How often the file is read: a single time would be close to what clocks can tell.
const TIMES: u32 = 5;

#[wasm_bindgen(module = "/src/reader.js")]
extern "C" {
    fn file(megabytes: u32) -> JsValue;

    fn read(file: &JsValue) -> Promise;

    #[wasm_bindgen(js_name = readSync)]
    fn read_sync(file: &JsValue) -> f64;
}

/// Awaits the file, on the page's thread.
async fn awaited_on_the_page(run: Run, params: Params) -> Result {
    let file = file(params.megabytes);
    let begin = clock::now();
    let bytes = read_awaited(file).await?;
    run.measure("took", clock::now() - begin);
    run.measure("bytes", bytes);
    run.measure("workers", 0.0);
    Ok(())
}

/// Awaits the file, in a worker.
async fn awaited_in_a_worker(run: Run, params: Params) -> Result {
    in_a_worker(job!(read_in_worker(file(params.megabytes))), run).await
}

/// Blocks until the file is there, in a worker.
async fn blocking_in_a_worker(run: Run, params: Params) -> Result {
    in_a_worker(job!(read_in_worker_sync(file(params.megabytes))), run).await
}

async fn in_a_worker<R: Returned<Value = f64>>(reading: Job<R>, run: Run) -> Result {
    let worker = Worker::ready().await?;
    let begin = clock::now();
    // To send a file sends no bytes: both threads hold the same one.
    let bytes = worker.call(reading).await?;
    run.measure("took", clock::now() - begin);
    run.measure("bytes", bytes);
    run.measure("workers", 1.0);
    run.measure("held", worker.longest_stall());
    Ok(())
}

async fn read_awaited(file: JsValue) -> Result<f64> {
    let mut bytes = 0.0;
    for _ in 0..TIMES {
        let read = JsFuture::from(read(&file)).await?;
        bytes += read.as_f64().unwrap_or_default();
    }
    Ok(bytes)
}

/// What a worker is asked for: await the file.
#[wasm_bindgen]
pub fn read_in_worker(file: JsValue) -> Promise<Number> {
    worker::awaiting(async { Ok(read_awaited(file).await?.into()) })
}

/// What a worker is asked for: block until the file is there.
#[wasm_bindgen]
pub fn read_in_worker_sync(file: JsValue) -> f64 {
    (0..TIMES).map(|_| read_sync(&file)).sum()
}
