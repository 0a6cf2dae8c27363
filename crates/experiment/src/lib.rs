//! What an example is written with: its declaration, its arms, and handles on the browser that release on drop.
//!
//! An example is one wasm module of its own, so that a panic in it spoils nothing else.
//! It hands numbers over and formats none; the panel, a module shared by the whole site, makes sentences of them.

mod arm;
pub mod clock;
pub mod hand;
pub mod pace;
pub mod reply;
pub mod spans;
pub mod turn;
mod variants;
pub mod wait;
pub mod work;
pub mod worker;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use arm::{Arm, Lane, Run, lane, promise, run_arm, task, tell_panics, until_stopped};
pub use js_sys::Promise;
pub use variants::bytes;

/// What an arm returns: nothing, or a reason in words why it could not run.
pub type Result<T = ()> = std::result::Result<T, wasm_bindgen::JsValue>;

/// Makes the error of an arm out of a sentence for the reader.
pub fn error(sentence: &str) -> wasm_bindgen::JsValue {
    js_sys::Error::new(sentence).into()
}
