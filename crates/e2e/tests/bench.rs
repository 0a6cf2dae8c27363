//! The six strategies on this machine: five whole runs, each in a fresh browser.

use std::cell::RefCell;

use anyhow::{Context, Result};
use e2e::{Report, median, project_root, run};
use serde_json::{Value, json};

const SLUG: &str = "six-strategies";
const RUNS: usize = 5;
/// The arm that the others are compared with.
const BASE: &str = "blocking";

#[test]
#[ignore = "measures this machine, and asserts nothing about it"]
fn bench_six_strategies() {
    let reports = RefCell::new(Vec::new());
    for _ in 0..RUNS {
        run(async |session| {
            session.open(&session.site.example(SLUG)?.page).await?;
            let (report, _) = session.panel(SLUG).run().await?;
            reports.borrow_mut().push(report);
            Ok(())
        });
    }
    show(&reports.into_inner()).unwrap_or_else(|error| panic!("{error:#}"));
}

/// Prints a line an arm, and writes the same to `target/bench.json`.
fn show(reports: &[Report]) -> Result<()> {
    println!("\n{RUNS} runs: median, and in brackets largest less smallest");
    println!(
        "{:24}{:>18}{:>20}{:>16}",
        "arm", "total / blocking", "hold, ms", "frames"
    );
    let mut rows = Vec::new();
    for arm in reports[0].arm_names() {
        let total = figures(reports, |report| {
            Ok(report.median(arm, "total")? / report.median(BASE, "total")?)
        })?;
        let hold = figures(reports, |report| report.median(arm, "hold"))?;
        let frames = figures(reports, |report| report.median(arm, "frames"))?;
        println!(
            "{arm:24}{:>18}{:>20}{:>16}",
            format!("{:.3} ({:.3})", total.0, total.1),
            format!("{:.1} ({:.1})", hold.0, hold.1),
            format!("{:.0} ({:.0})", frames.0, frames.1),
        );
        rows.push(json!({
            "arm": arm,
            "total_by_blocking": written(total),
            "hold_ms": written(hold),
            "frames": written(frames),
        }));
    }
    let file = project_root()?.join("target/bench.json");
    let text = serde_json::to_string_pretty(&json!({"example": SLUG, "runs": RUNS, "arms": rows}))?;
    std::fs::write(&file, text + "\n")
        .with_context(|| format!("{} cannot be written", file.display()))
}

/// Median and spread of a figure over the runs.
fn figures(reports: &[Report], figure: impl Fn(&Report) -> Result<f64>) -> Result<(f64, f64)> {
    let values = reports.iter().map(figure).collect::<Result<Vec<_>>>()?;
    let largest = values.iter().copied().fold(f64::MIN, f64::max);
    let smallest = values.iter().copied().fold(f64::MAX, f64::min);
    Ok((median(&values), largest - smallest))
}

fn written((median, spread): (f64, f64)) -> Value {
    json!({"median": median, "spread": spread})
}
