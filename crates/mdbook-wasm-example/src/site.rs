//! Keeps the generated files below the book's `src`, from where mdBook copies them into the site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

/// The folder of the generated files, in `src` as in the site.
pub(crate) const FOLDER: &str = "wasm";
/// The plain element's file in that folder.
pub(crate) const ELEMENT: &str = "wasm-example.js";

/// Brings the folder of generated files up to date.
pub(crate) fn place(src: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let folder = src.join(FOLDER);
    for (path, bytes) in files {
        write_if_changed(&folder.join(path), bytes)?;
    }
    let wanted: BTreeSet<&str> = files
        .keys()
        .map(|path| path.split('/').next().unwrap_or(path))
        .collect();
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(error).with_context(|| format!("cannot read `{}`", folder.display()));
        }
    };
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read `{}`", folder.display()))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if wanted.contains(&*name) || !is_generated(&name) {
            continue;
        }
        let path = entry.path();
        match path.is_dir() {
            true => fs::remove_dir_all(&path),
            false => fs::remove_file(&path),
        }
        .with_context(|| format!("cannot remove `{}`", path.display()))?;
    }
    Ok(())
}

/// Writes a file, unless it is there already with these bytes: `mdbook serve` rebuilds at each write.
pub(crate) fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create `{}`", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}

/// Tells what an earlier run wrote from what the book's author may keep in the same folder.
fn is_generated(name: &str) -> bool {
    let stem = name
        .strip_suffix(".js")
        .or_else(|| name.strip_suffix(".wasm"))
        .unwrap_or(name);
    name == ELEMENT
        || stem.rsplit_once('-').is_some_and(|(_, hash)| {
            hash.len() == 10
                && hash
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        })
}

#[cfg(test)]
mod tests {
    use super::is_generated;

    #[test]
    fn only_generated_names_are_taken_for_generated() {
        for name in [
            "a-b-0123456789.js",
            "a-0123abcdef.wasm",
            "a-0123abcdef",
            "wasm-example.js",
        ] {
            assert!(is_generated(name), "{name}");
        }
        for name in [
            "a.js",
            "a-0123abcde.js",
            "a-0123ABCDEF.js",
            "a-0123abcdef.css",
        ] {
            assert!(!is_generated(name), "{name}");
        }
    }
}
