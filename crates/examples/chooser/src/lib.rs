//! Jobs that wait and jobs that compute, done in three ways: which is best, and where?

mod ways;

use experiment::{Result, Run, work};
use ways::{Jobs, Way, do_all};

experiment::variants! {
    params { each: f64 }
    prepare calibrate -> Measured;
    async in_turn;
    async together;
    async in_workers;
}

/// How many jobs are many.
const MANY: u32 = 8;

/// How long a job takes, in milliseconds, and how many steps of computing a millisecond has here.
#[derive(Clone, Copy)]
struct Measured {
    each: f64,
    steps: f64,
}

async fn calibrate(_: Run, params: Params) -> Result<Measured> {
    let steps = work::steps_for(params.each, work::churn).await;
    Ok(Measured {
        each: params.each,
        steps: f64::from(steps) / params.each,
    })
}

async fn in_turn(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::InTurn).await
}

async fn together(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::Together).await
}

async fn in_workers(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::InWorkers).await
}

/// Does one job and many, for jobs that compute, that wait for half of their time, and that only wait.
async fn over_all_shares(run: &Run, measured: Measured, way: Way) -> Result {
    for (share, one, many) in [
        (0.0, "computing_one", "computing"),
        (0.5, "half_one", "half"),
        (1.0, "waiting_one", "waiting"),
    ] {
        for (count, name) in [(1, one), (MANY, many)] {
            let jobs = Jobs {
                count,
                each: measured.each,
                waits: share,
                steps: measured.steps,
            };
            run.measure(name, do_all(run, way, jobs).await?);
        }
    }
    Ok(())
}
