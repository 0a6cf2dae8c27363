//! The buttons of every panel, with its shortest settings.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Panel, run};
use serde_json::{Value, json};

use crate::contract::check_measures;

e2e::tests! {
    Shared:
        every_panel_runs_one_variant_and_stops_and_resets
        a_run_is_announced_in_words_from_its_start_to_its_findings
        the_table_of_events_tells_what_the_timelines_show
}

fn every_panel_runs_one_variant_and_stops_and_resets() {
    run(async |session| {
        // There each example's own test does this before it breaks a variant.
        if session.can(Feature::ManyRuns) {
            return Ok(());
        }
        for page in session.some_of(session.site.pages_with_examples()?) {
            session.open_shortest(&page).await?;
            let examples = session.site.examples.iter();
            for example in examples.filter(|example| example.page == page) {
                check_controls(&session.panel(&example.slug))
                    .await
                    .with_context(|| example.slug.clone())?;
            }
        }
        Ok(())
    });
}

fn a_run_is_announced_in_words_from_its_start_to_its_findings() {
    run(async |session| {
        session.open("index.html?six-strategies.ms=400").await?;
        let panel = session.panel("six-strategies");
        panel
            .script(
                "const status = panel.shadowRoot.querySelector('[role=status]');
                window.heard = [];
                new MutationObserver(() => heard.push(status.textContent)).observe(status, {childList: true});",
                Value::Null,
            )
            .await?;
        let (report, _) = panel.run().await?;
        let heard = session.script("return heard", vec![]).await?;
        let heard: Vec<String> = serde_json::from_value(heard)?;
        let heard: Vec<&str> = heard.iter().map(String::as_str).collect();
        ensure!(
            heard.first() == Some(&"Loading."),
            "it began with {heard:?}"
        );
        for variant in report.variant_names() {
            let of_variant = heard
                .iter()
                .filter(|it| it.starts_with(&format!("{variant}: ")));
            let times = of_variant.count();
            ensure!(
                (1..=3).contains(&times),
                "{variant} was announced {times} times: {heard:?}"
            );
        }
        let end = heard.last().context("nothing is announced")?;
        for found in &report.findings {
            ensure!(end.contains(&found.why), "the end was: {end}");
        }
        ensure!(heard.len() <= 25, "too much is announced: {heard:?}");
        // Ticks are for the eye: the rest of the panel tells nothing by itself.
        let live = panel
            .script("return panel.shadowRoot.querySelectorAll('[aria-live=assertive], [role=timer], [role=log], progress[aria-live]').length", Value::Null)
            .await?;
        ensure!(live == 0, "{live} other parts announce themselves");
        Ok(())
    });
}

/// How many polls, and when the frames were.
type Told = (u64, Vec<u64>);

/// How many rows of the table of all events tell of a poll, and when the frames from the begin on were that stand below it; and the same from the trace, for each time that the variant ran, up to the last frame of the table: a disturbed run is repeated, and the most typical one is told.
const TOLD: &str = "
    const { traceEvents } = panel.trace();
    const runs = traceEvents.filter((it) => it.cat === 'task' && it.ph === 'B').map((it) => it.ts);
    const rows = [...panel.shadowRoot.querySelectorAll('.events tbody tr')].map((row) => row.cells[2].textContent);
    const [, listed] = / frames, at (.*) ms/.exec(panel.shadowRoot.querySelector('.events').textContent);
    const frames = listed.split(', ').filter((at) => !at.startsWith('−')).map(Number);
    const of = (nth, cat, ph) => traceEvents.filter((it) => it.cat === cat && it.ph === ph)
        .map((it) => Math.round((it.ts - runs[nth]) / 1000)).filter((at) => at >= 0);
    const polls = (nth) => of(nth, 'poll', 'B').filter((at) => !(at >= (runs[nth + 1] - runs[nth]) / 1000)).length;
    const until = (nth) => of(nth, 'frame', 'i').filter((at) => at <= frames.at(-1));
    return [
        [rows.filter((row) => / is polled /.test(row)).length, frames],
        runs.map((_, nth) => [polls(nth), until(nth)]),
    ];";

fn the_table_of_events_tells_what_the_timelines_show() {
    run(async |session| {
        session.open("index.html?freeze.ms=200").await?;
        let panel = session.panel("freeze");
        panel.run_variant("future").await?;
        let unfold = "panel.shadowRoot.querySelector('.measures').open = true";
        panel.script(unfold, json!(null)).await?;
        session.frames_pass(5).await?;
        let told = panel.script(TOLD, json!(null)).await?;
        let (table, trace): (Told, Vec<Told>) = serde_json::from_value(told)?;
        ensure!(
            table.0 > 1 && table.1.len() > 1 && trace.contains(&table),
            "polls and frames in the table are {table:?}, in the trace {trace:?}"
        );
        Ok(())
    });
}

/// Runs one variant of a panel, stops it at two moments, and resets it.
pub async fn check_controls(panel: &Panel<'_>) -> Result<()> {
    let buttons = panel.buttons().await?;
    let variant = buttons
        .iter()
        .filter_map(|name| name.strip_prefix("Run ")?.split(": ").next())
        .next()
        .context("no variant has a button")?;
    let (alone, _) = panel.run_variant(variant).await?;
    ensure!(
        alone.variant_names() == [variant],
        "the report of `{variant}` alone holds {:?}",
        alone.variant_names()
    );
    check_measures(&alone)?;
    ensure!(
        panel.outcome().await?.is_none() && alone.outcome.is_none(),
        "one variant alone has an outcome"
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
