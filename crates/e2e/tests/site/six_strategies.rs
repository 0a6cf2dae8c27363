//! The lesson of `six-strategies`: which of six ways of computing keep the page alive.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::{Feature, Report, Session, fastest, median, run, run_with};
use serde_json::json;

use crate::{SLOW, ensure_same_result, ensure_within};

const SLUG: &str = "six-strategies";
const PAGE: &str = "index.html";
const FREEZING: [&str; 3] = ["blocking", "async without a yield", "microtask yield"];
const YIELDING: [&str; 3] = ["timer slices", "best yield", "worker"];

/// How long a freezing arm freezes the page, in milliseconds.
const FREEZE: f64 = 1000.0;
/// A freeze is never longer than this.
const LONGEST: f64 = 3000.0;
/// How often each side of a comparison runs.
const ROUNDS: usize = 8;
/// A page that is never later than this feels alive.
const ALIVE: f64 = 50.0;

#[test]
fn the_arms_are_the_six_strategies_and_agree() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        let (report, _) = panel.run().await?;
        ensure!(
            report.arm_names() == [FREEZING, YIELDING].concat(),
            "the arms are {:?}",
            report.arm_names()
        );
        ensure_same_result(&report, "checksum")?;
        ensure!(
            panel.outcome().await?.as_deref() == Some("as-expected"),
            "{:#?}",
            report.findings
        );
        Ok(())
    });
}

#[test]
fn the_freezes_are_felt_as_long_as_they_are_reported() {
    run(async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        freezes(session).await
    });
}

#[test]
fn the_freezes_are_as_long_on_a_slow_machine() {
    run_with(&[Feature::Throttle], async |session| {
        session.open(PAGE).await?;
        session.throttle(SLOW).await?;
        session.start_heartbeat().await?;
        freezes(session).await
    });
}

async fn freezes(session: &Session) -> Result<()> {
    for arm in FREEZING {
        let (report, span) = session.panel(SLUG).run_arm(arm).await?;
        let hold = report.median(arm, "hold")?;
        let felt = session.beat(span).await?.lateness;
        ensure!(hold >= 500.0, "`{arm}` reports a hold of {hold:.0} ms");
        ensure!(
            felt >= hold * 0.9,
            "`{arm}` reports a hold of {hold:.0} ms and {felt:.0} ms were felt"
        );
        ensure!(felt <= LONGEST, "`{arm}` froze the page for {felt:.0} ms");
        ensure_within(&format!("the hold of `{arm}`"), hold, FREEZE, 0.25)?;
    }
    Ok(())
}

#[test]
fn the_page_stays_alive_under_the_other_strategies() {
    run(async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        for arm in YIELDING {
            // One late timer may be the machine's doing. An arm that holds the page does it each time.
            let (mut felt, mut held) = (Vec::new(), Vec::new());
            for _ in 0..5 {
                let (report, span) = session.panel(SLUG).run_arm(arm).await?;
                held.push(report.median(arm, "hold")?);
                felt.push(session.beat(span).await?.lateness);
            }
            ensure!(
                median(&felt) <= ALIVE,
                "under `{arm}` a timer was {felt:.0?} ms late ({held:.0?} ms reported)"
            );
        }
        Ok(())
    });
}

#[test]
fn the_best_yield_keeps_the_frames() {
    run_with(&[Feature::FramesBetweenTasks], async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        let idle = session.idle_beat(Duration::from_secs(1)).await?;
        let (_, span) = session.panel(SLUG).run_arm("best yield").await?;
        let busy = session.beat(span).await?;
        ensure!(
            busy.frame_rate() >= idle.frame_rate() * 0.8,
            "{:.0} frames a second are left of {:.0}",
            busy.frame_rate(),
            idle.frame_rate()
        );
        Ok(())
    });
}

#[test]
fn the_best_yield_costs_little() {
    run_with(&[Feature::CheapYield], async |session| {
        session.open(PAGE).await?;
        let mut totals: [Vec<f64>; 2] = Default::default();
        for _ in 0..ROUNDS {
            for (arm, totals) in ["blocking", "best yield"].into_iter().zip(&mut totals) {
                let (report, _) = session.panel(SLUG).run_arm(arm).await?;
                totals.push(report.median(arm, "total")?);
            }
        }
        let [blocking, yielding] = totals.map(|totals| fastest(&totals));
        let ratio = yielding / blocking;
        ensure!(
            ratio <= 1.10,
            "it takes {ratio:.3} times as long as blocking"
        );
        Ok(())
    });
}

#[test]
fn recording_leaves_the_ratios_as_they_are() {
    run_with(&[Feature::ManyRuns], async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=400")).await?;
        session
            .panel(SLUG)
            .script(
                "const bare = panel.cloneNode(true);
                const declaration = JSON.parse(panel.dataset.declaration);
                for (const arm of declaration.arms) arm.bare = true;
                bare.dataset.declaration = JSON.stringify(declaration);
                panel.after(bare);",
                json!(null),
            )
            .await?;
        // Both take turns, so that what the machine does meanwhile meets both.
        let mut runs: [Vec<Report>; 2] = Default::default();
        for run in 0..2 * ROUNDS {
            let (report, _) = session.nth_panel(SLUG, run % 2).run().await?;
            runs[run % 2].push(report);
        }
        let [recorded, bare] = runs;
        for arm in [FREEZING, YIELDING].concat() {
            let moved = ratio(&recorded, arm)? / ratio(&bare, arm)?;
            ensure!(
                (moved - 1.0).abs() <= 0.03,
                "recording moves `{arm}` by the factor {moved:.3}"
            );
        }
        Ok(())
    });
}

/// How many times as long as the plain loop an arm takes, both in their fastest run: whatever else a machine does can only slow a run down.
fn ratio(runs: &[Report], arm: &str) -> Result<f64> {
    let totals = |arm: &str| -> Result<Vec<f64>> {
        runs.iter().map(|run| run.median(arm, "total")).collect()
    };
    Ok(fastest(&totals(arm)?) / fastest(&totals("blocking")?))
}
