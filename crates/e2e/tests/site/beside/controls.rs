//! The buttons of every panel, with its shortest settings.

use anyhow::{Context, Result, ensure};
use e2e::{Panel, run};
use serde_json::{Value, json};

use crate::contract::check_measures;

#[test]
fn every_panel_runs_one_arm_and_stops_and_resets() {
    run(async |session| {
        for example in &session.site.examples {
            session.open(&example.page).await?;
            let shortest = session.panel(&example.slug).settings("min").await?;
            session
                .open(&format!("{}?{shortest}", example.page))
                .await?;
            let panel = session.panel(&example.slug);
            check_controls(&panel)
                .await
                .with_context(|| example.slug.clone())?;
        }
        Ok(())
    });
}

async fn check_controls(panel: &Panel<'_>) -> Result<()> {
    let buttons = panel.buttons().await?;
    let arm = buttons
        .iter()
        .filter_map(|name| name.strip_prefix("Run ")?.split(": ").next())
        .next()
        .context("no arm has a button")?;
    let (alone, _) = panel.run_arm(arm).await?;
    ensure!(
        alone.arm_names() == [arm],
        "the report of `{arm}` alone holds {:?}",
        alone.arm_names()
    );
    check_measures(&alone)?;
    ensure!(
        panel.outcome().await?.is_none() && alone.outcome.is_none(),
        "one arm alone has an outcome"
    );
    let again = panel
        .script(
            "e2e.button(panel, 'Run').click(); return panel.dataset.state;",
            Value::Null,
        )
        .await?;
    ensure!(again != "done", "it is still done after Run was pressed");
    panel.press("Stop").await?;
    let state = panel.state().await?;
    ensure!(state == "ready", "Stop led to {state}");
    stop_in_mid_run(panel).await?;
    panel.press("Reset").await?;
    let state = panel.state().await?;
    ensure!(state == "idle", "Reset led to {state}");
    ensure!(
        panel.raw_report().await?.is_null() && panel.outcome().await?.is_none(),
        "Reset leaves something of the run"
    );
    Ok(())
}

/// Starts a run and stops it as soon as the panel says that it is running.
pub async fn stop_in_mid_run(panel: &Panel<'_>) -> Result<()> {
    panel
        .script(
            "const observer = new MutationObserver(() => {
                if (panel.dataset.state !== 'running') return;
                observer.disconnect();
                // A task of its own, as a reader's click is.
                setTimeout(() => e2e.button(panel, 'Stop').click());
            });
            observer.observe(panel, {attributes: true});
            e2e.button(panel, 'Run').click();",
            json!(null),
        )
        .await?;
    let state = panel.wait_state(&["ready", "done", "failed"]).await?;
    ensure!(state == "ready", "Stop led to {state}");
    Ok(())
}
