//! Eight requests that fail one time in three: all of them, each of them, any of them.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};

experiment::variants! {
    params { rounds: u32 }
    async all;
    async all_settled;
    async any;
}

/// How many requests are sent together.
const REQUESTS: u32 = 8;

/// The share that fails, and how long an answer takes at most, in milliseconds.
const FAIL: f64 = 0.3;
const JITTER: f64 = 4.0;

/// Over with the first failure.
async fn all(run: Run, params: Params) -> Result {
    rounds(
        |_, failed| failed > 0,
        |succeeded, failed| if failed > 0 { 0 } else { succeeded },
        run,
        params,
    )
    .await
}

/// Over when each has succeeded or failed.
async fn all_settled(run: Run, params: Params) -> Result {
    rounds(|_, _| false, |succeeded, _| succeeded, run, params).await
}

/// Over with the first success.
async fn any(run: Run, params: Params) -> Result {
    rounds(
        |succeeded, _| succeeded > 0,
        |succeeded, _| succeeded,
        run,
        params,
    )
    .await
}

/// Whether a round is over with so many successes and failures.
type Over = fn(succeeded: u32, failed: u32) -> bool;

/// How many results a round gives its caller.
type Kept = fn(succeeded: u32, failed: u32) -> u32;

/// Sends eight requests, many times over.
async fn rounds(over: Over, kept: Kept, run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    let rounds = params.rounds;
    let (mut results, mut none, mut complete) = (0, 0, 0);
    let mut seen = [false; 1 << REQUESTS];
    for round in 0..rounds {
        let ask = |nth: u32| Ask {
            jitter: JITTER,
            fail: FAIL,
            // The same fate for the same request in each variant.
            seed: 1000 + round * REQUESTS + nth,
            ..Ask::default()
        };
        let mut requests: FuturesUnordered<LocalBoxFuture<(u32, bool)>> = (0..REQUESTS)
            .map(|nth| {
                let reply = source.ask(ask(nth));
                reply.map(move |reply| (nth, reply.is_ok())).boxed_local()
            })
            .collect();
        let (mut succeeded, mut failed, mut set) = (0, 0, 0);
        while let Some((nth, good)) = requests.next().await {
            succeeded += u32::from(good);
            failed += u32::from(!good);
            set |= usize::from(good) << nth;
            if over(succeeded, failed) {
                break;
            }
        }
        let given = kept(succeeded, failed);
        results += given;
        none += u32::from(given == 0);
        complete += u32::from(given == REQUESTS);
        seen[set] = true;
        run.progress(f64::from(round) / f64::from(rounds));
    }
    run.measure("kept", results.into());
    run.measure("none", none.into());
    run.measure("complete", f64::from(complete) / f64::from(rounds));
    run.measure("sets", seen.iter().filter(|seen| **seen).count() as f64);
    Ok(())
}
