//! Bad input and broken files: a sentence in that panel, the rest of the page alive.

use anyhow::{Result, ensure};
use e2e::{Fault, Panel, Session, WAIT_LIMIT, run};
use serde_json::json;

use crate::axe;

e2e::tests! {
    Shared:
        a_parameter_out_of_range_is_refused
        a_parameter_that_is_no_number_is_refused
        a_parameter_typed_wrongly_is_refused
        a_missing_module_is_said_and_reset_recovers
        a_corrupt_module_is_said_and_reset_recovers
        a_module_that_breaks_off_is_said_and_reset_recovers
        without_the_module_of_all_panels_each_says_so_and_recovers
        a_module_that_does_not_come_keeps_nobody_else_waiting_once_it_is_stopped
        a_module_that_traps_ends_the_run_with_a_sentence
}

const PAGE: &str = "index.html?six-strategies.ms=400";
/// The same page with short runs.
const QUICK: &str = "index.html?six-strategies.ms=400&freeze.ms=200";
const SLUG: &str = "freeze";
/// The other example of that page, and a variant of it that is over soon.
const OTHER: (&str, &str) = ("six-strategies", "worker");
/// What `freeze.ms` is unless it is set.
const DEFAULT: f64 = 1500.0;

fn a_parameter_out_of_range_is_refused() {
    run(async |session| refused_in_address(session, "99999").await);
}

fn a_parameter_that_is_no_number_is_refused() {
    run(async |session| refused_in_address(session, "abc").await);
}

async fn refused_in_address(session: &Session, value: &str) -> Result<()> {
    session.open(&format!("{PAGE}&{SLUG}.ms={value}")).await?;
    let panel = session.panel(SLUG);
    ensure_alert(session, &panel).await?;
    let other = session.panel(OTHER.0).alerts().await?;
    ensure!(other.is_empty(), "the other panel says {other:?}");
    ensure_default(&panel).await
}

fn a_parameter_typed_wrongly_is_refused() {
    run(async |session| {
        session.open(PAGE).await?;
        for value in ["99999", "abc", ""] {
            let panel = session.panel(SLUG);
            type_number(&panel, "1500").await?;
            session
                .wait_for("the alert to go", WAIT_LIMIT, async || {
                    Ok(panel.alerts().await?.is_empty().then_some(()))
                })
                .await?;
            type_number(&panel, value).await?;
            ensure_alert(session, &panel).await?;
        }
        ensure_default(&session.panel(SLUG)).await
    });
}

/// Puts a value into the panel's one number input as typing does, and leaves it.
async fn type_number(panel: &Panel<'_>, value: &str) -> Result<()> {
    panel
        .script(
            "const value = args;
            const input = panel.shadowRoot.querySelector('input[type=number]');
            input.value = value;
            for (const kind of ['input', 'change', 'blur']) {
                input.dispatchEvent(new Event(kind, {bubbles: kind !== 'blur'}));
            }",
            json!(value),
        )
        .await
        .map(drop)
}

async fn ensure_alert(session: &Session, panel: &Panel<'_>) -> Result<()> {
    session
        .wait_for("a sentence in the panel", WAIT_LIMIT, async || {
            Ok((!panel.alerts().await?.is_empty()).then_some(()))
        })
        .await
}

async fn ensure_default(panel: &Panel<'_>) -> Result<()> {
    let (report, _) = panel.run().await?;
    ensure!(
        report.params["ms"].as_f64() == Some(DEFAULT),
        "it ran with {:?}",
        report.params
    );
    Ok(())
}

fn a_missing_module_is_said_and_reset_recovers() {
    run(async |session| recovers_from(session, Fault::Missing).await);
}

fn a_corrupt_module_is_said_and_reset_recovers() {
    run(async |session| recovers_from(session, Fault::Corrupt).await);
}

fn a_module_that_breaks_off_is_said_and_reset_recovers() {
    run(async |session| recovers_from(session, Fault::CutShort).await);
}

async fn recovers_from(session: &Session, fault: Fault) -> Result<()> {
    let wasm = session.site.example(SLUG)?.wasm.clone();
    break_file(session, &wasm, fault);
    session.open(QUICK).await?;
    let panel = session.panel(SLUG);
    fails(&panel).await?;
    let (slug, variant) = OTHER;
    session.panel(slug).run_variant(variant).await?;
    mend(session, &panel).await
}

