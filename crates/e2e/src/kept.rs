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
        write!(f, "{}", digits(self.median))?;
        // One value has none.
        match self.spread {
            0.0 => Ok(()),
            spread => write!(f, " ({})", digits(spread)),
        }
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
    println!("{:56}{:>20}{:>20}", "", "now", "kept");
    let mut now = Figures::new();
    for (name, values) in rows {
        let figure = Figure::of(&values);
        let before = known.and_then(|figures| figures.get(&name));
        let before = before.map_or_else(String::new, Figure::to_string);
        println!("{name:56}{:>20}{before:>20}", figure.to_string());
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

    /// The pages for contributors: what is aimed at, and all figures.
    const AIMED: &str = "book/contributing/performance.md";
    const ALL: &str = "book/contributing/performance-figures.md";

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

    /// What is aimed at: a figure, and what it is to be at the most, or at the least.
    enum Aim {
        Most(f64),
        Least(f64),
    }
    use Aim::{Least, Most};

    const ENGINES: [&str; 3] = ["Chromium", "Firefox", "WebKit"];
    const AIMS: [(&str, Aim); 11] = [
        // 0.97 of the throughput.
        (
            "length chosen by measuring / in one piece",
            Most(1.0 / 0.97),
        ),
        ("length chosen by measuring: stall, ms", Most(16.0)),
        (
            "length chosen by measuring: share of the frames kept",
            Least(0.9),
        ),
        ("10000 futures / async functions", Most(0.2)),
        ("10000 futures / promise chains", Most(0.2)),
        ("100000 futures / async functions", Most(0.2)),
        ("100000 futures / promise chains", Most(0.2)),
        ("tiles: two workers, share of the cores", Least(0.9)),
        ("from a click on Run to the first event, ms", Most(100.0)),
        ("an example, KB", Most(16.0)),
        ("the largest example, KB", Most(32.0)),
    ];
    const FOR_AUTHORS: [(&str, Aim); 3] = [
        ("example saved to served, s", Most(3.0)),
        ("text noticed to served, beyond plain mdBook, s", Most(0.5)),
        ("each of 100 more examples adds, ms", Most(10.0)),
    ];

    /// What is aimed at and what came out, a row each.
    fn aims(kept: &Kept, columns: &[&str], aims: &[(&str, Aim)]) -> String {
        let mut table = format!("| figure | wanted | {} |\n|---|---|", columns.join(" | "));
        table += &"---|".repeat(columns.len());
        for (name, aim) in aims {
            let (wanted, limit) = match aim {
                Most(limit) => ("at most", *limit),
                Least(limit) => ("at least", *limit),
            };
            table += &format!("\n| {name} | {wanted} {} |", digits(limit));
            for column in columns {
                let figure = kept.0.get(*column).and_then(|figures| figures.get(*name));
                table += &figure.map_or_else(
                    || " |".to_owned(),
                    |figure| {
                        let is_met = match aim {
                            Most(limit) => figure.median <= *limit,
                            Least(limit) => figure.median >= *limit,
                        };
                        let missed = if is_met { "" } else { ", missed" };
                        format!(" {}{missed} |", digits(figure.median))
                    },
                );
            }
        }
        table
    }

    #[test]
    fn the_book_shows_the_kept_figures() {
        let kept = Kept::read().unwrap();
        let author = ["Author"];
        for (page, table) in [
            (AIMED, aims(&kept, &ENGINES, &AIMS)),
            (AIMED, aims(&kept, &author, &FOR_AUTHORS)),
            (ALL, table(&kept, &ENGINES)),
            (ALL, table(&kept, &author)),
        ] {
            let text = std::fs::read_to_string(project_root().unwrap().join(page)).unwrap();
            assert!(text.contains(&table), "put this into {page}:\n{table}");
        }
    }

    #[test]
    fn a_figure_has_three_digits() {
        let figure = |median, spread| Figure { median, spread }.to_string();
        assert_eq!(figure(1234.4, 0.0), "1234");
        assert_eq!(figure(12.34, 1.234), "12.3 (1.23)");
        assert_eq!(figure(0.123_4, 0.001), "0.123 (0.001)");
    }
}
