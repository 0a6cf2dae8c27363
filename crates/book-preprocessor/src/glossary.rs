//! The concepts of this book: what each is called, what it is, and the section that tells it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use mdbook_preprocessor::book::Book;
use mdbook_wasm_example::escape;
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

/// How many words of a page are links to the glossary, unless the page emphasizes more of them.
const MOST: usize = 8;

/// Words with an ordinary meaning too, or used on every page: they become links only where a page emphasizes them.
const EVERYDAY: [&str; 38] = [
    "abort", "actor", "actors", "call", "callee", "caller", "cancel", "channel", "channels",
    "cold", "deadline", "frame", "frames", "hot", "panic", "panics", "pin", "pool", "poll",
    "polls", "retry", "runtime", "scope", "select", "slice", "slices", "spawn", "spawned",
    "spawning", "task", "thread", "timeout", "trap", "wake", "worker", "workers", "yield",
    "yielding",
];

/// Makes the first use of a glossary word on a page a link to the glossary: words that the page emphasizes as `*words*`, then others until there are [`MOST`], at most one in a paragraph. A word whose home is this page is left alone, because the page explains it.
///
/// Each link carries the definition, which `terms.js` shows in place.
pub fn link(content: &str, page: &str, terms: &Terms<'_>) -> String {
    let lines = prose_lines(content);
    let mut links: Vec<(Range<usize>, &Concept)> = Vec::new();
    let mut linked = BTreeSet::new();
    let elsewhere = |concept: &&Concept| concept.page() != page;
    for &(_, start, line) in &lines {
        for piece in pieces(line) {
            if let Piece::Emphasis(range) = piece
                && let Some(concept) = terms.named(&line[range.start + 1..range.end - 1]).filter(elsewhere)
                // What stands after a triangle is a button's name.
                && !line[..range.start].trim_end().ends_with('▶')
                && linked.insert(&concept.name)
            {
                links.push((start + range.start..start + range.end, concept));
            }
        }
    }
    let mut full = None;
    for &(paragraph, start, line) in &lines {
        if links.len() >= MOST {
            break;
        }
        for piece in pieces(line) {
            if let Piece::Prose(range) = piece
                && full != Some(paragraph)
                && let Some((word, concept)) = terms.first(&line[range.clone()], |it| {
                    elsewhere(&it) && !linked.contains(&it.name)
                })
            {
                let start = start + range.start;
                links.push((start + word.start..start + word.end, concept));
                linked.insert(&concept.name);
                full = Some(paragraph);
            }
        }
    }
    links.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(content.len() + 300 * links.len());
    let mut from = 0;
    for (range, concept) in links {
        out.push_str(&content[from..range.start]);
        out.push_str(&format!(
            "<a class=\"term\" href=\"glossary.html#{}\" data-says=\"{}\">{}</a>",
            anchor(&concept.name),
            escape(&concept.says.replace(['*', '`'], "")),
            &content[range.clone()]
        ));
        from = range.end;
    }
    out.push_str(&content[from..]);
    out
}

/// The lines of a page that are prose, each with the number of its paragraph and its offset: no headings, listings, tables, directives or HTML.
fn prose_lines(content: &str) -> Vec<(usize, usize, &str)> {
    let mut lines = Vec::new();
    let (mut start, mut paragraph) = (0, 0);
    let (mut in_code, mut in_html) = (false, false);
    for line in content.split_inclusive('\n') {
        let text = line.trim_start();
        if text.is_empty() {
            paragraph += 1;
            in_html = false;
        }
        in_code ^= text.starts_with("```");
        in_html |= !in_code && text.starts_with('<');
        let other = text.starts_with(['`', '#', '{', '|']) || text.contains("{{");
        if !(in_code || in_html || other) {
            lines.push((paragraph, start, line));
        }
        start += line.len();
    }
    lines
}

/// The words of the glossary, to be found in a text.
#[derive(Debug)]
pub struct Terms<'a> {
    /// By their names, in lower case.
    names: BTreeMap<String, &'a Concept>,
    /// The names that are looked for everywhere, as words, by the first of these; the longest come first.
    by_first: BTreeMap<String, Vec<Vec<String>>>,
}

