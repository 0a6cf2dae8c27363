//! An example with parts.

use wasm_bindgen::prelude::*;

// ANCHOR: outer
/// Gives a number.
#[wasm_bindgen]
pub fn answer() -> u32 {
    // ANCHOR: inner
    let text = "
# a ```fence``` in a string
";
    text.len() as u32
    // ANCHOR_END: inner
}
// ANCHOR_END: outer
