//! Checks that the prose of the book uses the field's words, not private ones, and that chapters stay short.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

const WORDS: &str = include_str!("words.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    word: Vec<Word>,
}

/// Words to avoid, with what to write instead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    avoid: Vec<String>,
    write: String,
    /// Following words that give it another meaning.
    #[serde(default)]
    before: Vec<String>,
    /// Longer phrases that contain it and are fine.
    #[serde(default)]
    allow: Vec<String>,
}

impl Word {
    /// The words to avoid that begin within the first `length` bytes of a text in lower case; `source` is the whole line of the file.
    fn found(&self, text: &str, length: usize, source: &str) -> Vec<&str> {
        if self
            .allow
            .iter()
            .any(|allowed| source.contains(allowed.as_str()))
        {
            return Vec::new();
        }
        let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
        let occurs = |avoid: &str| {
            text.match_indices(avoid).any(|(at, _)| {
                let rest = &text[at + avoid.len()..];
                let next = rest.trim_start().split(|letter| !is_letter(letter)).next();
                at < length
                    && !text[..at].ends_with(is_letter)
                    && !rest.starts_with(is_letter)
                    && !rest.starts_with("'s")
                    && !next.is_some_and(|next| self.before.iter().any(|it| it == next))
            })
        };
        let avoid = self.avoid.iter().map(String::as_str);
        avoid.filter(|avoid| occurs(avoid)).collect()
    }
}

fn words() -> Vec<Word> {
    let Words { word } = toml::from_str(WORDS).unwrap();
    word
}

/// The faults of a text, each as `LINE: what to write`.
fn faults(words: &[Word], text: &str, prose: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let prose = prose.to_lowercase().replace('’', "'");
    let lines: Vec<&str> = prose.lines().collect();
    for (nth, (line, source)) in lines.iter().zip(text.lines()).enumerate() {
        // A phrase may continue on the next line.
        let next = lines.get(nth + 1).unwrap_or(&"");
        let text = format!("{} {}", line.trim_end(), next.trim_start());
        for word in words {
            for avoid in word.found(&text, line.len(), source) {
                faults.push(format!(
                    "{}: instead of `{avoid}` write: {}",
                    nth + 1,
                    word.write
                ));
            }
        }
    }
    faults
}

/// The prose of a page, line by line: no listings, code or addresses.
fn prose_of_page(text: &str) -> String {
    let mut in_code = false;
    let mut prose = String::with_capacity(text.len());
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        in_code ^= fence;
        // A directive names files and examples.
        if !(in_code || fence || line.starts_with("{{#")) {
            // Every second piece is code.
            let pieces = line.split('`').step_by(2);
            let line = pieces.collect::<Vec<_>>().join("x");
            let mut pieces = line.split("](");
            prose.push_str(pieces.next().unwrap_or_default());
            for piece in pieces {
                prose.push_str(piece.split_once(')').map_or(piece, |(_, rest)| rest));
            }
        }
        prose.push('\n');
    }
    prose
}

/// The strings of a TOML file, line by line, without placeholders such as `{sum.total}`; a string without a space is a name, not prose.
fn prose_of_toml(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut in_lines = false;
    for line in text.lines() {
        let mut rest = line;
        loop {
            if in_lines {
                let end = rest.find("\"\"\"");
                prose.push_str(&without_placeholders(&rest[..end.unwrap_or(rest.len())]));
                let Some(end) = end else { break };
                in_lines = false;
                rest = &rest[end + 3..];
            } else if let Some(open) = rest.find(['"', '#']) {
                if rest[open..].starts_with('#') {
                    break;
                }
                if let Some(after) = rest[open..].strip_prefix("\"\"\"") {
                    in_lines = true;
                    rest = after;
                    continue;
                }
                let string = &rest[open + 1..];
                let mut escaped = false;
                let end = string.find(|letter| {
                    let ends = letter == '"' && !escaped;
                    escaped = letter == '\\' && !escaped;
                    ends
                });
                let end = end.unwrap_or(string.len());
                if string[..end].contains(' ') {
                    prose.push_str(&without_placeholders(&string[..end]));
                    prose.push_str(" | ");
                }
                rest = string.get(end + 1..).unwrap_or_default();
            } else {
                break;
            }
        }
        prose.push('\n');
    }
    prose
}

fn without_placeholders(text: &str) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push('x');
        out.push_str(piece.split_once('}').map_or(piece, |(_, rest)| rest));
    }
    out
}

/// The files below a folder with this ending, in order, without those generated for the site.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("book/wasm") {
                found.extend(files(&path, ending));
            }
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn the_prose_uses_the_words_of_the_field() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("../..").canonicalize().unwrap();
    let mut all = files(&root.join("book"), ".md");
    all.push(root.join("README.md"));
    all.extend(files(&root.join("crates/examples"), "/example.toml"));
    all.extend(
        ["claims", "concepts", "questions"]
            .map(|it| root.join(format!("crates/book-preprocessor/{it}.toml"))),
    );
    let words = words();
    let mut found = Vec::new();
    for file in all {
        let text = fs::read_to_string(&file).unwrap();
        let prose = match file.extension().is_some_and(|it| it == "md") {
            true => prose_of_page(&text),
            false => prose_of_toml(&text),
        };
        let name = file.strip_prefix(&root).unwrap().display();
        found.extend(
            faults(&words, &text, &prose)
                .iter()
                .map(|it| format!("{name}:{it}")),
        );
    }
    assert!(
        found.is_empty(),
        "{}\n{} words to replace",
        found.join("\n"),
        found.len()
    );
}

#[test]
fn words_are_found_only_in_prose() {
    let words = words();
    let page = |text: &str| faults(&words, text, &prose_of_page(text)).len();
    assert_eq!(page("Click *at once*, and the page’s thread stops.\n"), 2);
    assert_eq!(page("Hold the page's thread.\n"), 1);
    assert_eq!(
        page("`at once`, [a link](at-once.md#lanes), dearth, shallow\n"),
        0
    );
    assert_eq!(page("```text\nat once\n```\n"), 0);
    assert_eq!(page("All ran at\nonce.\n"), 1);
    assert_eq!(page("Each way to write a sum, each way.\n"), 1);
    let toml = |text: &str| faults(&words, text, &prose_of_toml(text));
    assert_eq!(
        toml("# at once\nslug = \"lanes\"\nlead = \"\"\"\nAll \\\"ran\\\"\nat once.\n\"\"\"\n")
            .len(),
        1
    );
    let fault = toml("a = \"b c\"\nlead = \"In {arm.at once} it ran at once.\"\n");
    assert_eq!(
        fault,
        [
            "2: instead of `at once` write: immediately, at the same time, as soon as, the first time"
        ]
    );
}

#[test]
fn a_chapter_is_short_and_has_few_panels() {
    const WORDS: usize = 1500;
    const PANELS: usize = 3;
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../../book", "../../book/contributing"];
    let files = folders
        .iter()
        .flat_map(|it| fs::read_dir(here.join(it)).unwrap());
    for file in files.map(|entry| entry.unwrap().path()) {
        // A table of all figures is no prose.
        if file.extension().is_none_or(|it| it != "md") || file.ends_with("performance-figures.md")
        {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let words = text.split_whitespace().count();
        let panels = text.matches("{{#example ").count();
        assert!(
            words <= WORDS && panels <= PANELS,
            "{}: {words} words, {panels} panels",
            file.display()
        );
    }
}
