//! What an example is written with: its declaration, its variants, and handles on the browser that release on drop.
//!
//! An example is one wasm module of its own, so that a panic in it spoils nothing else.
//! It hands numbers over and formats none; the panel, a module shared by the whole site, makes sentences of them.

pub mod blocking;
pub mod by_hand;
pub mod clock;
pub mod job;
pub mod reply_source;
mod run;
pub mod slicing;
pub mod spans;
mod variants;
pub mod work;
pub mod worker;
pub mod yielding;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use js_sys::Promise;
pub use run::{Row, Run, Variant, promise, row, run_variant, task, tell_panics, until_stopped};
pub use variants::bytes;

/// What a variant returns: nothing, or a reason in words why it could not run.
pub type Result<T = ()> = std::result::Result<T, wasm_bindgen::JsValue>;

/// Ends a variant because this browser, or this place, cannot show what it is about; why is a sentence for the reader. In `prepare`, it ends all of them.
pub fn unmeasurable(why: &str) -> wasm_bindgen::JsValue {
    let error = js_sys::Error::new(why);
    // By this name the panel knows it.
    error.set_name("Unmeasurable");
    error.into()
}

/// Makes the error of a variant out of a sentence for the reader.
pub fn error(sentence: &str) -> wasm_bindgen::JsValue {
    js_sys::Error::new(sentence).into()
}
