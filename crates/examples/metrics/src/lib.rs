//! Metrics that are written while a profile is being fetched, or after it.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, clock, task};
use futures_util::future::join;
use gloo_timers::future::TimeoutFuture;

experiment::variants! {
    params { ms: f64 }
    async one_after_the_other;
    async beside_each_other;
}

/// How many metrics are written, and how long each takes, in milliseconds.
const METRICS: u32 = 5;
const EACH: u32 = 40;

/// Fetches the profile, then writes the metrics.
async fn one_after_the_other(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    let begin = clock::now();
    let fetched = task(&run, "profile", fetch_profile(&source, params)).await?;
    let written = task(&run, "metrics", write_metrics()).await;
    report(&run, begin, fetched, written);
    Ok(())
}

/// Writes the metrics while the profile is on its way.
async fn beside_each_other(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    let begin = clock::now();
    let (fetched, written) = join(
        task(&run, "profile", fetch_profile(&source, params)),
        task(&run, "metrics", write_metrics()),
    )
    .await;
    report(&run, begin, fetched?, written);
    Ok(())
}

/// Asks for the profile, and says when it was there.
async fn fetch_profile(source: &Source, params: Params) -> Result<f64> {
    source.ask(Ask::after(params.ms)).await?;
    Ok(clock::now())
}

/// Writes one metric after another, and says when the last was written.
async fn write_metrics() -> f64 {
    for _ in 0..METRICS {
        TimeoutFuture::new(EACH).await;
    }
    clock::now()
}

fn report(run: &Run, begin: f64, fetched: f64, written: f64) {
    run.measure("took", fetched.max(written) - begin);
    run.measure("during", f64::from(written < fetched));
}
