//! A dinner of nine steps, some of which need others, made by one to eight cooks.

pub mod recipe;

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, job, task};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use recipe::{DINNER, critical_path, work};
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { unit: f64 }
    async one_cook;
    async two_cooks;
    async three_cooks;
    async eight_cooks;
}

async fn one_cook(run: Run, params: Params) -> Result {
    cooked_by(1, run, params).await
}

async fn two_cooks(run: Run, params: Params) -> Result {
    cooked_by(2, run, params).await
}

async fn three_cooks(run: Run, params: Params) -> Result {
    cooked_by(3, run, params).await
}

async fn eight_cooks(run: Run, params: Params) -> Result {
    cooked_by(8, run, params).await
}

/// Hands each step to a cook who is free, as soon as what it needs is done.
async fn cooked_by(count: u32, run: Run, params: Params) -> Result {
    let cooks = worker::several(count).await?;

    let begin = clock::now();
    let mut free: Vec<&Worker> = cooks.iter().collect();
    let mut begun = [None; DINNER.len()];
    let mut done = [None; DINNER.len()];
    let mut under_way = FuturesUnordered::new();
    while done.contains(&None) {
        for (place, step) in DINNER.iter().enumerate() {
            let ready = step.needs.iter().all(|&needed| done[needed].is_some());
            if begun[place].is_none()
                && ready
                && let Some(cook) = free.pop()
            {
                begun[place] = Some(clock::now());
                let takes = f64::from(step.takes) * params.unit;
                under_way.push(task(&run, step.name, async move {
                    ask(cook, takes).await?;
                    Result::Ok((place, cook))
                }));
            }
        }
        if let Some(ended) = under_way.next().await {
            let (place, cook) = ended?;
            done[place] = Some(clock::now());
            free.push(cook);
        }
    }
    run.measure("served", clock::now() - begin);

    let too_early = DINNER.iter().zip(begun).map(|(step, begun)| {
        let needed = step.needs.iter();
        needed.filter(|&&needed| done[needed] > begun).count()
    });
    run.measure("too_early", too_early.sum::<usize>() as f64);
    let shared = f64::from(work()) / f64::from(count);
    run.measure("shared", shared * params.unit);
    run.measure("chain", f64::from(critical_path()) * params.unit);
    Ok(())
}

async fn ask(cook: &Worker, ms: f64) -> Result {
    cook.call(job!(step(ms))).await.map(drop)
}

/// What a cook is asked for: one step, which is a wait of so many milliseconds.
#[wasm_bindgen]
pub fn step(ms: f64) -> Promise {
    worker::awaiting(async move {
        TimeoutFuture::new(ms as u32).await;
        Ok(JsValue::UNDEFINED)
    })
}