impl<'a> Terms<'a> {
    /// The concepts that are words of the glossary.
    pub fn of(concepts: &'a [Concept]) -> Self {
        let mut terms = Self {
            names: BTreeMap::new(),
            by_first: BTreeMap::new(),
        };
        for concept in concepts.iter().filter(|it| it.entry) {
            for name in concept.also.iter().chain([&concept.name]) {
                let name = name.to_lowercase();
                // Concepts with a number are topics, and most have an everyday phrase for a name.
                if concept.id.is_none() && !EVERYDAY.contains(&name.as_str()) {
                    let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
                    let same = terms.by_first.entry(words[0].clone()).or_default();
                    same.push(words);
                    same.sort_by_key(|words| Reverse(words.len()));
                }
                terms.names.insert(name, concept);
            }
        }
        terms
    }

    /// The concept with a name, which may be in the plural.
    fn named(&self, name: &str) -> Option<&'a Concept> {
        let name = name.to_lowercase().replace('’', "'");
        let singular = || self.names.get(name.strip_suffix('s')?);
        self.names.get(&name).or_else(singular).copied()
    }

    /// The first name in a piece of prose whose concept is wanted, and its place.
    fn first(
        &self,
        text: &str,
        is_wanted: impl Fn(&Concept) -> bool,
    ) -> Option<(Range<usize>, &'a Concept)> {
        let words = words(text);
        for (nth, word) in words.iter().enumerate() {
            let lower = text[word.clone()].to_lowercase().replace('’', "'");
            let singular = lower.strip_suffix('s').unwrap_or_default();
            let names = [lower.as_str(), singular].map(|it| self.by_first.get(it));
            for name in names.into_iter().flatten().flatten() {
                let Some(last) = words.get(nth + name.len() - 1) else {
                    continue;
                };
                let range = word.start..last.end;
                let written = text[range.clone()].to_lowercase().replace('’', "'");
                let name = name.join(" ");
                if written != name && written.strip_suffix('s') != Some(&name) {
                    continue;
                }
                if let Some(concept) = self.names.get(&name)
                    && is_wanted(concept)
                {
                    return Some((range, concept));
                }
            }
        }
        None
    }
}

/// The words of a text; parts joined by a hyphen, an apostrophe or a dot count as one word.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut begun = false;
    for (at, letter) in text.char_indices() {
        let joins = begun && matches!(letter, '-' | '\'' | '’' | '_' | '/' | '.');
        let end = at + letter.len_utf8();
        match words.last_mut() {
            // A full stop or an apostrophe at the end is not part of the word.
            _ if joins => {}
            Some(word) if begun && letter.is_alphanumeric() => word.end = end,
            _ if letter.is_alphanumeric() => words.push(at..end),
            _ => {}
        }
        begun = letter.is_alphanumeric() || joins;
    }
    words
}

/// A part of a line of Markdown.
enum Piece {
    Prose(Range<usize>),
    /// With its two asterisks.
    Emphasis(Range<usize>),
}

/// The parts of a line that are prose or emphasis; code, links, tags and bold text are neither.
fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = line[at..].find(['`', '*', '[', '<']) {
        let open = at + found;
        let rest = &line[open..];
        let Some(length) = marked(rest) else {
            at = open + 1;
            continue;
        };
        pieces.push(Piece::Prose(from..open));
        at = open + length;
        from = at;
        if rest.starts_with('*') && !rest.starts_with("**") {
            pieces.push(Piece::Emphasis(open..at));
        }
    }
    pieces.push(Piece::Prose(from..line.len()));
    pieces
}

