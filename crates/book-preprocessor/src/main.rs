//! The command that mdBook calls for this book: it puts the examples in, and then what the book's own pages hold.

use std::process::ExitCode;

use mdbook_wasm_example::command;

fn main() -> ExitCode {
    command(book_preprocessor::put_in)
}
