//! Ten requests, whose replies come in any order: delivered at the end, as they come, and in the order of the requests.

pub mod inversions;

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, clock};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesOrdered, FuturesUnordered, Stream, StreamExt};
use inversions::inversions;
use std::cell::RefCell;

experiment::variants! {
    params { rounds: u32 }
    prepare size -> Rounds;
    async at_the_end;
    async as_they_come;
    async in_order;
}

/// How many requests are sent together.
const REQUESTS: u32 = 10;

/// How much longer than none a reply may take, in milliseconds at least, and in times that this machine needs for ten without a delay.
const JITTER: f64 = 30.0;
const SPREAD: f64 = 3.0;

/// So many rounds, in which a reply may take so much longer than none.
#[derive(Clone, Copy)]
struct Rounds {
    rounds: u32,
    jitter: f64,
}

async fn size(run: Run, params: Params) -> Result<Rounds> {
    let burst = Source::connect(&run).await?.burst(REQUESTS).await;
    Ok(Rounds {
        rounds: params.rounds,
        jitter: (SPREAD * burst).max(JITTER),
    })
}

/// Delivers all results when the last is there, in the order of the requests. `join_all` does the same.
async fn at_the_end(run: Run, wanted: Rounds) -> Result {
    rounds(run, wanted, |requests| {
        let all: FuturesOrdered<Request> = requests.into_iter().collect();
        let results = async { futures_util::stream::iter(all.collect::<Vec<u32>>().await) };
        results.flatten_stream().boxed_local()
    })
    .await
}

/// Delivers each result when it is there.
async fn as_they_come(run: Run, wanted: Rounds) -> Result {
    rounds(run, wanted, |requests| {
        let all: FuturesUnordered<Request> = requests.into_iter().collect();
        all.boxed_local()
    })
    .await
}

/// Delivers each result when it is there and those before it have been delivered.
async fn in_order(run: Run, wanted: Rounds) -> Result {
    rounds(run, wanted, |requests| {
        let all: FuturesOrdered<Request> = requests.into_iter().collect();
        all.boxed_local()
    })
    .await
}

/// A request, which resolves to its place in the order of the requests.
type Request<'a> = LocalBoxFuture<'a, u32>;

/// What hands results on.
type Results<'a> = std::pin::Pin<Box<dyn Stream<Item = u32> + 'a>>;

/// Sends ten requests, many times over, and notes in which order they arrive and are delivered.
async fn rounds(run: Run, wanted: Rounds, hand_on: fn(Vec<Request<'_>>) -> Results<'_>) -> Result {
    let source = Source::connect(&run).await?;
    let Rounds { rounds, jitter } = wanted;
    let (mut arrived, mut delivered) = (0, 0);
    for round in 0..rounds {
        let arrivals = RefCell::new(Vec::new());
        let request = |nth: u32| {
            let ask = Ask {
                jitter,
                // The same luck for each variant.
                seed: 1 + round * REQUESTS + nth,
                ..Ask::default()
            };
            let (source, arrivals) = (&source, &arrivals);
            let request = async move {
                // A reply that failed has arrived as well.
                let _ = source.ask(ask).await;
                arrivals.borrow_mut().push(nth);
                nth
            };
            request.boxed_local()
        };
        let begin = clock::now();
        let mut results = hand_on((0..REQUESTS).map(request).collect());
        let mut deliveries = Vec::new();
        while let Some(nth) = results.next().await {
            if deliveries.is_empty() {
                run.measure("first", clock::now() - begin);
            }
            deliveries.push(nth);
        }
        drop(results);
        arrived += inversions(&arrivals.borrow());
        delivered += inversions(&deliveries);
        run.progress(f64::from(round) / f64::from(rounds));
    }
    let pairs = rounds * REQUESTS * (REQUESTS - 1) / 2;
    run.measure("pairs", pairs.into());
    run.measure("arrived", f64::from(arrived));
    run.measure("delivered", f64::from(delivered));
    Ok(())
}
