//! The sources of an example as a chapter shows them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::directive::{Show, Shown};
use crate::hash::sha256;

/// A source file, or a part of one, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listing {
    /// The file, relative to the example's folder.
    pub(crate) path: String,
    /// The part of it that is shown.
    pub(crate) anchor: Option<String>,
    /// The lines shown.
    pub(crate) text: String,
    /// The hash of the whole file.
    pub(crate) sha256: String,
}

/// Reads what a directive shows of the example in `folder`.
pub(crate) fn read(folder: &Path, show: &Show) -> Result<Vec<Listing>> {
    let shown = match show {
        Show::These(shown) => shown.clone(),
        Show::All => {
            let mut paths = Vec::new();
            collect(&folder.join("src"), "src", &mut paths)?;
            paths.sort_by_key(|path| (path != "src/lib.rs", path.clone()));
            let whole = |path| Shown { path, anchor: None };
            paths.into_iter().map(whole).collect()
        }
    };
    shown.into_iter().map(|shown| one(folder, shown)).collect()
}

fn one(folder: &Path, shown: Shown) -> Result<Listing> {
    let file = folder.join(&shown.path);
    if !file.is_file() {
        bail!("it has no file `{}`", shown.path);
    }
    let bytes = fs::read(&file).with_context(|| format!("cannot read `{}`", shown.path))?;
    let text = std::str::from_utf8(&bytes)
        .with_context(|| format!("`{}` is not a text file", shown.path))?;
    let text = excerpt(text, shown.anchor.as_deref())
        .map_err(|reason| anyhow::anyhow!("`{}` {reason}", shown.path))?;
    Ok(Listing {
        sha256: sha256(&bytes),
        text,
        path: shown.path,
        anchor: shown.anchor,
    })
}

fn collect(folder: &Path, name: &str, paths: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read `{name}`"))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read `{name}`"))?;
        let entry_name = entry.file_name();
        let entry_name = entry_name.to_string_lossy();
        if entry_name.starts_with('.') {
            continue;
        }
        let path = format!("{name}/{entry_name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Takes the lines between the marks of an anchor, or all; the marks themselves are never shown.
fn excerpt(text: &str, anchor: Option<&str>) -> Result<String, String> {
    let mut shown = Vec::new();
    let mut inside = anchor.is_none();
    let mut met = inside;
    for line in text.lines() {
        match mark(line) {
            Some(Mark::Start(name)) if Some(name) == anchor => (inside, met) = (true, true),
            Some(Mark::End(name)) if inside && Some(name) == anchor => {
                return Ok(shown.join("\n"));
            }
            Some(_) => {}
            None if inside => shown.push(line),
            None => {}
        }
    }
    match anchor {
        None => Ok(shown.join("\n").trim_end().to_owned()),
        Some(anchor) if met => Err(format!("never ends the anchor `{anchor}`")),
        Some(anchor) => Err(format!("has no anchor `{anchor}`")),
    }
}

enum Mark<'a> {
    Start(&'a str),
    End(&'a str),
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let name_after = |word: &str| {
        let rest = line.split_once(word)?.1.trim_start();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    };
    name_after("ANCHOR_END:")
        .map(Mark::End)
        .or_else(|| name_after("ANCHOR:").map(Mark::Start))
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    const TEXT: &str = "a\n// ANCHOR: one\nb\n// ANCHOR: two\nc\n// ANCHOR_END: one\nd\n// ANCHOR_END: two\n// ANCHOR: open\n";

    #[test]
    fn an_anchor_takes_its_lines_without_any_marks() {
        assert_eq!(excerpt(TEXT, Some("one")).unwrap(), "b\nc");
        assert_eq!(excerpt(TEXT, Some("two")).unwrap(), "c\nd");
    }

    #[test]
    fn a_whole_file_is_shown_without_its_marks() {
        assert_eq!(excerpt(TEXT, None).unwrap(), "a\nb\nc\nd");
    }

    #[test]
    fn a_missing_or_open_anchor_is_an_error() {
        assert!(excerpt(TEXT, Some("three")).unwrap_err().contains("has no"));
        assert!(excerpt(TEXT, Some("open")).unwrap_err().contains("never"));
    }
}
