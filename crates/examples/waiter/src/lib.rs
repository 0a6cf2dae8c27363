//! Five dishes, and four ways of serving them.

use experiment::{Result, Run, blocking, clock, task};
use futures_util::future::{join_all, select_all};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;

experiment::variants! {
    params { ms: f64 }
    sync stands_at_the_kitchen;
    async serves_at_the_end;
    async serves_as_they_come;
    async serves_the_first;
}

/// The names of the dishes in the timeline; the first takes one unit of time, the last five.
const DISHES: [&str; 5] = ["soup", "salad", "fish", "pasta", "roast"];

/// Stands at the kitchen until a dish is done, serves it, and takes the next order.
fn stands_at_the_kitchen(run: Run, params: Params) -> Result {
    let table = Table::new();
    for dish in 0..DISHES.len() {
        blocking::spin(params.ms * (dish + 1) as f64);
        table.cooked();
        table.serve();
    }
    table.report(&run);
    Ok(())
}

/// Places all orders, and serves nothing until everything is cooked.
async fn serves_at_the_end(run: Run, params: Params) -> Result {
    let table = Table::new();
    join_all(dishes(&run, params, &table)).await;
    for _ in DISHES {
        table.serve();
    }
    table.report(&run);
    Ok(())
}

/// Places all orders, and serves each dish when it comes.
async fn serves_as_they_come(run: Run, params: Params) -> Result {
    let table = Table::new();
    let mut kitchen: FuturesUnordered<_> = dishes(&run, params, &table).collect();
    while kitchen.next().await.is_some() {
        table.serve();
    }
    table.report(&run);
    Ok(())
}

/// Places all orders, serves the dish that comes first, and cancels the others.
async fn serves_the_first(run: Run, params: Params) -> Result {
    let table = Table::new();
    let orders = dishes(&run, params, &table).map(Box::pin);
    let (_, _, others) = select_all(orders).await;
    table.serve();
    // A dish that is dropped here is cooked no further.
    drop(others);
    TimeoutFuture::new((params.ms * DISHES.len() as f64) as u32).await;
    table.report(&run);
    Ok(())
}

/// The orders, none of which has been placed yet.
fn dishes<'a>(
    run: &Run,
    params: Params,
    table: &'a Table,
) -> impl Iterator<Item = impl Future<Output = ()> + use<'a>> + use<'a> {
    let run = run.clone();
    DISHES.into_iter().enumerate().map(move |(place, name)| {
        let ms = params.ms * (place + 1) as f64;
        task(&run, name, async move {
            TimeoutFuture::new(ms as u32).await;
            table.cooked();
        })
    })
}

/// What has been cooked and served so far.
struct Table {
    ordered: f64,
    cooked: Cell<u32>,
    first: Cell<Option<f64>>,
    last: Cell<f64>,
}

impl Table {
    fn new() -> Self {
        Self {
            ordered: clock::now(),
            cooked: Cell::new(0),
            first: Cell::new(None),
            last: Cell::new(0.0),
        }
    }

    fn cooked(&self) {
        self.cooked.set(self.cooked.get() + 1);
    }

    fn serve(&self) {
        let after = clock::now() - self.ordered;
        self.first.set(self.first.get().or(Some(after)));
        self.last.set(after);
    }

    fn report(&self, run: &Run) {
        run.measure("first", self.first.get().unwrap_or_default());
        run.measure("last", self.last.get());
        run.measure("cooked", self.cooked.get().into());
    }
}
