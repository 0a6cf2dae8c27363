//! The example lost.

use wasm_bindgen::prelude::*;

/// Gives a number.
#[wasm_bindgen]
pub fn answer() -> u32 {
    4
}
