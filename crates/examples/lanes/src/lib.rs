//! Tasks, microtasks and frames of the running page, and how long each waits.

mod lanes;
mod your_turn;

use experiment::{Result, Run, blocking, clock, yielding};
use futures_util::future::join;
use lanes::Lanes;
use your_turn::your_turn;

experiment::variants! {
    params { ms: f64 }
    async free_thread;
    async behind_a_job;
    async your_turn;
}

/// Posts a task while the thread is free.
async fn free_thread(run: Run, _: Params) -> Result {
    post(&run, 0.0).await
}

/// Posts the same task, and computes for a while right after.
async fn behind_a_job(run: Run, params: Params) -> Result {
    post(&run, params.ms).await
}

/// Posts a task and then computes; follows the task through the queues.
async fn post(run: &Run, job: f64) -> Result {
    let lanes = Lanes::new(run);
    let posted = clock::now();
    let task = async {
        yielding::task().await;
        let begin = lanes.task(posted, 0.0);
        lanes.after(begin).await
    };
    let (waits, ()) = join(task, async { blocking::spin(job) }).await;
    run.measure("task", waits.task);
    run.measure("microtask", waits.microtask);
    run.measure("frame", waits.frame);
    Ok(())
}
