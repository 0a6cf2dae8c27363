//! Three orders, of which the first fails: combined in four ways, in Rust and in JavaScript.

use experiment::{Result, Run, clock, row, task};
use futures_util::future::{join_all, select_all, select_ok, try_join_all};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    async rust_join;
    async rust_try_join;
    async rust_select;
    async rust_any;
    async js_all_settled;
    async js_all;
    async js_race;
    async js_any;
}

#[wasm_bindgen(module = "/src/orders.js")]
extern "C" {
    fn together(how: &str, ms: f64, delivered: &Closure<dyn FnMut()>) -> Promise;
}

/// An order that has not been placed yet.
type Order = Pin<Box<dyn Future<Output = std::result::Result<(), SoldOut>>>>;

/// Why an order is not delivered.
struct SoldOut;

/// Is over when the first is, whatever it is.
async fn rust_select(run: Run, params: Params) -> Result {
    watch(run, params, async |orders| {
        // Those that have not ended are returned as well, and are dropped here.
        let (_first, _, _others) = select_all(orders).await;
    })
    .await
}

/// Is over when all are, or the first has failed.
async fn rust_try_join(run: Run, params: Params) -> Result {
    watch(run, params, async |orders| drop(try_join_all(orders).await)).await
}

/// Is over when the first has succeeded.
async fn rust_any(run: Run, params: Params) -> Result {
    watch(run, params, async |orders| drop(select_ok(orders).await)).await
}

/// Is over when all are.
async fn rust_join(run: Run, params: Params) -> Result {
    watch(run, params, async |orders| drop(join_all(orders).await)).await
}

async fn js_race(run: Run, params: Params) -> Result {
    watch_js(run, params, "race").await
}

async fn js_all(run: Run, params: Params) -> Result {
    watch_js(run, params, "all").await
}

async fn js_any(run: Run, params: Params) -> Result {
    watch_js(run, params, "any").await
}

async fn js_all_settled(run: Run, params: Params) -> Result {
    watch_js(run, params, "allSettled").await
}

/// Awaits the orders put together, and then watches what is still delivered.
async fn watch(run: Run, params: Params, together: impl AsyncFnOnce(Vec<Order>)) -> Result {
    let delivered = Rc::new(Cell::new(0));
    let names = ["sold out", "second", "third"];
    let orders = (1..).zip(names).map(|(place, name)| {
        let delivered = Rc::clone(&delivered);
        let order = task(&run, name, async move {
            TimeoutFuture::new(place * params.ms as u32).await;
            if place == 1 {
                return Err(SoldOut);
            }
            delivered.set(delivered.get() + 1);
            Ok(())
        });
        Box::pin(order) as Order
    });
    let orders = orders.collect();
    let begin = clock::now();
    together(orders).await;
    report(&run, params, begin, &delivered).await
}

/// The same in JavaScript.
async fn watch_js(run: Run, params: Params, how: &str) -> Result {
    let delivered = Rc::new(Cell::new(0));
    // JavaScript's own functions are no futures; what can be drawn of them is when they call.
    let calls = row(&run, "delivered");
    let on_delivered = Closure::new({
        let delivered = Rc::clone(&delivered);
        move || calls.enter(|| delivered.set(delivered.get() + 1))
    });
    let begin = clock::now();
    // Whether it is resolved or rejected: the caller has been told.
    let _ = JsFuture::from(together(how, params.ms, &on_delivered)).await;
    report(&run, params, begin, &delivered).await
}

/// Waits until every order has had its time.
async fn report(run: &Run, params: Params, begin: f64, delivered: &Cell<u32>) -> Result {
    let (told, by_then) = (clock::now() - begin, delivered.get());
    let rest = 4.0 * params.ms - told;
    TimeoutFuture::new(rest.max(0.0) as u32).await;
    run.measure("told", told);
    run.measure("late", f64::from(delivered.get() - by_then));
    run.measure("delivered", f64::from(delivered.get()));
    Ok(())
}
