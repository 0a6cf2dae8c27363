//! The command that mdBook calls for this book: it puts the examples in, and then what the book's own pages hold.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::{Preprocessor, parse_input};
use mdbook_wasm_example::WasmExample;
use pages::Pages;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<bool> {
    match arguments {
        [] => {
            let (context, book) = parse_input(io::stdin().lock())?;
            // In this order: the first clears the folder of generated files, in which the second keeps its own.
            let book = WasmExample.run(&context, book)?;
            let book = Pages.run(&context, book)?;
            let text = serde_json::to_vec(&book).context("cannot write the book as JSON")?;
            io::stdout()
                .lock()
                .write_all(&text)
                .context("cannot hand the book back to mdBook")?;
            Ok(true)
        }
        ["supports", renderer] => WasmExample.supports_renderer(renderer),
        _ => bail!(
            "mdBook calls this command itself: name it in book.toml as `[preprocessor.wasm-example]`"
        ),
    }
}
