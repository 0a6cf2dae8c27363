//! What this book's own pages hold beside text and examples.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use mdbook_wasm_example::{Declared, WasmExample, sha256_framed};
use serde_json::{Map, Value};
use verdict::declaration::Declaration;
use verdict::{example, markup};

use crate::board::Board;
use crate::glossary::{Concept, Terms};
use crate::questions::{Form, Pair};

pub mod board;
pub mod drawing;
pub mod glossary;
pub mod lines;
pub mod questions;

/// Files of the folder `front-end`, by name.
macro_rules! files {
    ($($name:literal)*) => { [$(($name, include_str!(concat!("../front-end/", $name)))),*] };
}

/// The files of these pages, as the site serves them.
const FILES: [(&str, &str); 28] = files! {
    "after.js" "answers.js" "before.js" "board.css" "board.js" "choice.css" "choice.js" "estimate.js" "exchange.js" "findings.js" "lab.css" "lab.js" "lab-editor.js" "lab-engine.js" "lab-player.js" "lab-programs.js" "lab-replay.js" "lab-share.js" "lab-spans.js" "lab-timeline.js" "lab-view.js" "lab-worker.js" "outcome.js" "parts.js" "questions.js" "summary.js" "tools.js" "whole-run.js"
};

/// Where they lie, in the folder that the preprocessor of the examples keeps too.
const FOLDER: &str = "wasm";

/// What a page asks for by a line of its own, or within one.
const DIRECTIVES: [&str; 7] = [
    "{{#drawing",
    "{{#questions",
    "{{#board}}",
    "{{#your-finding",
    "{{#glossary}}",
    "{{#choice}}",
    "{{#lab}}",
];

/// The page on reading Rust.
const PRIMER: &str = "rust.md";

/// What stands in place of the five questions where there are no scripts.
const CHOICE: &str =
    "With scripts switched on, this place asks five questions and answers from your own figures.";

/// What stands in place of the Lab where there are no scripts.
const LAB: &str = "With scripts switched on, this place runs a program of your own.";

/// The folder of the Lab's engine, in the site: it is built apart, because it takes minutes.
const LAB_FOLDER: &str = "lab";

/// The Lab's element; without its engine where that is not built yet, and then its script says so.
fn lab(src: &Path, folder: &str) -> String {
    let files = fs::read_dir(src.join(LAB_FOLDER)).into_iter().flatten();
    let names = files
        .flatten()
        .map(|it| it.file_name().to_string_lossy().into_owned());
    let engine = names.filter(|name| name.ends_with(".wasm")).max();
    let engine = engine.map_or_else(String::new, |name| format!("{LAB_FOLDER}/{name}"));
    format!(
        "<link rel=\"stylesheet\" href=\"{folder}/lab.css\">\n\n\
         <await-lab data-element-js=\"{folder}/lab.js\" data-worker-js=\"{folder}/lab-worker.js\" data-engine=\"{engine}\">\n<p>{LAB}</p>\n</await-lab>\n\n"
    )
}

/// Puts the examples into a book, and then what its pages ask for, with the files that it needs below the book's `src`.
pub fn put_in(context: &PreprocessorContext, mut book: Book) -> Result<Book> {
    let examples: Option<String> = context.config.get("preprocessor.wasm-example.examples")?;
    let examples = context
        .root
        .join(examples.context("`book.toml` does not say where the examples are")?);
    rewrite(&mut book, |chapter| {
        if own_page(chapter).is_some() {
            chapter.content = lines::quote(&chapter.content, &examples)?;
        }
        Ok(())
    })?;
    // Looked for before the examples make the chapters many times as large.
    let asking: BTreeSet<PathBuf> = book
        .chapters()
        .filter(|it| asks(it))
        .filter_map(source)
        .collect();
    if asking.is_empty() {
        return EXAMPLES.run(context, book);
    }
    let concepts = glossary::concepts(&book)?;
    let terms = Terms::of(&concepts);
    book.for_each_chapter_mut(|chapter| {
        // It does not lead to itself.
        let page = own_page(chapter).filter(|page| page != "glossary.md");
        if let Some(page) = page {
            if page != PRIMER {
                chapter.content = lines::lead_to_primer(&chapter.content);
            }
            chapter.content = glossary::link(&chapter.content, &page, &terms);
        }
    });
    let (mut book, examples) = EXAMPLES.place(context, book)?;
    let pages = Pages {
        pairs: questions::pairs()?,
        board: Board::of(&book, examples)?,
        concepts,
        folder: format!("{FOLDER}/pages.{}", hash_of_files()),
        root: context.root.clone(),
        src: context.root.join(&context.config.book.src),
    };
    rewrite(&mut book, |chapter| {
        pages.board.put_lines(&mut chapter.content);
        if source(chapter).is_some_and(|source| asking.contains(&source)) {
            chapter.content = pages.put(&chapter.content)?;
        }
        Ok(())
    })?;
    place(&context.root.join(&context.config.book.src), &pages.folder)?;
    Ok(book)
}

