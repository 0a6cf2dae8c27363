//! The built site in a browser, driven by the contract alone.

mod awaits;
mod broken;
mod browser_trace;
mod callbacks;
mod contract;
mod event_loop;
mod faults;
mod freeze;
mod freezing;
mod futures;
mod harness;
mod meanwhile;
mod measured;
mod misbehaviour;
mod replies;
mod six_strategies;
mod soak;
mod without_scripts;

use anyhow::{Result, ensure};
use e2e::{Report, Session};

/// How slow the tests make a processor to be sure that a freeze is measured out and not counted out.
const SLOW: f64 = 4.0;

/// Checks that a value lies within a share of what it should be.
fn ensure_within(what: &str, value: f64, expected: f64, share: f64) -> Result<()> {
    ensure!(
        (value - expected).abs() <= expected * share,
        "{what} is {value:.1} and not within {:.0} % of {expected:.1}",
        share * 100.0
    );
    Ok(())
}

/// Checks that every arm came to the same result.
fn ensure_same_result(report: &Report, measure: &str) -> Result<()> {
    let mut results = Vec::new();
    for arm in &report.arms {
        results.push((arm.name.as_str(), arm.median(measure)?));
    }
    ensure!(
        results.windows(2).all(|pair| pair[0].1 == pair[1].1),
        "the arms differ in their {measure}: {results:?}"
    );
    Ok(())
}

/// Runs an example on a fresh page, checks that it comes out as the book expects, and gives its report.
async fn lesson(session: &Session, slug: &str) -> Result<Report> {
    let page = session.site.example(slug)?.page.clone();
    session.open(&page).await?;
    let (report, _) = session.panel(slug).run().await?;
    ensure!(
        report.outcome.as_deref() == Some("as-expected"),
        "{slug} comes out {:?}: {:#?}",
        report.outcome,
        report.findings
    );
    Ok(report)
}
