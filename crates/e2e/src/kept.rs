//! The figures of the benchmark that are kept in the project, and the table that the book shows of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{Engine, median, project_root};

/// The figures of one engine, by their names.
pub type Figures = BTreeMap<String, Figure>;

/// One figure over the runs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Figure {
    /// The middle value.
    pub median: f64,
    /// The largest value less the smallest.
    pub spread: f64,
}

impl Figure {
    /// The figure of some runs.
    pub fn of(values: &[f64]) -> Self {
        let largest = values.iter().copied().fold(f64::MIN, f64::max);
        let smallest = values.iter().copied().fold(f64::MAX, f64::min);
        Self {
            median: median(values),
            spread: largest - smallest,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", digits(self.median), digits(self.spread))
    }
}

/// Three digits: more are more than any of these is good for.
fn digits(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// The figures that are kept, of each engine.
#[derive(Debug, Default, Deserialize, Serialize)]
pub struct Kept(BTreeMap<String, Figures>);

impl Kept {
    /// Reads what is kept.
    pub fn read() -> Result<Self> {
        let text = std::fs::read_to_string(file()?).context("no figures are kept")?;
        Ok(serde_json::from_str(&text)?)
    }

    /// The figures of an engine, if there are any.
    pub fn of(&self, engine: Engine) -> Option<&Figures> {
        self.0.get(&format!("{engine:?}"))
    }

    /// The same with other figures of an engine.
    pub fn with(mut self, engine: Engine, figures: Figures) -> Self {
        self.0.insert(format!("{engine:?}"), figures);
        self
    }

    /// The figures as the book shows them: a row each, with a column for each engine.
    pub fn table(&self) -> String {
        let engines: Vec<&str> = self.0.keys().map(String::as_str).collect();
        let names: BTreeSet<&str> = self
            .0
            .values()
            .flatten()
            .map(|(name, _)| name.as_str())
            .collect();
        let mut table = format!("| figure | {} |\n|---|", engines.join(" | "));
        table += &"---|".repeat(engines.len());
        for name in names {
            let cells = self.0.values().map(|figures| {
                figures
                    .get(name)
                    .map_or_else(String::new, Figure::to_string)
            });
            table += &format!("\n| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
        }
        table
    }

    /// Writes what is to be kept.
    pub fn write(&self) -> Result<()> {
        Ok(std::fs::write(
            file()?,
            serde_json::to_string_pretty(self)? + "\n",
        )?)
    }
}

fn file() -> Result<PathBuf> {
    Ok(project_root()?.join("crates/e2e/bench.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the book tells its contributors.
    const PAGE: &str = "book/contributing/performance.md";

    #[test]
    fn the_book_shows_the_kept_figures() {
        let page = std::fs::read_to_string(project_root().unwrap().join(PAGE)).unwrap();
        let table = Kept::read().unwrap().table();
        assert!(page.contains(&table), "put this into {PAGE}:\n{table}");
    }

    #[test]
    fn a_figure_has_three_digits() {
        let figure = |median, spread| Figure { median, spread }.to_string();
        assert_eq!(figure(1234.4, 0.0), "1234 (0)");
        assert_eq!(figure(12.34, 1.234), "12.3 (1.23)");
        assert_eq!(figure(0.123_4, 0.001), "0.123 (0.001)");
    }
}
