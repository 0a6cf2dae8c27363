//! A large file is read by an async reader and by one that blocks, and each thread that reads is watched.

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock};
use js_sys::Array;
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
    in_a_worker("read_in_worker", run, params).await
}

/// Blocks until the file is there, in a worker.
async fn blocking_in_a_worker(run: Run, params: Params) -> Result {
    in_a_worker("read_in_worker_sync", run, params).await
}

async fn in_a_worker(read: &str, run: Run, params: Params) -> Result {
    let worker = Worker::start()?;
    let no_file = Array::of1(&file(0));
    worker.call(read, &no_file).await?;
    // To send a file sends no bytes: both threads hold the same one.
    let file = Array::of1(&file(params.megabytes));
    let begin = clock::now();
    let bytes = worker.call(read, &file).await?;
    run.measure("took", clock::now() - begin);
    run.measure("bytes", bytes.as_f64().unwrap_or_default());
    run.measure("workers", 1.0);
    run.measure("held", worker.longest_hold());
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
pub fn read_in_worker(file: JsValue) -> Promise {
    worker::job(async { Ok(read_awaited(file).await?.into()) })
}

/// What a worker is asked for: block until the file is there.
#[wasm_bindgen]
pub fn read_in_worker_sync(file: JsValue) -> f64 {
    (0..TIMES).map(|_| read_sync(&file)).sum()
}
