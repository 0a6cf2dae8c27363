//! Four customers, served by one thread or by several, which wait by blocking or by awaiting.

use experiment::spans::Spans;
use experiment::{Promise, Result, Run, blocking, clock, job, task, work, worker};
use futures_util::future::join4;
use gloo_timers::future::TimeoutFuture;
use js_sys::Float64Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Service;
    sync one_thread_blocking;
    async one_thread_async;
    async four_workers_blocking;
    async four_workers_async;
    async one_worker_blocking;
    async two_workers_blocking;
}

/// How many customers there are.
const CUSTOMERS: u32 = 4;

/// How long the computing for each takes, in milliseconds.
const COMPUTING: f64 = 50.0;

/// What each customer takes: a wait in milliseconds, and so many steps of computing.
#[derive(Clone, Copy)]
struct Service {
    ms: f64,
    steps: u32,
}

async fn calibrate(_: Run, params: Params) -> Result<Service> {
    Ok(Service {
        ms: params.ms,
        steps: work::steps_for(COMPUTING, work::churn).await,
    })
}

/// What has been served so far, and when it was computed.
#[derive(Default)]
struct Counter {
    plates: Cell<f64>,
    spans: Spans,
}

impl Counter {
    /// Computes for one customer.
    fn compute(&self, steps: u32) {
        let plate = self.spans.note(|| work::churn(steps));
        self.plates.set(self.plates.get() + f64::from(plate));
    }

    /// Serves one customer: blocks for the wait, then computes.
    fn serve(&self, site: &str, service: Service) -> Result {
        blocking::requests(site, service.ms)?;
        self.compute(service.steps);
        Ok(())
    }

    /// Serves one customer: awaits the wait, then computes.
    async fn serve_async(&self, service: Service) {
        TimeoutFuture::new(service.ms as u32).await;
        self.compute(service.steps);
    }

    /// Everything as numbers, to be sent to another thread.
    fn sent(&self) -> Float64Array {
        let mut numbers = vec![self.plates.get()];
        numbers.extend(self.spans.flat());
        Float64Array::from(&numbers[..])
    }

    /// Adds what another thread has sent.
    fn add(&self, sent: &[f64]) {
        self.plates.set(self.plates.get() + sent[0]);
        self.spans.extend(&sent[1..]);
    }

    fn report(&self, run: &Run, begin: f64) {
        run.measure("took", clock::now() - begin);
        run.measure("agents", self.spans.agents() as f64);
        run.measure("overlap", self.spans.overlap());
        run.measure("plates", self.plates.get());
    }
}

/// One thread, this page's, that blocks.
fn one_thread_blocking(run: Run, service: Service) -> Result {
    let (counter, begin, site) = (Counter::default(), clock::now(), run.site());
    for _ in 0..CUSTOMERS {
        counter.serve(&site, service)?;
    }
    counter.report(&run, begin);
    Ok(())
}

/// One thread, this page's, that awaits.
async fn one_thread_async(run: Run, service: Service) -> Result {
    let (counter, begin) = (Counter::default(), clock::now());
    let customer = || task(&run, "customer", counter.serve_async(service));
    join4(customer(), customer(), customer(), customer()).await;
    counter.report(&run, begin);
    Ok(())
}

async fn one_worker_blocking(run: Run, service: Service) -> Result {
    in_workers(1, How::Blocks, run, service).await
}

async fn two_workers_blocking(run: Run, service: Service) -> Result {
    in_workers(2, How::Blocks, run, service).await
}

async fn four_workers_blocking(run: Run, service: Service) -> Result {
    in_workers(4, How::Blocks, run, service).await
}

async fn four_workers_async(run: Run, service: Service) -> Result {
    in_workers(4, How::Awaits, run, service).await
}

/// What a worker does while a customer waits.
enum How {
    Blocks,
    Awaits,
}

/// Shares the customers out among workers, and awaits them all.
async fn in_workers(count: u32, how: How, run: Run, service: Service) -> Result {
    let workers = worker::several(count).await?;
    let (customers, Service { ms, steps }) = (CUSTOMERS / count, service);
    let (counter, begin) = (Counter::default(), clock::now());
    let all = match how {
        How::Blocks => {
            let order = |_| job!(serve_in_worker(&run.site(), customers, ms, steps));
            worker::call_all(&workers, order).await?
        }
        How::Awaits => {
            let order = |_| job!(serve_in_worker_async(customers, ms, steps));
            worker::call_all(&workers, order).await?
        }
    };
    for sent in all {
        counter.add(&sent);
    }
    counter.report(&run, begin);
    for worker in workers {
        run.measure("held", worker.longest_stall());
    }
    Ok(())
}

/// What a worker is asked for: serve some customers one after another, in plain code without a promise.
#[wasm_bindgen]
pub fn serve_in_worker(site: &str, customers: u32, ms: f64, steps: u32) -> Result<Float64Array> {
    let counter = Counter::default();
    for _ in 0..customers {
        counter.serve(site, Service { ms, steps })?;
    }
    Ok(counter.sent())
}

/// What a worker is asked for: serve some customers one after another, and await each wait.
#[wasm_bindgen]
pub fn serve_in_worker_async(customers: u32, ms: f64, steps: u32) -> Promise<Float64Array> {
    worker::awaiting(async move {
        let counter = Counter::default();
        for _ in 0..customers {
            counter.serve_async(Service { ms, steps }).await;
        }
        Ok(counter.sent())
    })
}
