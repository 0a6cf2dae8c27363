//! A request whose reply nothing awaits: is it sent at all?

use experiment::{Result, Run, clock};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    async javascript;
    async javascript_slow_start;
    async rust;
    async rust_with_a_promise;
    async rust_awaited;
}

/// How long the panel waits to see what has been sent, in milliseconds.
const PAUSE: u32 = 50;

#[wasm_bindgen(module = "/src/request.js")]
extern "C" {
    /// Sends a request, and counts it.
    fn request_js(site: &str) -> Promise;

    /// The same, after so many milliseconds of work before its first await.
    fn request_js_after_work(site: &str, ms: f64) -> Promise;

    /// How many requests were sent since this was last asked.
    fn sent() -> f64;
}

/// Sends a request. Calling this function sends nothing.
async fn request(site: String) -> Result {
    JsFuture::from(request_js(&site)).await?;
    Ok(())
}

/// Calls an async function of JavaScript, and continues.
async fn javascript(run: Run, _: Params) -> Result {
    watch(&run, || {
        let _ = request_js(&run.site());
    })
    .await
}

/// Calls an async function of JavaScript that works before its first await.
async fn javascript_slow_start(run: Run, params: Params) -> Result {
    watch(&run, || {
        let _ = request_js_after_work(&run.site(), params.ms);
    })
    .await
}

/// Calls an async function of Rust, and continues.
async fn rust(run: Run, _: Params) -> Result {
    watch(&run, || {
        // Without the `drop`, the compiler warns that futures do nothing unless polled.
        drop(request(run.site()));
    })
    .await
}

/// Makes a future of a promise that is already under way, and drops it.
async fn rust_with_a_promise(run: Run, _: Params) -> Result {
    watch(&run, || {
        drop(JsFuture::from(request_js(&run.site())));
    })
    .await
}

/// Calls an async function of Rust, and awaits it.
async fn rust_awaited(run: Run, _: Params) -> Result {
    sent();
    let begin = clock::now();
    request(run.site()).await?;
    report(&run, clock::now() - begin);
    Ok(())
}

/// Makes a call, notes when the caller continues, and a moment later what has been sent.
async fn watch(run: &Run, call: impl FnOnce()) -> Result {
    sent();
    let begin = clock::now();
    call();
    let until = clock::now() - begin;
    TimeoutFuture::new(PAUSE).await;
    report(run, until);
    Ok(())
}

fn report(run: &Run, until: f64) {
    run.measure("sent", sent());
    run.measure("until", until);
}
