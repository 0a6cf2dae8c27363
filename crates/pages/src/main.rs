//! The command that mdBook calls for this book: it puts the examples in, and then what the book's own pages hold.

use std::process::ExitCode;

use mdbook_preprocessor::Preprocessor;
use mdbook_wasm_example::{WasmExample, command};

fn main() -> ExitCode {
    // In this order: the first clears the folder of generated files, in which the second keeps its own.
    command(|context, book| pages::put_in(context, WasmExample.run(context, book)?))
}
