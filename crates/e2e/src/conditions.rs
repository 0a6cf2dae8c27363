//! What all panels came to under the conditions of other machines, as it is kept and as the book shows it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::project_root;

/// What the panels came to under one condition.
#[derive(Debug, Default, Deserialize, Serialize)]
pub struct Came {
    /// How many were as the book expects.
    pub shown: usize,
    /// Why the others were not shown, by the example's name.
    pub not_shown: BTreeMap<String, String>,
}

/// Keeps what all panels came to under a condition in place of what was kept before.
///
/// # Errors
///
/// If the file cannot be read or written.
pub fn keep(condition: &str, came: Came) -> Result<()> {
    let mut kept = kept()?;
    kept.insert(condition.to_owned(), came);
    Ok(std::fs::write(
        file()?,
        serde_json::to_string_pretty(&kept)? + "\n",
    )?)
}

fn kept() -> Result<BTreeMap<String, Came>> {
    let text = std::fs::read_to_string(file()?).unwrap_or_else(|_| "{}".to_owned());
    serde_json::from_str(&text).context("what is kept of conditions")
}

fn file() -> Result<PathBuf> {
    Ok(project_root()?.join("crates/e2e/conditions.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "book/contributing/conditions.md";

    fn table() -> String {
        let mut table =
            "| condition | as expected | not shown | which were not |\n|---|---|---|---|\n"
                .to_owned();
        for (condition, came) in kept().unwrap() {
            let names: Vec<String> = came
                .not_shown
                .keys()
                .map(|slug| format!("*{slug}*"))
                .collect();
            table += &format!(
                "| {} | {} | {} | {} |\n",
                condition.replace('_', " "),
                came.shown,
                came.not_shown.len(),
                names.join(", ")
            );
        }
        table
    }

    #[test]
    fn the_book_shows_what_is_kept() {
        let page = std::fs::read_to_string(project_root().unwrap().join(PAGE)).unwrap();
        let table = table();
        assert!(page.contains(&table), "put this into {PAGE}:\n{table}");
    }
}
