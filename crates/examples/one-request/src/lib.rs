//! The smallest useful program: it asks for a file and says how many letters it has.

pub mod lines;

use experiment::job::{Job, Returned};
use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, job, unmeasurable};
use js_sys::Float64Array;
use lines::{AWAITED, BLOCKING, lines};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    sync blocking_on_the_page;
    async awaited_on_the_page;
    async blocking_in_a_worker;
    async awaited_in_a_worker;
}

/// A small file of the site.
const FILE: &str = "example-picture.svg";

#[wasm_bindgen(module = "/src/blocking.js")]
extern "C" {
    #[wasm_bindgen(js_name = letters, catch)]
    fn letters_blocking(url: &str) -> Result<f64>;
}

#[wasm_bindgen(module = "/src/awaited.js")]
extern "C" {
    #[wasm_bindgen(js_name = letters)]
    fn letters_awaited(url: &str) -> Promise;
}

/// The blocking program on the page, again and again until the time is over.
fn blocking_on_the_page(run: Run, params: Params) -> Result {
    let refused = |_| unmeasurable("This browser refuses synchronous requests.");
    let done = again_blocking(&url(&run), params.ms).map_err(refused)?;
    report(&run, &done, BLOCKING);
    Ok(())
}

/// The awaited program on the page.
async fn awaited_on_the_page(run: Run, params: Params) -> Result {
    let done = again_awaited(&url(&run), params.ms).await?;
    report(&run, &done, AWAITED);
    Ok(())
}

/// The blocking program in a worker.
async fn blocking_in_a_worker(run: Run, params: Params) -> Result {
    let done = in_a_worker(&run, job!(blocking(&url(&run), params.ms))).await?;
    report(&run, &done, BLOCKING);
    Ok(())
}

/// The awaited program in a worker.
async fn awaited_in_a_worker(run: Run, params: Params) -> Result {
    let done = in_a_worker(&run, job!(awaited(url(&run), params.ms))).await?;
    report(&run, &done, AWAITED);
    Ok(())
}

/// How many letters there were, and how long one run of the program took, in milliseconds.
type Done = [f64; 2];

fn again_blocking(url: &str, ms: f64) -> Result<Done> {
    let begin = clock::now();
    let (mut found, mut runs) = (0.0, 0.0);
    while clock::now() - begin < ms {
        found = letters_blocking(url)?;
        runs += 1.0;
    }
    Ok([found, (clock::now() - begin) / runs])
}

async fn again_awaited(url: &str, ms: f64) -> Result<Done> {
    let begin = clock::now();
    let (mut found, mut runs) = (0.0, 0.0);
    while clock::now() - begin < ms {
        let letters = JsFuture::from(letters_awaited(url)).await?;
        found = letters.as_f64().unwrap_or_default();
        runs += 1.0;
    }
    Ok([found, (clock::now() - begin) / runs])
}

async fn in_a_worker<R: Returned<Value = Vec<f64>>>(run: &Run, program: Job<R>) -> Result<Done> {
    let worker = Worker::ready().await?;
    // A worker's first request takes longer than all others.
    worker.call(job!(blocking(&url(run), 1.0))).await?;
    let done = worker.call(program).await?;
    Ok([done[0], done[1]])
}

/// What a worker is asked for.
#[wasm_bindgen]
pub fn blocking(url: &str, ms: f64) -> Result<Float64Array> {
    again_blocking(url, ms).map(sent)
}

/// What a worker is asked for.
#[wasm_bindgen]
pub fn awaited(url: String, ms: f64) -> Promise<Float64Array> {
    worker::awaiting(async move { again_awaited(&url, ms).await.map(sent) })
}

/// As it is sent to the page.
fn sent(done: Done) -> Float64Array {
    Float64Array::from(&done[..])
}

fn url(run: &Run) -> String {
    [&run.site(), FILE].concat()
}

fn report(run: &Run, [letters, each]: &Done, source: &str) {
    run.measure("letters", *letters);
    run.measure("each", *each);
    run.measure("lines", lines(source).into());
    run.measure("bytes", source.len() as f64);
}
