//! What this book's own pages hold beside text and examples.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::PreprocessorContext;
use mdbook_preprocessor::book::Book;
use mdbook_wasm_example::sha256_framed;

use crate::questions::{Form, Pair};

pub mod questions;

/// The files of the questions, as the site serves them.
const FILES: [(&str, &str); 4] = [
    ("after.js", questions::AFTER),
    ("before.js", questions::BEFORE),
    ("element.js", include_str!("../front-end/element.js")),
    ("tools.js", include_str!("../front-end/tools.js")),
];

/// Where they lie, in the folder that the preprocessor of the examples keeps too.
const FOLDER: &str = "wasm";

/// Puts what a book's pages ask for into them, and the files that it needs below the book's `src`.
pub fn put_in(context: &PreprocessorContext, mut book: Book) -> Result<Book> {
    let pairs = questions::pairs()?;
    let folder = format!("{FOLDER}/questions.{}", hash_of_files());
    let mut asked = false;
    let mut problems = Vec::new();
    book.for_each_chapter_mut(|chapter| {
        if !chapter.content.contains("{{#questions") {
            return;
        }
        asked = true;
        match put(&chapter.content, &pairs, &folder) {
            Ok(content) => chapter.content = content,
            Err(error) => problems.push(format!("{}: {error:#}", chapter.name)),
        }
    });
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    if asked {
        let src = context.root.join(&context.config.book.src);
        place(&src, &folder)?;
    }
    Ok(book)
}

/// Puts the questions in place of each line that asks for them.
fn put(content: &str, pairs: &[Pair], folder: &str) -> Result<String> {
    let mut out = String::with_capacity(content.len());
    for line in content.split_inclusive('\n') {
        let directive = line
            .trim_end()
            .strip_prefix("{{#questions ")
            .and_then(|rest| rest.strip_suffix("}}"));
        match directive {
            None => out.push_str(line),
            Some(form) => {
                let form = Form::named(form.trim())?;
                out.push_str(&questions::markup(pairs, form, folder)?);
                out.push('\n');
            }
        }
    }
    Ok(out)
}

/// A name for this state of the files: a page never meets another state of them.
fn hash_of_files() -> String {
    let pieces = FILES.iter().flat_map(|(name, text)| [name, text]);
    let hash = sha256_framed(pieces.map(|piece| piece.as_bytes()));
    hash[..10].to_owned()
}

/// Writes the files below the book's `src`, and removes an earlier state of them.
fn place(src: &Path, folder: &str) -> Result<()> {
    let place = src.join(folder);
    if place.is_dir() {
        return Ok(());
    }
    let beside = src.join(FOLDER);
    fs::create_dir_all(&beside).with_context(|| format!("cannot create {}", beside.display()))?;
    for entry in fs::read_dir(&beside)? {
        let entry = entry?;
        if entry
            .file_name()
            .to_string_lossy()
            .starts_with("questions.")
        {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    // Under another name until it is complete, because its being there says that it is.
    let begun = beside.join("questions.begun");
    fs::create_dir_all(&begun)?;
    for (name, text) in FILES {
        fs::write(begun.join(name), text)
            .with_context(|| format!("cannot write {name} in {}", begun.display()))?;
    }
    fs::rename(&begun, &place).with_context(|| format!("cannot place {}", place.display()))
}
