//! The built site in a browser, driven by the contract alone.
//!
//! Tests run in the order of [`all`]; each module says what its tests need, and the scheduler of the crate lets as many run as get on with each other.

mod accessibility;
mod all_panels;
mod axe;
mod bad_input;
mod board;
mod broken_variants;
mod browser_trace;
mod by_hand;
mod choice;
mod conditions;
mod contract;
mod controls;
mod endurance;
mod freeze;
mod harness;
mod hidden_tab;
mod inert;
mod lab;
mod layout;
mod lessons;
mod live_reload;
mod measured;
mod misbehaviour;
mod missing_features;
mod offline;
mod paper;
mod questions;
mod reading_aids;
mod recorded_runs;
mod replies;
mod six_strategies;
mod static_pages;
mod without_a_mouse;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Panel, Report, Session, Test, project_root, run_all};
use verdict::declaration::Declaration;
use verdict::example::read;

/// How slow the tests make a processor to be sure that a freeze is measured out and not counted out.
const SLOW: f64 = 4.0;

fn main() -> ExitCode {
    run_all(all(), |names| {
        let board = all_panels::tests();
        all_panels::set_runs(board.iter().any(|test| names.contains(test.name())));
    })
}

/// All tests, in the order in which they may begin: what takes longest first, what waits for it or for the whole machine last.
fn all() -> Vec<Test> {
    let modules = [
        all_panels::tests,
        accessibility::tests,
        without_a_mouse::tests,
        inert::tests,
        lab::tests,
        layout::tests,
        paper::tests,
        static_pages::tests,
        axe::tests,
        bad_input::tests,
        board::tests,
        by_hand::tests,
        contract::tests,
        controls::tests,
        endurance::tests,
        harness::tests,
        hidden_tab::tests,
        live_reload::tests,
        misbehaviour::tests,
        missing_features::tests,
        offline::tests,
        questions::tests,
        reading_aids::tests,
        recorded_runs::tests,
        replies::tests,
        broken_variants::tests,
        lessons::tests,
        browser_trace::tests,
        choice::tests,
        freeze::tests,
        measured::tests,
        six_strategies::tests,
        conditions::tests,
    ];
    modules.into_iter().flat_map(|tests| tests()).collect()
}

/// What an example declares.
fn declaration(slug: &str) -> Result<Declaration> {
    let file = project_root()?.join(format!("crates/examples/{slug}/example.toml"));
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    read(&text).map_err(|wrong| anyhow::anyhow!("{}", wrong.join("; ")))
}

/// Checks that a value lies within a share of what it should be.
fn ensure_within(what: &str, value: f64, expected: f64, share: f64) -> Result<()> {
    ensure!(
        (value - expected).abs() <= expected * share,
        "{what} is {value:.1} and not within {:.0} % of {expected:.1}",
        share * 100.0
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
