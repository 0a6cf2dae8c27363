//! The command that mdBook calls: it answers `supports RENDERER`, or reads a book on stdin and writes it to stdout.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::{Preprocessor, parse_input};
use mdbook_wasm_example::WasmExample;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    match arguments {
        [] => {
            let (context, book) = parse_input(io::stdin().lock())?;
            let book = WasmExample.run(&context, book)?;
            let text = serde_json::to_vec(&book).context("cannot write the book as JSON")?;
            let mut stdout = io::stdout().lock();
            stdout
                .write_all(&text)
                .and_then(|()| stdout.flush())
                .context("cannot hand the book back to mdBook")?;
            Ok(ExitCode::SUCCESS)
        }
        ["supports", renderer] => Ok(match WasmExample.supports_renderer(renderer)? {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        }),
        _ => bail!(
            "mdBook calls this command itself: name it in book.toml as `[preprocessor.wasm-example]`"
        ),
    }
}
