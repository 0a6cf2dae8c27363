//! The page's clock.

use wasm_bindgen::prelude::*;

/// Milliseconds since the beginning of 1970: on one machine, page and workers agree about it.
pub fn since_1970() -> f64 {
    TIME_ORIGIN.with(|origin| *origin) + now()
}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page (or the worker) was started, from `performance.now()`.
    #[wasm_bindgen(js_namespace = performance)]
    pub fn now() -> f64;

    /// When this thread's clock began, in milliseconds since 1970.
    #[wasm_bindgen(thread_local_v2, js_namespace = performance, js_name = timeOrigin)]
    pub(crate) static TIME_ORIGIN: f64;
}
