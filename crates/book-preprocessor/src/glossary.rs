//! The concepts of this book: what each is called, what it is, and the section that tells it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use mdbook_preprocessor::book::Book;
use serde::Deserialize;

const CONCEPTS: &str = include_str!("../concepts.toml");

/// A concept with its home.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its number; a word that the book needs besides has none.
    pub id: Option<String>,
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

impl Concept {
    /// The page of its home.
    fn page(&self) -> &str {
        self.home.split('#').next().unwrap_or(&self.home)
    }
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concepts {
    concept: Vec<Concept>,
    word: Vec<Concept>,
}

/// All concepts, each with a name of its own and a home that is a page of the book.
pub fn concepts(book: &Book) -> Result<Vec<Concept>> {
    let Concepts { concept, word } = toml::from_str(CONCEPTS).context("concepts.toml")?;
    let concepts: Vec<Concept> = concept.into_iter().chain(word).collect();
    let pages: BTreeSet<String> = book
        .chapters()
        .filter_map(|chapter| chapter.source_path.as_ref())
        .map(|page| page.display().to_string())
        .collect();
    let mut names = BTreeSet::new();
    for concept in &concepts {
        let (name, page) = (&concept.name, concept.page());
        ensure!(
            names.insert(name.to_lowercase()),
            "concepts.toml has `{name}` twice"
        );
        ensure!(
            pages.contains(page),
            "concepts.toml, `{name}`: the book has no page {page}"
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
        out.push_str(&format!(
            "## {name}\n\n{says}\n{also}[Read about it]({home})\n\n"
        ));
    }
    out
}

/// Makes links to the glossary of the words that a page sets apart as `*words*`, each where it comes first; not of those whose home the page is.
pub fn link(content: &str, page: &str, concepts: &[Concept]) -> String {
    let mut known: BTreeMap<String, &Concept> = BTreeMap::new();
    for concept in concepts.iter().filter(|concept| concept.entry) {
        if concept.page() != page {
            for name in concept.also.iter().chain([&concept.name]) {
                known.insert(name.to_lowercase(), concept);
            }
        }
    }
    let mut linked = BTreeSet::new();
    let mut in_code = false;
    let mut out = String::with_capacity(content.len());
    for line in content.split_inclusive('\n') {
        in_code ^= line.starts_with("```");
        if in_code || line.starts_with(['`', '<', '#', '{', '|']) {
            out.push_str(line);
            continue;
        }
        let mut rest = line;
        while let Some((before, word, after)) = set_apart(rest) {
            out.push_str(before);
            let so_far = &line[..line.len() - after.len() - word.len() - 2];
            let count = |mark| so_far.matches(mark).count();
            let lower = word.to_lowercase();
            let singular = lower.strip_suffix('s').unwrap_or(&lower);
            let concept = known.get(&lower).or_else(|| known.get(singular));
            // Within a link there can be no other, nor within code; and what stands after a triangle is a button's name.
            let free = count('[') == count(']')
                && count('`') % 2 == 0
                && !so_far.trim_end().ends_with('▶');
            match concept {
                Some(concept) if free && linked.insert(&concept.name) => {
                    out.push_str(&format!(
                        "[*{word}*](glossary.md#{})",
                        anchor(&concept.name)
                    ));
                }
                _ => out.push_str(&format!("*{word}*")),
            }
            rest = after;
        }
        out.push_str(rest);
    }
    out
}

/// The first `*words*` of a line, with what stands before and after it.
fn set_apart(line: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + line[from..].find('*')?;
        let inner = &line[open + 1..];
        if inner.starts_with('*') {
            // A bold part, which goes to its own end.
            from = open + 2;
            from += line[from..].find("**")? + 2;
            continue;
        }
        let close = inner.find('*')?;
        return Some((&line[..open], &inner[..close], &inner[close + 1..]));
    }
}

/// The name that mdBook gives a heading in an address.
fn anchor(name: &str) -> String {
    let kept = name.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c.to_ascii_lowercase()),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_set_apart_lead_to_the_glossary_once() {
        let concept = |name: &str, home: &str| Concept {
            id: None,
            name: name.to_owned(),
            also: vec![format!("{name} here")],
            says: String::new(),
            home: home.to_owned(),
            entry: true,
        };
        let concepts = [
            concept("Hot future", "waits.md#a"),
            concept("Poll", "order.md#a"),
            concept("Wake", "waits.md"),
        ];
        let link = |text: &str| link(text, "order.md", &concepts);
        assert_eq!(
            link("A *hot future*, and a *Hot future*.\n"),
            "A [*hot future*](glossary.md#hot-future), and a *Hot future*.\n"
        );
        assert_eq!(
            link("**bold** *wakes* it"),
            "**bold** [*wakes*](glossary.md#wake) it"
        );
        assert_eq!(link("*wake here*"), "[*wake here*](glossary.md#wake)");
        for same in [
            "*poll*, which is told here",
            "[the *wake* of it](waits.md)",
            "[*this* and *wake*](waits.md)",
            "`a *wake* b`",
            "Press ▶ *wake*.",
            "```text\n*wake*\n```\n",
            "## *Wake*\n",
            "**wake** and *something else*",
            "2 * 3",
        ] {
            assert_eq!(link(same), same);
        }
    }

    #[test]
    fn words_stand_in_the_order_of_the_alphabet_and_questions_elsewhere() {
        let concept = |name: &str, also: &[&str], entry| Concept {
            id: None,
            name: name.to_owned(),
            also: also.iter().map(|also| (*also).to_owned()).collect(),
            says: "It is.".to_owned(),
            home: "order.md#a".to_owned(),
            entry,
        };
        let concepts = [
            concept("Wake", &["call back", "notify"], true),
            concept("Is it?", &[], false),
            concept("await", &[], true),
        ];
        assert_eq!(
            markup(&concepts),
            "## await\n\nIt is.\n[Read about it](order.md#a)\n\n\
             ## Wake\n\nIt is.\nAlso: call back, notify.\n[Read about it](order.md#a)\n\n"
        );
    }
}
