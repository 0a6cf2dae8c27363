//! Many waits on one thread, begun before the first has ended.

use experiment::{Result, Run};
use futures_util::future::join_all;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};

experiment::variants! {
    params { ms: u32 }
    async one;
    async ten;
    async a_hundred;
    async a_thousand;
    async ten_in_a_row;
}

/// Waits once.
async fn one(run: Run, params: Params) -> Result {
    together(run, params, 1).await
}

/// Waits ten times at the same time.
async fn ten(run: Run, params: Params) -> Result {
    together(run, params, 10).await
}

/// Waits a hundred times at the same time.
async fn a_hundred(run: Run, params: Params) -> Result {
    together(run, params, 100).await
}

/// Waits a thousand times at the same time.
async fn a_thousand(run: Run, params: Params) -> Result {
    together(run, params, 1000).await
}

/// Waits ten times, and begins each wait when the one before is over.
async fn ten_in_a_row(run: Run, params: Params) -> Result {
    let count = Count::default();
    for _ in 0..10 {
        count.wait(params).await;
    }
    count.report(&run);
    Ok(())
}

/// Begins so many waits, and awaits them all.
async fn together(run: Run, params: Params, waits: usize) -> Result {
    let count = Count::default();
    join_all((0..waits).map(|_| count.wait(params))).await;
    count.report(&run);
    Ok(())
}

thread_local! {
    /// A random number for each thread: code that reads it ran there.
    static TAG: f64 = js_sys::Math::random();
}

/// Counts the waits that are open, and the threads that have ended one.
#[derive(Default)]
struct Count {
    open: Cell<u32>,
    most: Cell<u32>,
    tags: RefCell<Vec<f64>>,
}

impl Count {
    async fn wait(&self, params: Params) {
        self.open.set(self.open.get() + 1);
        self.most.set(self.most.get().max(self.open.get()));
        TimeoutFuture::new(params.ms).await;
        self.open.set(self.open.get() - 1);

        let tag = TAG.with(|tag| *tag);
        let mut tags = self.tags.borrow_mut();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }

    fn report(&self, run: &Run) {
        run.measure("open", self.most.get().into());
        run.measure("threads", self.tags.borrow().len() as f64);
    }
}
