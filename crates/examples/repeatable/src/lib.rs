//! The same faulty program again and again: which runs are alike?

pub mod account;
pub mod virtual_time;

use account::{Step, concurrently, in_turn, lost, told};
use experiment::{Result, Run};
use gloo_timers::future::TimeoutFuture;
use js_sys::Math::random;
use virtual_time::VirtualTime;

experiment::variants! {
    params { runs: f64, seed: f64 }
    sync plain_calls;
    async real_timers;
    sync one_seed;
    sync a_seed_each;
}

/// Synchronous: one deposit after the other, without a wait.
fn plain_calls(run: Run, params: Params) -> Result {
    let traces: Vec<Trace> = (0..params.runs as u32).map(|_| in_turn()).collect();
    report(&run, &traces);
    Ok(())
}

/// Together, with waits that chance has set, by the browser's timers.
async fn real_timers(run: Run, params: Params) -> Result {
    let mut traces = Vec::new();
    for nth in 0..params.runs as u32 {
        // Stands for the world outside, which gives no seed.
        let chance = random().to_bits() ^ u64::from(nth);
        traces.push(concurrently(chance, TimeoutFuture::new).await);
        run.progress(f64::from(nth) / params.runs);
    }
    report(&run, &traces);
    Ok(())
}

/// Together in virtual time, with the waits of one seed.
fn one_seed(run: Run, params: Params) -> Result {
    let seed = params.seed as u64;
    let traces: Vec<Trace> = (0..params.runs as u32).map(|_| virtually(seed)).collect();
    run.output().set_text_content(Some(&told(&traces[0])));
    report(&run, &traces);
    Ok(())
}

/// Together in virtual time, with another seed for each run; each run twice.
fn a_seed_each(run: Run, params: Params) -> Result {
    let seeds = (0..params.runs as u64).map(|nth| params.seed as u64 + nth);
    let (mut traces, mut again, mut failing) = (Vec::new(), 0, None);
    for seed in seeds {
        let trace = virtually(seed);
        again += u32::from(virtually(seed) == trace);
        if lost(&trace) > 0 {
            failing = failing.or(Some(seed));
        }
        traces.push(trace);
    }
    run.measure("again", again.into());
    if let Some(seed) = failing {
        run.measure("failing", seed as f64);
    }
    report(&run, &traces);
    Ok(())
}

/// One run, step by step.
type Trace = Vec<Step>;

/// One run in virtual time.
fn virtually(seed: u64) -> Trace {
    let time = VirtualTime::default();
    time.run(concurrently(seed, |ms| time.wait(ms)))
}

fn report(run: &Run, traces: &[Trace]) {
    let mut different: Vec<&Trace> = Vec::new();
    for trace in traces {
        if !different.contains(&trace) {
            different.push(trace);
        }
    }
    let wrong = traces.iter().filter(|trace| lost(trace) > 0);
    run.measure("runs", traces.len() as f64);
    run.measure("traces", different.len() as f64);
    run.measure("wrong", wrong.count() as f64);
}
