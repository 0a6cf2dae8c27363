//! A server in virtual time, built in four ways, under one to five hundred clients; and two of them for real.

pub mod load;
pub mod server;

use experiment::job::{Job, Returned};
use experiment::worker::{Worker, awaiting};
use experiment::{Promise, Result, Run, blocking, clock, job};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use load::{Need, arrivals, clients};
use server::{Design, Request, serve};
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { cores: f64 }
    sync one_blocking;
    sync eight_threads;
    sync sixty_four_threads;
    sync one_loop;
    sync half_full;
    sync nearly_full;
    async really_blocking;
    async really_awaiting;
}

/// The seed of all random times: the same run for every reader.
const SEED: u64 = 2026;

/// How many answers are waited for.
const ANSWERS: usize = 4000;

/// A request that mostly waits, and one that only computes.
const WAITS: Need = Need {
    waits: 50.0,
    computes: 1.0,
};
const COMPUTES: Need = Need {
    waits: 0.0,
    computes: 20.0,
};

/// One thread that awaits.
const LOOP: Design = Design {
    handlers: usize::MAX,
    cores: 1,
};

/// For real there are fewer: clients, requests in all, and the milliseconds of one that are a wait and a spin.
const CLIENTS: u32 = 8;
const FEW: u32 = 32;
const WAIT: f64 = 20.0;
const COMPUTE: f64 = 4.0;

/// One thread, which blocks while its request waits.
fn one_blocking(run: Run, _: Params) -> Result {
    let (handlers, cores) = (1, 1);
    ramp(&run, handlers, Design { handlers, cores });
    Ok(())
}

fn eight_threads(run: Run, params: Params) -> Result {
    let (handlers, cores) = (8, params.cores as usize);
    ramp(&run, handlers, Design { handlers, cores });
    Ok(())
}

fn sixty_four_threads(run: Run, params: Params) -> Result {
    let (handlers, cores) = (64, params.cores as usize);
    ramp(&run, handlers, Design { handlers, cores });
    Ok(())
}

/// One thread, which awaits: all requests can wait at the same time.
fn one_loop(run: Run, _: Params) -> Result {
    ramp(&run, 1, LOOP);
    Ok(())
}

/// Serves one client, eight, 64 and 512, and then 64 whose requests only compute.
fn ramp(run: &Run, threads: usize, design: Design) {
    for (measure, many) in [("one", 1), ("eight", 8), ("sixty", 64)] {
        let outcome = clients(design, WAITS, many, ANSWERS, SEED);
        run.measure(measure, outcome.rate());
    }
    let crowd = clients(design, WAITS, 512, ANSWERS, SEED);
    run.measure("crowd", crowd.rate());
    run.measure("slowest", crowd.slowest_of_a_hundred());
    let computing = clients(design, COMPUTES, 64, ANSWERS, SEED);
    run.measure("computing", computing.rate());
    run.measure("threads", threads as f64);
    run.measure("cores", design.cores as f64);
}

/// The loop, with half of the requests that it could answer.
fn half_full(run: Run, _: Params) -> Result {
    at_random(&run, 500.0);
    Ok(())
}

/// The loop, with nearly as many requests as it could answer.
fn nearly_full(run: Run, _: Params) -> Result {
    at_random(&run, 950.0);
    Ok(())
}

/// Requests that only compute, and arrive whether the loop keeps up or not, so many in a second.
fn at_random(run: &Run, rate: f64) {
    let need = Need {
        waits: 0.0,
        ..WAITS
    };
    let outcome = arrivals(LOOP, need, rate, 20 * ANSWERS, SEED);
    run.measure("mean", outcome.mean());
    run.measure("inside", outcome.inside / outcome.ended);
    run.measure("busy", outcome.busy / outcome.ended);
}

/// No virtual time: a worker that blocks while its request waits.
async fn really_blocking(run: Run, _: Params) -> Result {
    let (handlers, cores) = (1, 1);
    let requests = job!(block(&run.site(), FEW));
    for_real(requests, run, Design { handlers, cores }).await
}

/// No virtual time: a worker that awaits.
async fn really_awaiting(run: Run, _: Params) -> Result {
    for_real(job!(await_all(FEW)), run, LOOP).await
}

/// Has a worker serve a few clients, and says what the virtual server predicts for that.
async fn for_real<R: Returned>(requests: Job<R>, run: Run, design: Design) -> Result {
    let worker = Worker::ready().await?;
    // A worker's first request takes longer than all others.
    worker.call(job!(block(&run.site(), 1))).await?;
    let begin = clock::now();
    worker.call(requests).await?;
    run.measure("really", f64::from(FEW) * 1000.0 / (clock::now() - begin));
    run.measure("predicted", regular(design).rate());
    Ok(())
}

/// The same clients in virtual time, each request as long as the other.
fn regular(design: Design) -> server::Outcome {
    let request = |at| Request {
        at,
        waits: WAIT,
        computes: COMPUTE,
    };
    let mut left = FEW - CLIENTS;
    serve(design, &[request(0.0); CLIENTS as usize], &mut |now| {
        left = left.checked_sub(1)?;
        Some(request(now))
    })
}

/// What a worker is asked for: so many requests, each of which it waits for and works on before it looks at the next.
#[wasm_bindgen]
pub fn block(site: &str, requests: u32) -> Result {
    for _ in 0..requests {
        blocking::requests(site, WAIT)?;
        blocking::spin(COMPUTE);
    }
    Ok(())
}

/// What a worker is asked for: so many requests of a few clients, all of which wait at the same time.
#[wasm_bindgen]
pub fn await_all(requests: u32) -> Promise {
    awaiting(async move {
        let clients = (0..CLIENTS).map(async |_| {
            for _ in 0..requests / CLIENTS {
                TimeoutFuture::new(WAIT as u32).await;
                blocking::spin(COMPUTE);
            }
        });
        let mut clients: FuturesUnordered<_> = clients.collect();
        while clients.next().await.is_some() {}
        Ok(JsValue::UNDEFINED)
    })
}