fn without_the_module_of_all_panels_each_says_so_and_recovers() {
    run(async |session| {
        session.open(QUICK).await?;
        let named = "return [panel.dataset.panelWasm, panel.dataset.panelJs]";
        let panel = session.panel(SLUG);
        let named = panel.script(named, json!(null)).await?;
        for (file, fault) in [
            (&named[0], Fault::CutShort),
            (&named[0], Fault::Missing),
            (&named[1], Fault::Missing),
        ] {
            break_file(session, file.as_str().unwrap_or_default(), fault);
            session.open(QUICK).await?;
            let panel = session.panel(SLUG);
            fails(&panel).await?;
            axe::check(session, "[data-example=freeze]").await?;
            mend(session, &panel).await?;
        }
        Ok(())
    });
}

fn a_module_that_does_not_come_keeps_nobody_else_waiting_once_it_is_stopped() {
    run(async |session| {
        let wasm = session.site.example(SLUG)?.wasm.clone();
        session.server.break_file(&wasm, Fault::Silent);
        session.open(QUICK).await?;
        let (panel, other) = (session.panel(SLUG), session.panel(OTHER.0));
        panel.press("Run").await?;
        other.press(&format!("Run {}", OTHER.1)).await?;
        let waits = "return panel.shadowRoot.querySelector('.status').textContent";
        let waits = other.script(waits, json!(null)).await?;
        ensure!(
            waits
                .as_str()
                .is_some_and(|it| it.contains("Press Stop there")),
            "it says {waits}"
        );
        session.frames_pass(30).await?;
        ensure!(other.state().await? == "loading", "it has not waited");
        panel.press("Stop").await?;
        other.wait_state(&["done"]).await?;
        session.server.mend();
        panel.run().await?;
        Ok(())
    });
}

fn a_module_that_traps_ends_the_run_with_a_sentence() {
    run(async |session| {
        session.open(QUICK).await?;
        session.allow_console("no memory is left");
        let panel = session.panel(SLUG);
        panel.press("Run future").await?;
        panel.wait_state(&["running"]).await?;
        session
            .script("e2e.trap('no memory is left')", vec![])
            .await?;
        let state = panel.wait_state(&["failed", "done"]).await?;
        ensure!(state == "failed", "it is {state}");
        let alerts = panel.alerts().await?;
        ensure!(
            alerts[0]
                == "A module of this page has stopped: no memory is left. Press Run to try again.",
            "it says {alerts:?}"
        );
        panel.run().await?;
        session.panel(OTHER.0).run_variant(OTHER.1).await?;
        Ok(())
    });
}

fn break_file(session: &Session, file: &str, fault: Fault) {
    session.server.break_file(file, fault);
    // The browser's own line about the file that this test takes away.
    session.allow_console(&session.server.url(file));
}

/// Runs a panel that lacks something: it says what and what to do, and shows the recorded run.
pub(crate) async fn fails(panel: &Panel<'_>) -> Result<()> {
    panel.press("Run").await?;
    let state = panel.wait_state(&["failed", "done"]).await?;
    ensure!(state == "failed", "it is {state} without its module");
    let alerts = panel.alerts().await?;
    ensure!(
        alerts.len() == 1 && alerts[0].ends_with(". Press Run to try again."),
        "it says {alerts:?}"
    );
    ensure!(
        panel.raw_report().await?.is_null(),
        "a failed run has a report"
    );
    let recorded = "return panel.querySelector('figure').checkVisibility()";
    ensure!(
        panel.script(recorded, json!(null)).await? == true,
        "the recorded run does not show"
    );
    Ok(())
}

async fn mend(session: &Session, panel: &Panel<'_>) -> Result<()> {
    session.server.mend();
    panel.press("Reset").await?;
    panel.wait_state(&["idle"]).await?;
    let alerts = panel.alerts().await?;
    ensure!(alerts.is_empty(), "Reset leaves {alerts:?}");
    panel.run().await?;
    Ok(())
}
