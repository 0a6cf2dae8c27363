//! Ways of giving up the thread and being called again: each ends the current turn of the event loop, or only seems to.

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

/// Resumes in the same turn, after the microtasks that are already queued: no timer, click or frame gets in between.
pub async fn microtask() {
    settle(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// Resumes when a timer of 0 ms fires; browsers make a chain of these wait some 4 ms each.
pub async fn timer() {
    TimeoutFuture::new(0).await;
}

/// Resumes when the browser is about to draw a frame; in a hidden tab it draws none.
pub async fn frame() {
    settle(Promise::new(&mut |resolve, _| {
        request_animation_frame(&resolve);
    }))
    .await;
}

/// Yields the main thread for as short a time as the browser allows, and lets it draw.
///
/// Firefox and WebKit draw fewer frames between tasks that follow one another without a pause, unless a frame is awaited.
pub async fn yield_now() {
    if let Some(frame) = frame_due() {
        settle(frame).await;
    }
    task().await;
}

/// Resumes on the main thread in a task of its own as soon as the browser allows, after what else is due.
///
/// Where the browser has `scheduler.postTask`, that is used: as measured in Chromium and Firefox it doesn't starve timers, as `scheduler.yield` does.
/// Elsewhere the page sends a message to its own window, which WebKit delivers ten times as fast as one through a `MessageChannel`.
pub async fn task() {
    settle(posted()).await;
}

/// Awaits a promise of which only the moment matters.
async fn settle(promise: Promise) {
    let _ = JsFuture::from(promise).await;
}
