//! An example that declares itself and brings JavaScript of its own.

use wasm_bindgen::prelude::*;

const TEXT: &str = r#"{
    "title": "Is 1 < 2 & \"true\"?",
    "claims": ["K05", "K07"],
    "console": ["oh: {{#no}}"],
    "parameters": [{ "name": "n", "unit": "µs" }]
}"#;

#[used]
#[unsafe(link_section = "wasm-example")]
static DECLARATION: [u8; TEXT.len()] = *TEXT.as_bytes().first_chunk().unwrap();

#[wasm_bindgen(inline_js = "export function double(x) { return 2 * x; }")]
extern "C" {
    fn double(x: u32) -> u32;
}

/// Gives a number.
#[wasm_bindgen]
pub fn run() -> u32 {
    double(21)
}
