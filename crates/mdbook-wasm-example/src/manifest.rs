//! The list `examples.json` at the site's root, for all who look at the site from outside.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::site::write_if_changed;

/// One example of the book.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) page: String,
    pub(crate) files: Vec<File>,
    pub(crate) wasm: String,
    pub(crate) wasm_bytes: usize,
    pub(crate) wasm_gzip: usize,
    pub(crate) js_bytes: usize,
    pub(crate) js_gzip: usize,
    /// What the example's declaration adds.
    #[serde(flatten)]
    pub(crate) listed: Map<String, Value>,
}

/// A source that the book shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) sha256: String,
}

/// Writes the list beside the chapters.
pub(crate) fn write(src: &Path, entries: &[Entry]) -> Result<()> {
    let mut text = serde_json::to_string_pretty(entries).context("examples.json")?;
    text.push('\n');
    write_if_changed(&src.join("examples.json"), text.as_bytes())
}

/// Turns a chapter's path into that of its page, by mdBook's rules.
pub(crate) fn page(chapter: &Path) -> String {
    let is_readme = chapter
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    let page = match is_readme {
        true => chapter.with_file_name("index.html"),
        false => chapter.with_extension("html"),
    };
    page.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::page;
    use std::path::Path;

    #[test]
    fn pages_are_named_as_mdbook_names_them() {
        assert_eq!(page(Path::new("part/one.md")), "part/one.html");
        assert_eq!(page(Path::new("part/README.md")), "part/index.html");
        assert_eq!(page(Path::new("README.md")), "index.html");
    }
}
