//! Four customers, served by one thread or by several, which wait by blocking or by awaiting.

pub mod declaration;

use declaration::Params;
use experiment::spans::Spans;
use experiment::{Promise, Result, Run, clock, error, task, wait, work, worker};
use futures_util::future::join4;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Float64Array};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// How many customers there are.
const CUSTOMERS: u32 = 4;

/// How many steps of computing each needs: some 50 ms on most machines.
const STEPS: u32 = 40_000_000;

/// What has been served so far, and when it was computed.
#[derive(Default)]
struct Counter {
    plates: Cell<f64>,
    spans: Spans,
}

impl Counter {
    /// Computes for one customer.
    fn compute(&self) {
        let plate = self.spans.note(|| work::churn(STEPS));
        self.plates.set(self.plates.get() + f64::from(plate));
    }

    /// Serves one customer: blocks for the wait, then computes.
    fn serve(&self, site: &str, ms: f64) -> Result {
        wait::requests(site, ms).map_err(error)?;
        self.compute();
        Ok(())
    }

    /// Serves one customer: awaits the wait, then computes.
    async fn serve_async(&self, ms: f64) {
        TimeoutFuture::new(ms as u32).await;
        self.compute();
    }

    /// Everything as numbers, to be sent to another thread.
    fn sent(&self) -> Float64Array {
        let mut numbers = vec![self.plates.get()];
        numbers.extend(self.spans.flat());
        Float64Array::from(&numbers[..])
    }

    /// Takes in what another thread has sent.
    fn add(&self, sent: JsValue) {
        let numbers = sent.unchecked_into::<Float64Array>().to_vec();
        self.plates.set(self.plates.get() + numbers[0]);
        self.spans.extend(&numbers[1..]);
    }

    fn report(&self, run: &Run, begin: f64) {
        run.measure("took", clock::now() - begin);
        run.measure("agents", self.spans.agents() as f64);
        run.measure("overlap", self.spans.overlap());
        run.measure("plates", self.plates.get());
    }
}

/// One thread, this page's, that blocks.
fn one_thread_blocking(run: Run, params: Params) -> Result {
    let (counter, begin, site) = (Counter::default(), clock::now(), run.site());
    for _ in 0..CUSTOMERS {
        counter.serve(&site, params.ms)?;
    }
    counter.report(&run, begin);
    Ok(())
}

/// One thread, this page's, that awaits.
async fn one_thread_async(run: Run, params: Params) -> Result {
    let (counter, begin) = (Counter::default(), clock::now());
    let customer = || task(&run, "customer", counter.serve_async(params.ms));
    join4(customer(), customer(), customer(), customer()).await;
    counter.report(&run, begin);
    Ok(())
}

async fn one_worker_blocking(run: Run, params: Params) -> Result {
    in_workers(1, "serve_in_worker", run, params).await
}

async fn two_workers_blocking(run: Run, params: Params) -> Result {
    in_workers(2, "serve_in_worker", run, params).await
}

async fn four_workers_blocking(run: Run, params: Params) -> Result {
    in_workers(4, "serve_in_worker", run, params).await
}

async fn four_workers_async(run: Run, params: Params) -> Result {
    in_workers(4, "serve_in_worker_async", run, params).await
}

/// Shares the customers out among workers, and awaits them all.
async fn in_workers(count: u32, serve: &str, run: Run, params: Params) -> Result {
    let workers = worker::several(count)?;
    let order = |customers: u32| {
        let site = run.site();
        Array::of3(&site.into(), &customers.into(), &params.ms.into())
    };
    // The first call sets a worker up, which is no part of what is compared.
    worker::ask_all(&workers, serve, &order(0)).await?;
    let (counter, begin) = (Counter::default(), clock::now());
    for sent in worker::ask_all(&workers, serve, &order(CUSTOMERS / count)).await? {
        counter.add(sent);
    }
    counter.report(&run, begin);
    for worker in workers {
        run.measure("held", worker.longest_hold());
    }
    Ok(())
}

/// What a worker is asked for: serve some customers one after another, in plain code without a promise.
#[wasm_bindgen]
pub fn serve_in_worker(site: &str, customers: u32, ms: f64) -> Result<Float64Array> {
    let counter = Counter::default();
    for _ in 0..customers {
        counter.serve(site, ms)?;
    }
    Ok(counter.sent())
}

/// What a worker is asked for: serve one customer, if any, and await the wait.
#[wasm_bindgen]
pub fn serve_in_worker_async(_site: &str, customers: u32, ms: f64) -> Promise {
    worker::job(async move {
        let counter = Counter::default();
        for _ in 0..customers {
            counter.serve_async(ms).await;
        }
        Ok(counter.sent().into())
    })
}
