//! The figures of the benchmark that are kept in the project, and the table that the book shows of them.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{median, project_root};

/// Figures that were just measured: a name, and a value of each run.
pub type Rows = Vec<(String, Vec<f64>)>;

/// The figures of one column, by their names.
type Figures = BTreeMap<String, Figure>;

/// One figure over the runs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
struct Figure {
    /// The middle value.
    median: f64,
    /// The largest value less the smallest.
    spread: f64,
}

impl Figure {
    /// The figure of some runs.
    fn of(values: &[f64]) -> Self {
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

/// The figures that are kept, by their columns: one for each engine, and one for what an author waits for.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Kept(BTreeMap<String, Figures>);

impl Kept {
    fn read() -> Result<Self> {
        let text = std::fs::read_to_string(file()?).context("no figures are kept")?;
        Ok(serde_json::from_str(&text)?)
    }

    fn write(&self) -> Result<()> {
        Ok(std::fs::write(
            file()?,
            serde_json::to_string_pretty(self)? + "\n",
        )?)
    }
}

/// Prints figures beside those that are kept in a column, writes them to a file, and keeps them if that is asked for.
pub fn tell(column: &str, rows: Rows) -> Result<()> {
    let mut kept = Kept::read()?;
    let known = kept.0.get(column);
    println!("\n{column}: median, and in brackets largest less smallest");
    println!("{:48}{:>20}{:>20}", "", "now", "kept");
    let mut now = Figures::new();
    for (name, values) in rows {
        let figure = Figure::of(&values);
        let before = known.and_then(|figures| figures.get(&name));
        let before = before.map_or_else(String::new, Figure::to_string);
        println!("{name:48}{:>20}{before:>20}", figure.to_string());
        now.insert(name, figure);
    }
    let file = project_root()?.join(format!("target/bench-{column}.json").to_lowercase());
    std::fs::write(&file, serde_json::to_string_pretty(&now)? + "\n")
        .with_context(|| format!("{} cannot be written", file.display()))?;
    if std::env::var_os("BENCH_KEEP").is_some() {
        kept.0.insert(column.to_owned(), now);
        kept.write()?;
    }
    Ok(())
}

fn file() -> Result<PathBuf> {
    Ok(project_root()?.join("crates/e2e/bench.json"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Where the book tells its contributors.
    const PAGE: &str = "book/contributing/performance.md";

    /// The figures of some columns as the book shows them, a row each.
    fn table(kept: &Kept, columns: &[&str]) -> String {
        let of = |column: &&str| kept.0.get(*column);
        let names: BTreeSet<&String> = columns
            .iter()
            .filter_map(of)
            .flatten()
            .map(|it| it.0)
            .collect();
        let mut table = format!("| figure | {} |\n|---|", columns.join(" | "));
        table += &"---|".repeat(columns.len());
        for name in names {
            let cells = columns.iter().map(|column| {
                let figure = of(column).and_then(|figures| figures.get(name));
                figure.map_or_else(String::new, Figure::to_string)
            });
            table += &format!("\n| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
        }
        table
    }

    #[test]
    fn the_book_shows_the_kept_figures() {
        let page = std::fs::read_to_string(project_root().unwrap().join(PAGE)).unwrap();
        for columns in [&["Chromium", "Firefox", "WebKit"][..], &["Author"]] {
            let table = table(&Kept::read().unwrap(), columns);
            assert!(page.contains(&table), "put this into {PAGE}:\n{table}");
        }
    }

    #[test]
    fn a_figure_has_three_digits() {
        let figure = |median, spread| Figure { median, spread }.to_string();
        assert_eq!(figure(1234.4, 0.0), "1234 (0)");
        assert_eq!(figure(12.34, 1.234), "12.3 (1.23)");
        assert_eq!(figure(0.123_4, 0.001), "0.123 (0.001)");
    }
}
