//! One count of primes: plain, as a future, in a hundred futures, in a worker and in two.

pub mod primes;

use experiment::{Result, Run, clock, job, work, worker, yielding};
use primes::count;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> u32;
    sync plain;
    async one_future;
    async a_hundred_futures;
    async one_worker;
    async two_workers;
}

/// In how many parts the count is shared out.
const PARTS: u32 = 100;

/// How many numbers there are: as many as take this machine so long, a whole number for each part.
async fn calibrate(_: Run, params: Params) -> Result<u32> {
    let numbers = work::steps_for(params.ms, |numbers| count(0, numbers)).await;
    Ok(numbers.next_multiple_of(PARTS))
}

/// Counts in a plain call.
fn plain(run: Run, numbers: u32) -> Result {
    let begin = clock::now();
    report(&run, begin, count(0, numbers));
    Ok(())
}

/// Counts in an async function, which has nothing to await.
async fn one_future(run: Run, numbers: u32) -> Result {
    let begin = clock::now();
    report(&run, begin, async { count(0, numbers) }.await);
    Ok(())
}

/// Counts in a hundred futures, one after another, each of which yields before it begins.
async fn a_hundred_futures(run: Run, numbers: u32) -> Result {
    let begin = clock::now();
    let each = numbers / PARTS;
    let part = async |from| {
        yielding::yield_now().await;
        count(from, each)
    };
    let mut found = 0;
    for nth in 0..PARTS {
        found += part(nth * each).await;
    }
    report(&run, begin, found);
    Ok(())
}

async fn one_worker(run: Run, numbers: u32) -> Result {
    in_workers(1, run, numbers).await
}

async fn two_workers(run: Run, numbers: u32) -> Result {
    in_workers(2, run, numbers).await
}

/// Shares the count out among workers.
async fn in_workers(count: u32, run: Run, numbers: u32) -> Result {
    let workers = worker::several(count).await?;
    let each = numbers / count;
    // Some counting lets the engine optimise.
    worker::call_all(&workers, |_| job!(counted(0, each / 4))).await?;
    let begin = clock::now();
    let parts = worker::call_all(&workers, |nth| job!(counted(nth * each, each))).await?;
    report(&run, begin, parts.iter().sum());
    Ok(())
}

/// What a worker is asked for: the same count, in a plain call.
#[wasm_bindgen]
pub fn counted(from: u32, numbers: u32) -> u32 {
    count(from, numbers)
}

fn report(run: &Run, begin: f64, found: u32) {
    run.measure("took", clock::now() - begin);
    run.measure("primes", found.into());
}
