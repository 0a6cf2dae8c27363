//! The Rust half of the run panel, one module for the whole site: it runs variants under the eyes of the witnesses and shows what was recorded.
//!
//! What an experiment is, and how its figures are judged and drawn, is the crate `verdict`.

mod conclude;
mod handle;
mod observed;
mod page;
mod prepare;
mod record;
mod request;
mod run;
mod source;
mod view;
mod watcher;
mod witness;

use js_sys::WebAssembly::RuntimeError;
use wasm_bindgen::prelude::*;

/// Lets a panic of this module say what it was, before the trap in which it ends says only that it ended.
#[wasm_bindgen(start)]
fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        report_error(&RuntimeError::new(&panic.to_string()));
    }));
}

#[wasm_bindgen]
extern "C" {
    /// Tells the page of an error as if it had been thrown and not caught.
    #[wasm_bindgen(js_name = reportError)]
    fn report_error(error: &RuntimeError);
}
