//! The page's clock.

use wasm_bindgen::prelude::*;

/// Milliseconds since the page (or the worker) was started, from `performance.now()`.
pub fn now() -> f64 {
    PERFORMANCE.with(Performance::now)
}

/// Milliseconds since the beginning of 1970: on one machine, page and workers agree about it.
pub fn since_1970() -> f64 {
    origin() + now()
}

/// When this thread's clock began, in milliseconds since 1970.
pub(crate) fn origin() -> f64 {
    PERFORMANCE.with(Performance::time_origin)
}

#[wasm_bindgen]
extern "C" {
    type Performance;

    // Looked up once: to find `performance` in the global object takes longer than to read the clock.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Performance;

    #[wasm_bindgen(method)]
    fn now(this: &Performance) -> f64;

    #[wasm_bindgen(method, getter, js_name = timeOrigin)]
    fn time_origin(this: &Performance) -> f64;
}
