//! The page's clock.

use wasm_bindgen::prelude::*;

/// Milliseconds since the page (or the worker) was started, from `performance.now()`.
pub fn now() -> f64 {
    PERFORMANCE.with(Performance::now)
}

/// Milliseconds on the page's clock, on the page and in its workers: what one of them noted, the others understand.
pub fn page() -> f64 {
    page_time()
}

#[wasm_bindgen(module = "/src/ask.js")]
extern "C" {
    #[wasm_bindgen(js_name = pageTime)]
    fn page_time() -> f64;
}

#[wasm_bindgen]
extern "C" {
    type Performance;

    // Looked up once: to find `performance` in the global object takes longer than to read the clock.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Performance;

    #[wasm_bindgen(method)]
    fn now(this: &Performance) -> f64;
}
