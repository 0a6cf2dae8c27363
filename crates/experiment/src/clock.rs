//! The page's clock.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page (or the worker) was started, from `performance.now()`.
    #[wasm_bindgen(js_namespace = performance)]
    pub fn now() -> f64;
}
