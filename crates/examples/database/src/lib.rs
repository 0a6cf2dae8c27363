//! The same question to a database, and to a table that is read row by row, on the page and in a worker.

pub mod rows;

use experiment::worker::Worker;
use experiment::{Promise, Result, Run, job, unmeasurable, work};
use js_sys::Array;
use rows::{BELOW, prices, scan};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    prepare fill_and_calibrate -> Job;
    async a_query;
    async a_scan_on_the_page;
    async a_scan_in_a_worker;
}

#[wasm_bindgen(module = "/src/store.js")]
extern "C" {
    fn fill(prices: Vec<u32>) -> Promise;
    fn query(below: u32, ms: f64) -> Promise;
}

/// How long the database is asked, and how often the table is scanned, which takes as long.
#[derive(Clone, Copy)]
struct Job {
    ms: f64,
    times: u32,
    /// Whether there is a database to ask.
    is_filled: bool,
}

async fn fill_and_calibrate(_: Run, params: Params) -> Result<Job> {
    let is_filled = JsFuture::from(fill(prices())).await.is_ok();
    let prices = prices();
    Ok(Job {
        ms: params.ms,
        times: work::steps_for(params.ms, |times| scan(&prices, times)).await,
        is_filled,
    })
}

/// Asks the browser's database, and awaits each answer.
async fn a_query(run: Run, job: Job) -> Result {
    if !job.is_filled {
        return Err(unmeasurable(
            "This browser keeps no database for this site.",
        ));
    }
    let answer: Array = JsFuture::from(query(BELOW, job.ms)).await?.unchecked_into();
    let [found, asked] = [0, 1].map(|nth| answer.get(nth).as_f64().unwrap_or_default());
    run.measure("found", found);
    run.measure("asked", asked);
    Ok(())
}

/// Reads the table in an async function on the page.
async fn a_scan_on_the_page(run: Run, job: Job) -> Result {
    let prices = prices();
    let found = async { scan(&prices, job.times) }.await;
    run.measure("found", found.into());
    run.measure("asked", job.times.into());
    Ok(())
}

/// Reads the same table in a worker.
async fn a_scan_in_a_worker(run: Run, job: Job) -> Result {
    let worker = Worker::ready().await?;
    let found = worker.call(job!(scanned(job.times))).await?;
    run.measure("found", found.into());
    run.measure("asked", job.times.into());
    Ok(())
}

/// What the worker is asked for.
#[wasm_bindgen]
pub fn scanned(times: u32) -> u32 {
    scan(&prices(), times)
}
