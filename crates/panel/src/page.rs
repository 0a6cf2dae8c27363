//! What a run sees of the page: the element and the example's glue.

use js_sys::{Array, Error, Number, Promise};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// The generated glue of an example.
    pub type Example;

    #[wasm_bindgen(method, catch)]
    pub fn prepare(this: &Example, params: Vec<f64>, run: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn run(this: &Example, variant: usize, run: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method)]
    pub fn record(this: &Example, capacity: usize);

    #[wasm_bindgen(method)]
    pub fn events(this: &Example) -> Vec<f64>;

    #[wasm_bindgen(method)]
    pub fn stop(this: &Example);

    /// The element, as far as a run needs it.
    #[derive(Clone)]
    pub type Page;

    /// The address of the site's root.
    #[wasm_bindgen(method, getter)]
    pub fn site(this: &Page) -> String;

    /// Whether the reader has pressed Stop.
    #[wasm_bindgen(method, getter)]
    pub fn stopped(this: &Page) -> bool;

    /// The clicks and keys in the responsiveness check so far, three numbers each: when, when heard, and whether it was a key.
    #[wasm_bindgen(method, getter)]
    pub fn inputs(this: &Page) -> Array<Number>;

    /// A part of the panel, by its class.
    #[wasm_bindgen(method)]
    pub fn part(this: &Page, name: &str) -> HtmlElement;

    /// A part that not every panel has.
    #[wasm_bindgen(method, js_name = part)]
    pub fn part_if_any(this: &Page, name: &str) -> Option<HtmlElement>;

    /// Says what goes on.
    #[wasm_bindgen(method)]
    pub fn status(this: &Page, sentence: &str);

    /// Shows how much is done, from 0 to 1.
    #[wasm_bindgen(method)]
    pub fn progress(this: &Page, done: f64);
}

impl Page {
    /// Nothing, or an error once the reader has pressed Stop.
    pub fn go_on(&self) -> Result<(), JsValue> {
        if self.stopped() {
            return Err(sentence("stopped"));
        }
        Ok(())
    }
}

/// An error for the reader, a sentence.
pub fn sentence(text: &str) -> JsValue {
    Error::new(text).into()
}
