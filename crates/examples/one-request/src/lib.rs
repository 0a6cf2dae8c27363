//! The smallest useful program: it asks for a file and says how many letters it has.

pub mod lines;

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock};
use js_sys::Array;
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
    match again_blocking(&url(&run), params.ms) {
        Ok(done) => report(&run, &done, BLOCKING),
        Err(_) => run.unmeasurable("this browser refuses synchronous requests"),
    }
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
    let done = in_a_worker(&run, params, "blocking").await?;
    report(&run, &done, BLOCKING);
    Ok(())
}

/// The awaited program in a worker.
async fn awaited_in_a_worker(run: Run, params: Params) -> Result {
    let done = in_a_worker(&run, params, "awaited").await?;
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

async fn in_a_worker(run: &Run, params: Params, program: &str) -> Result<Done> {
    let worker = Worker::start()?;
    let told = |ms: f64| Array::of2(&url(run).into(), &ms.into());
    // The first call sets it up.
    worker.call(program, &told(1.0)).await?;
    let done: Array = worker
        .call(program, &told(params.ms))
        .await?
        .unchecked_into();
    Ok([0, 1].map(|nth| done.get(nth).as_f64().unwrap_or_default()))
}

/// What a worker is asked for.
#[wasm_bindgen]
pub fn blocking(url: &str, ms: f64) -> Result<Array> {
    again_blocking(url, ms).map(array)
}

/// What a worker is asked for.
#[wasm_bindgen]
pub fn awaited(url: String, ms: f64) -> Promise {
    worker::job(async move { Ok(array(again_awaited(&url, ms).await?).into()) })
}

fn array([letters, each]: Done) -> Array {
    Array::of2(&letters.into(), &each.into())
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
