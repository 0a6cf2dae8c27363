//! The command that mdBook calls: it answers `supports RENDERER`, or reads a book on stdin and writes it to stdout.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext, parse_input};

use crate::WasmExample;

/// Answers mdBook by the arguments of this process; `preprocess` is what becomes of a book.
pub fn command(preprocess: impl FnOnce(&PreprocessorContext, Book) -> Result<Book>) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match answer(&arguments, preprocess) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn answer(
    arguments: &[&str],
    preprocess: impl FnOnce(&PreprocessorContext, Book) -> Result<Book>,
) -> Result<ExitCode> {
    match arguments {
        [] => {
            let (context, book) = parse_input(io::stdin().lock())?;
            let book = preprocess(&context, book)?;
            let text = serde_json::to_vec(&book).context("cannot write the book as JSON")?;
            let mut stdout = io::stdout().lock();
            stdout
                .write_all(&text)
                .and_then(|()| stdout.flush())
                .context("cannot hand the book back to mdBook")?;
            Ok(ExitCode::SUCCESS)
        }
        ["supports", renderer] => Ok(match WasmExample::default().supports_renderer(renderer)? {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        }),
        _ => bail!(
            "mdBook calls this command itself: name it in book.toml as `[preprocessor.wasm-example]`"
        ),
    }
}