/// Changes every chapter, and says all problems together, if there are any.
fn rewrite(book: &mut Book, mut change: impl FnMut(&mut Chapter) -> Result<()>) -> Result<()> {
    let mut problems = Vec::new();
    book.for_each_chapter_mut(|chapter| {
        if let Err(error) = change(chapter) {
            problems.push(format!("{}: {error:#}", chapter.name));
        }
    });
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(())
}

/// The preprocessor of the examples, which learns here what this book's examples say of themselves.
const EXAMPLES: WasmExample = WasmExample { declare };

/// Reads the `example.toml` and the `recorded.json` of an example; a shared package has neither.
fn declare(folder: &Path) -> Result<Declared, Vec<String>> {
    let Ok(text) = fs::read_to_string(folder.join("example.toml")) else {
        return Ok(Declared::default());
    };
    let declaration = example::read(&text).map_err(|wrong| {
        let named = wrong.iter().map(|wrong| format!("example.toml:{wrong}"));
        named.collect::<Vec<_>>()
    })?;
    let wrong = |file: &str, error: &dyn std::fmt::Display| vec![format!("{file}: {error}")];
    let json =
        serde_json::to_string(&declaration).map_err(|error| wrong("example.toml", &error))?;
    let mut attributes = vec![("data-claims".to_owned(), declaration.claims().join(" "))];
    let recorded = match fs::read(folder.join("recorded.json")) {
        Ok(bytes) => {
            Some(serde_json::from_slice(&bytes).map_err(|error| wrong("recorded.json", &error))?)
        }
        // A new example has not been recorded yet.
        Err(_) => None,
    };
    let outline = markup::outline(&declaration, recorded.as_ref());
    attributes.push(("data-outline".to_owned(), outline));
    let recorded = recorded.map_or_else(String::new, |it| markup::recorded(&declaration, &it));
    Ok(Declared {
        title: Some(declaration.title.clone()),
        module: Some(example::signature(&declaration)),
        attributes,
        listed: listed(&declaration),
        names: declaration.names,
        json: Some(json),
        recorded,
    })
}

/// What `examples.json` tells of this book's examples beside what it tells of any.
fn listed(declaration: &Declaration) -> Map<String, Value> {
    let mut listed = Map::from_iter([("claims".to_owned(), declaration.claims().into())]);
    if !declaration.console.is_empty() {
        listed.insert("console".to_owned(), declaration.console.clone().into());
    }
    listed
}

fn source(chapter: &Chapter) -> Option<PathBuf> {
    chapter.source_path.clone()
}

/// The file of a chapter that readers read; what contributors read names directives, and has words of its own.
fn own_page(chapter: &Chapter) -> Option<String> {
    let page = chapter.source_path.as_ref()?.display().to_string();
    (!page.contains('/')).then_some(page)
}

fn asks(chapter: &Chapter) -> bool {
    let text = &chapter.content;
    own_page(chapter).is_some() && DIRECTIVES.iter().any(|directive| text.contains(directive))
}

/// What can be asked for.
struct Pages {
    pairs: Vec<Pair>,
    board: Board,
    concepts: Vec<Concept>,
    folder: String,
    root: PathBuf,
    src: PathBuf,
}

impl Pages {
    /// Puts what is asked for in place of each directive.
    fn put(&self, content: &str) -> Result<String> {
        let mut out = String::with_capacity(content.len());
        let mut rest = content;
        while let Some((before, asked)) = rest.split_once("{{#") {
            out.push_str(before);
            let Some((directive, after)) = asked.split_once("}}") else {
                // What does not end is text.
                rest = &rest[before.len()..];
                break;
            };
            let (name, what) = directive.split_once(' ').unwrap_or((directive, ""));
            match name {
                "questions" => {
                    let form = Form::named(what.trim())?;
                    out.push_str(&questions::markup(&self.pairs, form, &self.folder)?);
                }
                "drawing" => out.push_str(&drawing::markup(&self.root, what)?),
                "board" => out.push_str(&self.board.markup(&self.folder)?),
                "choice" => out.push_str(&format!(
                    "<link rel=\"stylesheet\" href=\"{0}/choice.css\">\n\n\
                     <best-variant data-element-js=\"{0}/choice.js\">\n<p>{CHOICE}</p>\n</best-variant>\n\n",
                    self.folder
                )),
                "lab" => out.push_str(&lab(&self.src, &self.folder)),
                "glossary" => out.push_str(&glossary::markup(&self.concepts)),
                "your-finding" => out.push_str(&self.board.your_finding(what, &self.folder)?),
                // mdBook's own.
                _ => out.push_str(&format!("{{{{#{directive}}}}}")),
            }
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }
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
        if entry.file_name().to_string_lossy().starts_with("pages.") {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    // Under another name until it is complete, because its being there says that it is.
    let begun = beside.join("pages.begun");
    fs::create_dir_all(&begun)?;
    for (name, text) in FILES {
        fs::write(begun.join(name), text)
            .with_context(|| format!("cannot write {name} in {}", begun.display()))?;
    }
    fs::rename(&begun, &place).with_context(|| format!("cannot place {}", place.display()))
}
