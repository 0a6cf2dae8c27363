//! The example lost.

use wasm_bindgen::prelude::*;

/// Gives a number.
#[wasm_bindgen]
pub fn answer() -> u32 {
    4
}

#[used]
#[unsafe(link_section = "wasm-example")]
static DECLARATION: [u8; 15] = *b"{\"title\": what}";
