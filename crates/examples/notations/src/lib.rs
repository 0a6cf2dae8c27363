//! One flow in four notations: a loop, a branch and a failure.

pub mod awaits;
pub mod callbacks;
pub mod plain;
pub mod shop;
pub mod source;

use experiment::{Result, Run, error};
use futures_channel::oneshot;
use js_sys::{Function, Promise};
use shop::{Answer, Shop};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

experiment::variants! {
    params { ms: u32 }
    async plain_code;
    async with_callbacks;
    async with_promises;
    async with_await;
}

/// How many items the shop has; two of these six are left out.
const ITEMS: u32 = 6;

/// The texts of the four files, as compiled.
const PLAIN: &str = include_str!("plain.rs");
const CALLBACKS: &str = include_str!("callbacks.rs");
const PROMISES: &str = include_str!("promises.js");
const AWAITS: &str = include_str!("awaits.rs");

#[wasm_bindgen(module = "/src/promises.js")]
extern "C" {
    fn total_js(items: u32, price: &Function) -> Promise;
}

/// The flow as plain code.
async fn plain_code(run: Run, params: Params) -> Result {
    report(&run, params, PLAIN, async |shop| plain::total(shop)).await
}

/// The flow with callbacks.
async fn with_callbacks(run: Run, params: Params) -> Result {
    report(&run, params, CALLBACKS, async |shop| {
        let (told, total) = oneshot::channel();
        callbacks::total(shop, move |answer| {
            // The receiver is gone if the reader has pressed Stop.
            let _ = told.send(answer);
        });
        total.await.unwrap_or(Err("Nobody called back."))
    })
    .await
}

/// The flow with promises, in JavaScript.
async fn with_promises(run: Run, params: Params) -> Result {
    report(&run, params, PROMISES, async |shop| {
        let price = Closure::<dyn Fn(u32) -> Promise>::new(move |item| {
            future_to_promise(async move {
                let price = shop.price_later(item).await;
                price.map(JsValue::from).map_err(JsValue::from)
            })
        });
        let total = total_js(shop.items, price.as_ref().unchecked_ref());
        let total = JsFuture::from(total).await;
        let number = total.ok().and_then(|total| total.as_f64());
        number
            .map(|total| total as u32)
            .ok_or("The promise was rejected.")
    })
    .await
}

/// The flow with await.
async fn with_await(run: Run, params: Params) -> Result {
    report(&run, params, AWAITS, awaits::total).await
}

/// Goes through the flow twice, once into a failure, and counts what differs in its text from plain code.
async fn report(
    run: &Run,
    params: Params,
    text: &str,
    flow: impl AsyncFn(Shop) -> Answer,
) -> Result {
    let shop = Shop {
        items: ITEMS,
        ms: params.ms,
        sold_out: ITEMS,
    };
    let total = flow(shop).await.map_err(error)?;
    let failure = flow(Shop {
        sold_out: 1,
        ..shop
    })
    .await;
    run.measure("total_price", total.into());
    run.measure("told", f64::from(failure.is_err()));
    run.measure("lines", source::code(text).count() as f64);
    run.measure("changed", source::changed(text, PLAIN).into());
    Ok(())
}
