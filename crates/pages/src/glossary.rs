//! The concepts of this book: what each is called, what it is, and the section that tells it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use mdbook_preprocessor::book::{Book, BookItem};
use serde::Deserialize;

const CONCEPTS: &str = include_str!("../concepts.toml");

/// A concept with its home.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its number.
    pub id: String,
    /// Its usual name.
    pub name: String,
    /// What else it is called.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is, in a sentence or two.
    pub says: String,
    /// The section that tells it, as a page with an anchor.
    pub home: String,
    /// Whether it is a word, and not a question that has a heading of its own.
    #[serde(default = "yes")]
    pub entry: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Concepts {
    concept: Vec<Concept>,
}

/// All concepts, each with a name of its own and a home that is a page of the book.
pub fn concepts(book: &Book) -> Result<Vec<Concept>> {
    let Concepts { concept: concepts } = toml::from_str(CONCEPTS).context("concepts.toml")?;
    let pages: BTreeSet<String> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => chapter.source_path.as_ref(),
            _ => None,
        })
        .map(|page| page.display().to_string())
        .collect();
    let mut names = BTreeSet::new();
    for concept in &concepts {
        let Concept { id, name, home, .. } = concept;
        ensure!(
            names.insert(name.to_lowercase()),
            "concepts.toml, {id}: `{name}` is there already"
        );
        let page = home.split('#').next().unwrap_or(home);
        ensure!(
            pages.contains(page),
            "concepts.toml, {id}: the book has no page {page}"
        );
    }
    Ok(concepts)
}

/// Writes the words in the order of the alphabet, each under a heading of its own, by which the search finds it.
pub fn markup(concepts: &[Concept]) -> String {
    let mut entries: Vec<&Concept> = concepts.iter().filter(|concept| concept.entry).collect();
    entries.sort_by_key(|concept| concept.name.to_lowercase());
    let mut out = String::new();
    for Concept {
        name,
        also,
        says,
        home,
        ..
    } in entries
    {
        let also = match also.as_slice() {
            [] => String::new(),
            also => format!("Also: {}.\n", also.join(", ")),
        };
        out.push_str(&format!("## {name}\n\n{says}\n{also}[Read on this]({home})\n\n"));
    }
    out
}
