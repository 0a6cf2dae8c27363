//! All panels run on the verdict board; their reports are left for the tests of lessons.
//!
//! This takes longest of all, so it comes first by its name, and the others run beside it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Report, run, twice_more};

use crate::axe;
use crate::{board, contract};

/// Where the reports lie that the board's run left for the tests of lessons; only a run of all tests has such a place.
fn left() -> Option<PathBuf> {
    std::env::var_os("E2E_BOARD").map(PathBuf::from)
}

/// The report that the board's run left of an example.
pub fn report(slug: &str) -> Option<Result<Report>> {
    let read = |file: PathBuf| -> Result<Report> {
        let text = std::fs::read_to_string(&file).context("the board has left no reports")?;
        let mut reports: BTreeMap<String, Report> = serde_json::from_str(&text)?;
        let report = reports.remove(slug);
        report.with_context(|| format!("the board has left no report of {slug}"))
    };
    left().map(read)
}

#[test]
fn run_on_the_board_and_find_what_is_expected() {
    run(async |session| {
        session.open(BOARD).await?;
        let mut reports = session.run_all().await?;
        let alert = session.text("verdict-board [role=alert]").await?;
        for example in &session.site.examples {
            let slug = &example.slug;
            let report = reports.get(slug);
            let report = report.with_context(|| format!("it has not run: {alert}"));
            if let Err(error) = report.and_then(|report| contract::check_report(report, example)) {
                let wrong = error.context(format!("{slug} on the board"));
                let again = async || contract::run_on_its_page(session, slug).await;
                let again = twice_more(&wrong, again).await;
                let report = again.with_context(|| format!("{wrong:#}"))?;
                reports.insert(slug.clone(), report);
            }
        }
        if let Some(file) = left() {
            std::fs::write(&file, serde_json::to_string(&reports)?)
                .with_context(|| format!("{} cannot be written", file.display()))?;
        }
        session.open(BOARD).await?;
        let counted = session.text(".counts").await?;
        let settled = board::claims(session, "[data-home]").await?;
        ensure!(
            counted.starts_with(&format!("You have run {settled} of {settled} claims: ")),
            "{counted}"
        );
        ensure!(!counted.contains("Not as this book expects"), "{counted}");
        axe::check(session, "main").await
    });
}
