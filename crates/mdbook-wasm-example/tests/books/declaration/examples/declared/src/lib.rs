//! An example that declares itself and brings JavaScript of its own.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(inline_js = "export function double(x) { return 2 * x; }")]
extern "C" {
    fn double(x: u32) -> u32;
}

/// Gives a number.
#[wasm_bindgen]
pub fn run() -> u32 {
    double(21)
}
