//! `new`: a working example to start from.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Copies the template to `crates/examples/SLUG` and prints the line for the chapter.
pub fn create(root: &Path, slug: &str) -> Result<()> {
    validate(slug)?;
    let target = root.join("crates/examples").join(slug);
    if target.exists() {
        bail!("crates/examples/{slug} exists already: choose another slug");
    }
    copy(&root.join("crates/xtask/template"), &target, slug)?;
    println!("crates/examples/{slug} is there; put this line where its panel shall stand:");
    println!("{{{{#example {slug}}}}}");
    Ok(())
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
    std::fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let entries =
        std::fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name), slug)?;
            continue;
        }
        let text = std::fs::read_to_string(entry.path())
            .with_context(|| format!("{} cannot be read", entry.path().display()))?;
        // The suffix keeps cargo from taking the template for a package.
        let name = name.to_string_lossy();
        let name = name.strip_suffix(".in").unwrap_or(&name);
        std::fs::write(to.join(name), text.replace("SLUG", slug))
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
        let manifest = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("name = \"sum-up\""), "{manifest}");
        assert!(root.join("src/lib.rs").is_file());
        assert!(!root.join("Cargo.toml.in").exists());
        std::fs::remove_dir_all(root).unwrap();
    }
}
