//! The command that mdBook calls, as any book can name it.

use std::process::ExitCode;

use mdbook_preprocessor::Preprocessor;
use mdbook_wasm_example::{WasmExample, command};

fn main() -> ExitCode {
    command(|context, book| WasmExample::default().run(context, book))
}
