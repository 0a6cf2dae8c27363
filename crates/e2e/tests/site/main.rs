//! The built site in a browser, driven by the contract alone.
//!
//! Two tests run at once: what a panel teaches has to come out on a machine that is busy with something else. Those in [`alone`] have it to themselves.

mod all_panels;
mod alone;
mod axe;
mod beside;
mod board;
mod by_hand;
mod contract;
mod controls;
mod endurance;
mod faults;
mod harness;
mod hidden;
mod lessons;
mod live;
mod misbehaviour;
mod offline;
mod questions;
mod recorded_runs;
mod replies;
mod without;
mod wrong;

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::{Panel, Report, Session, run_again, run_measured};

/// Checks that a value lies within a share of what it should be.
fn ensure_within(what: &str, value: f64, expected: f64, share: f64) -> Result<()> {
    ensure!(
        (value - expected).abs() <= expected * share,
        "{what} is {value:.1} and not within {:.0} % of {expected:.1}",
        share * 100.0
    );
    Ok(())
}

/// Checks that every variant came to the same result.
fn ensure_same_result(report: &Report, measure: &str) -> Result<()> {
    let mut results = Vec::new();
    for variant in &report.variants {
        results.push((variant.name.as_str(), variant.median(measure)?));
    }
    ensure!(
        results.windows(2).all(|pair| pair[0].1 == pair[1].1),
        "the variants differ in their {measure}: {results:?}"
    );
    Ok(())
}

/// Checks what a whole run came to.
fn ensure_outcome(report: &Report, outcome: &str) -> Result<()> {
    ensure!(
        report.outcome.as_deref() == Some(outcome),
        "{:#?}",
        report.findings
    );
    Ok(())
}

/// Checks that every finding names the service worker as what is missing.
fn ensure_worker_is_missed(report: &Report) -> Result<()> {
    for found in &report.findings {
        ensure!(found.why.contains("service worker"), "{}", found.why);
    }
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Starts the variant of an example that the reader does by hand, on a fresh page, and waits for its buttons.
async fn your_turn<'a>(session: &'a Session, slug: &'a str) -> Result<Panel<'a>> {
    session.open(&session.site.example(slug)?.page).await?;
    let panel = session.panel(slug);
    panel.press("Run your turn").await?;
    session
        .wait_for("the buttons", Duration::from_secs(20), async || {
            let buttons = panel.buttons().await?;
            Ok(buttons.iter().any(|name| name == "Enough").then_some(()))
        })
        .await?;
    Ok(panel)
}

/// Waits until the output of a panel holds a text.
async fn reads(session: &Session, panel: &Panel<'_>, text: &str) -> Result<()> {
    session
        .wait_for(text, Duration::from_secs(10), async || {
            Ok(panel.text().await?.contains(text).then_some(()))
        })
        .await
}

/// Checks what the whole run of an example teaches: as the board ran it, or else on its own page, by the rule of [`e2e::two_of_three`].
fn lesson(slug: &str, teaches: impl Fn(&Report) -> Result<()>) {
    let on_its_page =
        async |session: &Session| teaches(&contract::run_on_its_page(session, slug).await?);
    match all_panels::report(slug) {
        None => run_measured(on_its_page),
        Some(report) => run_again(report.and_then(|report| teaches(&report)), on_its_page),
    }
}
