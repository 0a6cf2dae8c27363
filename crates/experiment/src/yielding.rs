//! Ways to give the thread back and be called again: each ends the present turn of the event loop, or only seems to.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_animation_frame(callback: &Function) -> i32;
}

#[wasm_bindgen(module = "/src/yielding.js")]
extern "C" {
    #[wasm_bindgen(js_name = frameDue)]
    fn frame_due() -> Option<Promise>;

    fn posted() -> Promise;
}

/// Comes back in the same turn, after the microtasks that are queued already: no timer, click or frame gets in between.
pub async fn microtask() {
    settle(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// Comes back when a timer of 0 ms fires; browsers make a chain of these wait some 4 ms each.
pub async fn timer() {
    TimeoutFuture::new(0).await;
}

/// Comes back when the browser is about to draw a frame; in a hidden tab it draws none.
pub async fn frame() {
    settle(Promise::new(&mut |resolve, _| {
        request_animation_frame(&resolve);
    }))
    .await;
}

/// Gives the page's thread back for as short as the browser lets it, and lets it draw.
///
/// Firefox and WebKit draw fewer frames between tasks that follow each other without a pause, unless somebody waits for one.
pub async fn give_way() {
    if let Some(frame) = frame_due() {
        settle(frame).await;
    }
    task().await;
}

/// Comes back to the page's thread in a task of its own as soon as the browser lets it, after what else is due.
///
/// Where the browser has `scheduler.postTask`, that is used: measured in Chromium and Firefox it starves no timers, which `scheduler.yield` does.
/// Elsewhere the page sends a message to its own window, which WebKit delivers ten times as fast as one through a `MessageChannel`.
pub async fn task() {
    settle(posted()).await;
}

/// Awaits a promise of which only the moment matters.
async fn settle(promise: Promise) {
    let _ = JsFuture::from(promise).await;
}
