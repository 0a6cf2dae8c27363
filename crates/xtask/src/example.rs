//! `new`: a working example to start from; and the list of all examples.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The list, from the project's root.
const LIST: &str = "crates/examples/README.md";

/// Copies the template to `crates/examples/SLUG` and prints the line for the chapter.
pub fn create(root: &Path, slug: &str) -> Result<()> {
    validate(slug)?;
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    ensure!(
        !lock
            .lines()
            .any(|line| line == format!("name = \"{slug}\"")),
        "a package called `{slug}` is in use already: choose another slug"
    );
    let target = root.join("crates/examples").join(slug);
    if target.exists() {
        bail!("crates/examples/{slug} exists already: choose another slug");
    }
    copy(&root.join("crates/xtask/template"), &target, slug)?;
    println!("crates/examples/{slug} is there; put this line where its panel shall stand:");
    println!("{{{{#example {slug}}}}}");
    Ok(())
}

/// Compares the list of examples with the chapters, and writes it anew where it differs.
///
/// # Errors
///
/// If it differed, so that it is looked at and committed; if an example has no description, or a file cannot be read.
pub fn list(root: &Path) -> Result<()> {
    let mut chapters: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(root.join("book"))? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).with_context(|| format!("book/{name}"))?;
        for shown in text
            .lines()
            .filter_map(|line| line.strip_prefix("{{#example "))
        {
            let slug = shown.split([' ', '}']).next().unwrap_or_default();
            chapters.entry(slug.to_owned()).or_insert(name.to_string());
        }
    }
    let mut rows = Vec::new();
    for entry in fs::read_dir(root.join("crates/examples"))? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            continue;
        }
        let slug = entry.file_name().to_string_lossy().into_owned();
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml"))
            .with_context(|| format!("crates/examples/{slug}/Cargo.toml cannot be read"))?;
        let description = manifest
            .lines()
            .find_map(|line| line.strip_prefix("description = \"")?.strip_suffix('"'))
            .with_context(|| format!("crates/examples/{slug}/Cargo.toml has no description"))?;
        let chapter = chapters
            .get(&slug)
            .map(|file| format!("[{file}](../../book/{file})"));
        let chapter = chapter.as_deref().unwrap_or("none");
        rows.push(format!(
            "| [{slug}]({slug}) | {chapter} | {description} |\n"
        ));
    }
    rows.sort();
    let list = format!(
        "# The examples\n\n`cargo xtask check` keeps this list.\n\n| example | chapter | shows |\n|---|---|---|\n{}",
        rows.concat()
    );
    let file = root.join(LIST);
    if fs::read_to_string(&file).is_ok_and(|before| before == list) {
        return Ok(());
    }
    fs::write(&file, list).with_context(|| format!("{LIST} cannot be written"))?;
    bail!("{LIST} was out of date and has been written anew: commit it")
}

/// Says what is wrong with a slug, if anything is.
fn validate(slug: &str) -> Result<()> {
    let first = slug.chars().next();
    if !first.is_some_and(|c| c.is_ascii_lowercase()) {
        bail!("the slug `{slug}` does not begin with a lower-case letter");
    }
    if let Some(bad) = slug
        .chars()
        .find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'))
    {
        bail!("the slug `{slug}` holds `{bad}`: use lower-case letters, digits and hyphens");
    }
    if slug.ends_with('-') || slug.contains("--") {
        bail!("the slug `{slug}` has a hyphen with nothing after it");
    }
    Ok(())
}

/// Copies a folder of templates, filling in each file.
fn copy(from: &Path, to: &Path, slug: &str) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let entries =
        fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name), slug)?;
            continue;
        }
        let text = fs::read_to_string(entry.path())
            .with_context(|| format!("{} cannot be read", entry.path().display()))?;
        // The suffix keeps cargo from taking the template for a package.
        let name = name.to_string_lossy();
        let name = name.strip_suffix(".in").unwrap_or(&name);
        fs::write(to.join(name), text.replace("SLUG", slug))
            .with_context(|| format!("{name} cannot be written to {}", to.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lower_case_words_joined_by_hyphens() {
        for slug in ["freeze", "six-strategies", "join-2"] {
            validate(slug).unwrap();
        }
        for slug in [
            "", "Freeze", "a_b", "2-join", "-a", "a-", "a--b", "../a", "ä",
        ] {
            assert!(validate(slug).is_err(), "{slug}");
        }
    }

    #[test]
    fn the_template_becomes_a_package_of_that_name() {
        let root = std::env::temp_dir().join(format!("xtask-new-{}", std::process::id()));
        let template = crate::sh::project_root()
            .unwrap()
            .join("crates/xtask/template");
        copy(&template, &root, "sum-up").unwrap();
        let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("name = \"sum-up\""), "{manifest}");
        assert!(root.join("src/lib.rs").is_file());
        assert!(!root.join("Cargo.toml.in").exists());
        fs::remove_dir_all(root).unwrap();
    }
}
