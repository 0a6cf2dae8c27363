//! The example twice.

use wasm_bindgen::prelude::*;

/// Gives a number.
#[wasm_bindgen]
pub fn answer() -> u32 {
    5
}

#[used]
#[unsafe(link_section = "wasm-example")]
static FIRST: [u8; 2] = *b"{}";

#[used]
#[unsafe(link_section = "wasm-example")]
static SECOND: [u8; 2] = *b"{}";
