//! Six documents are fetched and parsed, from all waiting to all parsing, in three ways.

use experiment::worker::{self, Worker};
use experiment::{Result, Run, blocking, clock, job, work};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Extremes;
    async one_after_another;
    async asynchronous;
    async asynchronous_with_workers;
}

/// How many documents there are.
const DOCUMENTS: usize = 6;

/// The shares of parsing that are tried, in percent, and where each is measured.
const SHARES: [(f64, &str); 5] = [
    (0.0, "none"),
    (25.0, "quarter"),
    (50.0, "half"),
    (75.0, "most"),
    (100.0, "all"),
];

/// What a document takes: so long on its way, and so many steps of parsing.
#[derive(Clone, Copy)]
struct Document {
    wait: f64,
    steps: u32,
}

/// A document that is all waiting and one that is all parsing, both as long.
#[derive(Clone, Copy)]
struct Extremes {
    ms: f64,
    steps: u32,
}

impl Extremes {
    /// A document of that length with so many percent of parsing.
    fn mixed(self, parsing: f64) -> Document {
        let share = parsing / 100.0;
        Document {
            wait: self.ms * (1.0 - share),
            steps: (f64::from(self.steps) * share) as u32,
        }
    }
}

async fn calibrate(_: Run, params: Params) -> Result<Extremes> {
    Ok(Extremes {
        ms: params.ms,
        steps: work::steps_for(params.ms, work::churn).await,
    })
}

/// One document after another, by plain code that blocks: in a worker, so that the page stays responsive.
async fn one_after_another(run: Run, extremes: Extremes) -> Result {
    let worker = Worker::ready().await?;
    let site = run.site();
    let mut parsed = 0.0;
    for (share, measure) in SHARES {
        let begin = clock::now();
        let document = extremes.mixed(share);
        let all = job!(fetch_and_parse_all(&site, document.wait, document.steps));
        parsed += worker.call(all).await?;
        run.measure(measure, clock::now() - begin);
    }
    run.measure("parsed", parsed);
    Ok(())
}

/// All documents together, on this page's thread.
async fn asynchronous(run: Run, extremes: Extremes) -> Result {
    let mut parsed = 0.0;
    for (share, measure) in SHARES {
        let begin = clock::now();
        let document = extremes.mixed(share);
        for there in fetches(document) {
            there.await;
            parsed += f64::from(work::churn(document.steps));
        }
        run.measure(measure, clock::now() - begin);
    }
    run.measure("parsed", parsed);
    Ok(())
}

/// All documents together, parsed in rounds of one for each worker.
async fn asynchronous_with_workers(run: Run, extremes: Extremes) -> Result {
    let workers = worker::several(run.cores()).await?;
    // Some parsing lets the engine optimise.
    worker::call_all(&workers, |_| job!(parse(extremes.steps / 2))).await?;
    let mut parsed = 0.0;
    for (share, measure) in SHARES {
        let begin = clock::now();
        let document = extremes.mixed(share);
        for there in fetches(document) {
            there.await;
        }
        let mut left = DOCUMENTS;
        while left > 0 {
            let busy = left.min(workers.len());
            let round = |_| job!(parse(document.steps));
            let results = worker::call_all(&workers[..busy], round).await?;
            parsed += results.into_iter().map(f64::from).sum::<f64>();
            left -= busy;
        }
        run.measure(measure, clock::now() - begin);
    }
    run.measure("parsed", parsed);
    Ok(())
}

/// All documents, on their way: timers run from the moment that they are made.
fn fetches(document: Document) -> [TimeoutFuture; DOCUMENTS] {
    [(); DOCUMENTS].map(|()| TimeoutFuture::new(document.wait as u32))
}

/// What a worker is asked for: parse one document.
#[wasm_bindgen]
pub fn parse(steps: u32) -> u32 {
    work::churn(steps)
}

/// What a worker is asked for: wait for each document and parse it, one after another.
#[wasm_bindgen]
pub fn fetch_and_parse_all(site: &str, wait: f64, steps: u32) -> Result<f64> {
    let mut parsed = 0.0;
    for _ in 0..DOCUMENTS {
        blocking::requests(site, wait)?;
        parsed += f64::from(work::churn(steps));
    }
    Ok(parsed)
}
