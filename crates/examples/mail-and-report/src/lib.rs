//! Two things to do later: an email that waits for a server, and a report that computes.

use experiment::reply_source::{Ask, Source};
use experiment::worker::Worker;
use experiment::{Result, Run, clock, job, work};
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Job;
    async mail_on_the_page;
    async report_on_the_page;
    async report_in_a_worker;
}

/// How long the email waits, in milliseconds, and how many steps the report has to compute, which take as long.
#[derive(Clone, Copy)]
struct Job {
    ms: f64,
    steps: u32,
}

async fn calibrate(_: Run, params: Params) -> Result<Job> {
    Ok(Job {
        ms: params.ms,
        steps: work::steps_for(params.ms, work::churn).await,
    })
}

/// Hands an email to a server, in an async function on the page.
async fn mail_on_the_page(run: Run, job: Job) -> Result {
    let server = Source::connect(&run).await?;
    let begin = clock::now();
    send_mail(&server, job.ms).await?;
    run.measure("took", clock::now() - begin);
    Ok(())
}

async fn send_mail(server: &Source, ms: f64) -> Result {
    server.ask(Ask::after(ms)).await?;
    Ok(())
}

/// Makes a report, in an async function on the page.
async fn report_on_the_page(run: Run, job: Job) -> Result {
    let begin = clock::now();
    let report = async { make_report(job.steps) }.await;
    run.measure("took", clock::now() - begin);
    run.measure("report", report.into());
    Ok(())
}

/// Makes the same report in a worker.
async fn report_in_a_worker(run: Run, job: Job) -> Result {
    let worker = Worker::ready().await?;
    // Some steps let the engine optimise.
    worker.call(job!(make_report(job.steps / 4))).await?;
    let begin = clock::now();
    let report = worker.call(job!(make_report(job.steps))).await?;
    run.measure("took", clock::now() - begin);
    run.measure("report", report.into());
    Ok(())
}

/// A report: so many steps to compute.
#[wasm_bindgen]
pub fn make_report(steps: u32) -> u32 {
    work::churn(steps)
}
