//! Bad input and broken files: a sentence in that panel, the rest of the page alive.

use anyhow::{Result, ensure};
use e2e::{Fault, Panel, Session, WAIT_LIMIT, run};
use serde_json::json;

const PAGE: &str = "index.html";
const SLUG: &str = "freeze";
/// The other example of that page, and an arm of it that is over soon.
const OTHER: (&str, &str) = ("six-strategies", "worker");
/// What `freeze.ms` is unless it is set.
const DEFAULT: f64 = 1500.0;

#[test]
fn a_parameter_out_of_range_is_refused() {
    run(async |session| refused_in_address(session, "99999").await);
}

#[test]
fn a_parameter_that_is_no_number_is_refused() {
    run(async |session| refused_in_address(session, "abc").await);
}

async fn refused_in_address(session: &Session, value: &str) -> Result<()> {
    session.open(&format!("{PAGE}?{SLUG}.ms={value}")).await?;
    let panel = session.panel(SLUG);
    ensure_alert(session, &panel).await?;
    let other = session.panel(OTHER.0).alerts().await?;
    ensure!(other.is_empty(), "the other panel says {other:?}");
    ensure_default(&panel).await
}

#[test]
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

#[test]
fn a_missing_module_is_said_and_reset_recovers() {
    run(async |session| recovers_from(session, Fault::Missing).await);
}

#[test]
fn a_corrupt_module_is_said_and_reset_recovers() {
    run(async |session| recovers_from(session, Fault::Corrupt).await);
}

async fn recovers_from(session: &Session, fault: Fault) -> Result<()> {
    let wasm = session.site.example(SLUG)?.wasm.clone();
    session.server.break_file(&wasm, fault);
    // The browser's own line about the file that this test takes away.
    session.allow_console(&format!(
        "{} - Failed to load resource",
        session.server.url(&wasm)
    ));
    session.open(PAGE).await?;
    let panel = session.panel(SLUG);
    panel.press("Run").await?;
    let state = panel.wait_state(&["failed", "done"]).await?;
    ensure!(state == "failed", "it is {state} without its module");
    ensure_alert(session, &panel).await?;
    ensure!(
        panel.raw_report().await?.is_null(),
        "a failed run has a report"
    );
    let (slug, arm) = OTHER;
    session.panel(slug).run_arm(arm).await?;

    session.server.mend();
    panel.press("Reset").await?;
    panel.wait_state(&["idle"]).await?;
    let alerts = panel.alerts().await?;
    ensure!(alerts.is_empty(), "Reset leaves {alerts:?}");
    panel.run().await?;
    Ok(())
}
