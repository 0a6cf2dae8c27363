//! One request, twenty requests and a computation, each in the two styles: which gets faster?

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, blocking, clock, task, work};
use futures_util::stream::{StreamExt, TryStreamExt, iter};

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Job;
    sync one_blocking;
    async one_awaited;
    async one_after_another;
    async together;
    async six_at_a_time;
    sync computed;
    async computed_in_a_future;
}

/// How many requests are many.
const MANY: usize = 20;

/// How many of them are under way at the same time where that is limited.
const LIMIT: usize = 6;

/// What the variants do: requests that take so long, and a computation that takes as long.
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

/// Waits for one answer and blocks the thread.
fn one_blocking(run: Run, job: Job) -> Result {
    let begin = clock::now();
    blocking::requests(&run.site(), job.ms)?;
    run.measure("took", clock::now() - begin);
    Ok(())
}

/// Awaits one answer.
async fn one_awaited(run: Run, job: Job) -> Result {
    let source = Source::connect(&run).await?;
    let begin = clock::now();
    source.ask(Ask::after(job.ms)).await?;
    run.measure("took", clock::now() - begin);
    Ok(())
}

/// Awaits each answer before the next is asked for.
async fn one_after_another(run: Run, job: Job) -> Result {
    many(1, run, job).await
}

/// Asks for all, and awaits them together.
async fn together(run: Run, job: Job) -> Result {
    many(MANY, run, job).await
}

/// Has at most six under way at the same time.
async fn six_at_a_time(run: Run, job: Job) -> Result {
    many(LIMIT, run, job).await
}

/// Asks for many things, with at most `limit` under way at the same time.
async fn many(limit: usize, run: Run, job: Job) -> Result {
    let source = Source::connect(&run).await?;
    let begin = clock::now();
    let asks = iter(0..MANY).map(|_| task(&run, "request", source.ask(Ask::after(job.ms))));
    let replies: Vec<_> = asks.buffer_unordered(limit).try_collect().await?;
    run.measure("took", clock::now() - begin);
    let others = replies.iter().map(|reply| reply.others).max();
    run.measure("open", f64::from(others.unwrap_or_default() + 1));
    Ok(())
}

/// Computes in a plain call.
fn computed(run: Run, job: Job) -> Result {
    let begin = clock::now();
    let result = work::churn(job.steps);
    run.measure("took", clock::now() - begin);
    run.measure("result", result.into());
    Ok(())
}

/// Computes the same in an async function.
async fn computed_in_a_future(run: Run, job: Job) -> Result {
    let begin = clock::now();
    let result = async { work::churn(job.steps) }.await;
    run.measure("took", clock::now() - begin);
    run.measure("result", result.into());
    Ok(())
}
