//! The lesson of `freeze`: waiting by a loop holds the page, waiting by a future does not.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::{Feature, Session, run, run_measured, run_measured_with};
use serde_json::{Value, json};

use crate::SLOW;
use crate::ensure_within;

e2e::tests! {
    Exclusive:
        the_loop_holds_the_page_and_the_future_does_not
        the_loop_holds_a_slow_machine_no_longer
        the_button_announces_the_freeze
        the_answer_is_written_into_the_page
        the_address_sets_how_long_it_freezes
        a_worker_draws_the_freeze_while_it_lasts
}

const SLUG: &str = "freeze";
const PAGE: &str = "index.html";
const LOOP: &str = "blocking loop";
const FUTURE: &str = "future";

/// How long the loop holds the page unless the reader chooses otherwise, in milliseconds.
const FREEZE: f64 = 1500.0;

fn the_loop_holds_the_page_and_the_future_does_not() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        lesson(session).await
    });
}

fn the_loop_holds_a_slow_machine_no_longer() {
    run_measured_with(&[Feature::Throttle], async |session| {
        session.open(PAGE).await?;
        session.throttle(SLOW).await?;
        lesson(session).await
    });
}

async fn lesson(session: &Session) -> Result<()> {
    session.start_heartbeat().await?;
    let (report, span) = session.panel(SLUG).run().await?;
    ensure!(
        report.variant_names() == [LOOP, FUTURE],
        "the variants are {:?}",
        report.variant_names()
    );
    let hold = report.median(LOOP, "stall")?;
    ensure_within("the loop's hold", hold, FREEZE, 0.25)?;
    let future = report.median(FUTURE, "stall")?;
    ensure!(
        future < 50.0,
        "the future holds the page for {future:.0} ms"
    );
    let felt = session.beat(span).await?.lateness;
    ensure!(
        felt >= hold * 0.9,
        "a hold of {hold:.0} ms is reported and {felt:.0} ms were felt"
    );
    Ok(())
}

fn the_button_announces_the_freeze() {
    run(async |session| {
        session.open(PAGE).await?;
        let buttons = session.panel(SLUG).buttons().await?;
        let run = buttons.iter().find(|name| name.starts_with("Run"));
        ensure!(
            run.is_some_and(|name| name.starts_with("Run: ") && name.contains("freeze")),
            "the button does not say what it does: {buttons:?}"
        );
        Ok(())
    });
}

fn the_answer_is_written_into_the_page() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        let before = panel.text().await?;
        ensure!(
            !before.to_lowercase().contains("here is your answer"),
            "{before}"
        );
        panel.run().await?;
        let after = panel.text().await?;
        ensure!(
            after.to_lowercase().contains("here is your answer"),
            "no answer appears: {after}"
        );
        Ok(())
    });
}

fn the_address_sets_how_long_it_freezes() {
    run_measured(async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=800")).await?;
        let (report, _) = session.panel(SLUG).run().await?;
        ensure!(
            report.params["ms"].as_f64() == Some(800.0),
            "the parameters are {:?}",
            report.params
        );
        ensure_within(
            "the loop's hold",
            report.median(LOOP, "stall")?,
            800.0,
            0.25,
        )
    });
}

/// The colour of a stall in the light theme.
const FELT: [u8; 3] = [0xcf, 0x3a, 0x1c];

fn a_worker_draws_the_freeze_while_it_lasts() {
    run_measured_with(&[Feature::Display], async |session| {
        session.open("index.html?freeze.ms=2000").await?;
        let panel = session.panel(SLUG);
        panel
            .script(
                "panel.shadowRoot.querySelector('.live').scrollIntoView({ block: 'center' })",
                Value::Null,
            )
            .await?;
        ensure!(session.count_on_display(FELT)? == 0);
        // Not awaited: no command reaches a frozen page.
        let run = "setTimeout(() => panel.run(args), 0)";
        panel.script(run, json!(LOOP)).await?;
        let mut seen = Vec::new();
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(4) {
            tokio::time::sleep(Duration::from_millis(100)).await;
            seen.push(session.count_on_display(FELT)?);
        }
        panel.wait_state(&["done"]).await?;
        let grown: BTreeSet<usize> = seen.iter().copied().filter(|count| *count > 0).collect();
        // Drawn at the thaw, it would come in one piece.
        ensure!(
            grown.len() >= 4,
            "of the colour of a stall there were {seen:?}"
        );
        Ok(())
    });
}