/// How long the code, emphasis, link or tag is that a text begins with.
fn marked(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    match first {
        '`' | '*' => {
            let mark = &text[..text.len() - text.trim_start_matches(first).len()];
            Some(2 * mark.len() + text[mark.len()..].find(mark)?)
        }
        '[' => {
            let mut depth = 0;
            let close = text.find(|letter| {
                depth += i32::from(letter == '[') - i32::from(letter == ']');
                depth == 0
            })?;
            match text[close + 1..].starts_with('(') {
                true => Some(close + 2 + text[close + 1..].find(')')?),
                false => Some(close + 1),
            }
        }
        _ if text[1..].starts_with(|next: char| next.is_alphabetic() || next == '/') => {
            Some(1 + text.find('>')?)
        }
        _ => None,
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

    /// A word of the glossary that means `a "b"`.
    fn word(id: Option<&str>, name: &str, home: &str) -> Concept {
        Concept {
            id: id.map(str::to_owned),
            name: name.to_owned(),
            also: vec![format!("{name} here")],
            says: "a \"b\"".to_owned(),
            home: home.to_owned(),
            entry: true,
        }
    }

    /// What a page of these words is made into, with `<word>` for each link.
    fn linked(text: &str) -> String {
        let concepts = [
            word(Some("C01"), "Hot future", "waits.md#a"),
            word(None, "Poll", "order.md#a"),
            word(None, "Wake", "waits.md"),
            word(None, "Stall", "waits.md"),
            word(None, "Amdahl's law", "waits.md"),
        ];
        let mut out = link(text, "order.md", &Terms::of(&concepts));
        for anchor in ["hot-future", "wake", "stall", "amdahls-law"] {
            let open = format!(
                "<a class=\"term\" href=\"glossary.html#{anchor}\" data-says=\"a &quot;b&quot;\">"
            );
            out = out.replace(&open, "<");
        }
        out.replace("</a>", ">")
    }

    #[test]
    fn words_that_are_set_apart_lead_to_the_glossary_once() {
        assert_eq!(
            linked("A *hot future*, and a *Hot future*.\n"),
            "A <*hot future*>, and a *Hot future*.\n"
        );
        assert_eq!(linked("**bold** *wakes* it"), "**bold** <*wakes*> it");
        assert_eq!(linked("*wake here*"), "<*wake here*>");
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
            assert_eq!(linked(same), same);
        }
    }

    #[test]
    fn other_words_lead_to_the_glossary_where_they_come_first_in_prose() {
        assert_eq!(linked("Stalls, and a stall.\n"), "<Stalls>, and a stall.\n");
        assert_eq!(linked("A stall here: stall.\n"), "A <stall here>: stall.\n");
        assert_eq!(linked("By Amdahl’s law."), "By <Amdahl’s law>.");
        // Where a page sets the word apart, it explains it.
        assert_eq!(linked("A stall.\nA *stall*.\n"), "A stall.\nA <*stall*>.\n");
        // At most one in a paragraph.
        assert_eq!(
            linked("A stall.\nAmdahl's law.\n\nAmdahl's law.\n"),
            "A <stall>.\nAmdahl's law.\n\n<Amdahl's law>.\n"
        );
        for same in [
            "To wake it, or a hot future that one polls.",
            "`stall` and [a stall](waits.md) and **stall** and *a stall*",
            "<p>A stall\nor a stall</p>\n",
            "| stall |\n",
            "- {{#your-finding K01}} stall\n",
            "A non-stall, a stall-free page, installs.",
            "    ```\n    stall\n    ```\n",
        ] {
            assert_eq!(linked(same), same);
        }
    }

    #[test]
    fn a_page_has_a_few_links_to_the_glossary() {
        let names: Vec<String> = (b'a'..=b'z')
            .map(|it| format!("word{}", char::from(it)))
            .collect();
        let concepts: Vec<Concept> = names.iter().map(|it| word(None, it, "waits.md")).collect();
        let text = format!("A {}.\n", names.join(".\n\nA "));
        let out = link(&text, "order.md", &Terms::of(&concepts));
        assert_eq!(out.matches("<a class").count(), MOST);
        assert!(
            out.contains(">wordh</a>") && !out.contains(">wordi</a>"),
            "{out}"
        );
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
