//! What an example is written with: its declaration, its variants, and handles on the browser that release on drop.
//!
//! An example is one wasm module of its own, so that a panic in it spoils nothing else.
//! It hands numbers over and formats none; the panel, a module shared by the whole site, makes sentences of them.

pub mod clock;
pub mod hand;
pub mod pace;
pub mod reply;
mod run;
pub mod spans;
pub mod turn;
mod variants;
pub mod wait;
pub mod work;
pub mod worker;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use js_sys::Promise;
pub use run::{Lane, Run, Variant, lane, promise, run_variant, task, tell_panics, until_stopped};
pub use variants::bytes;

/// What a variant returns: nothing, or a reason in words why it could not run.
pub type Result<T = ()> = std::result::Result<T, wasm_bindgen::JsValue>;

/// Makes the error of a variant out of a sentence for the reader.
pub fn error(sentence: &str) -> wasm_bindgen::JsValue {
    js_sys::Error::new(sentence).into()
}
