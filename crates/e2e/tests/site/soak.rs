//! Many runs in a row, hidden runs, and runs as long as they get.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Session, run_with};
use serde_json::{Value, json};

use crate::ensure_outcome;

const PAGE: &str = "index.html";
const SLUG: &str = "freeze";
/// How many runs in a row must leave nothing behind, and after how many everything is there that stays.
const RUNS: u32 = 200;
const SETTLED: u32 = 10;

#[test]
fn two_hundred_runs_leave_nothing_behind() {
    run_with(&[Feature::Counters], async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=200")).await?;
        runs(session, SETTLED).await?;
        let settled = left_behind(session).await?;
        runs(session, RUNS - SETTLED).await?;
        let left = left_behind(session).await?;
        ensure!(
            left == settled,
            "{left} are left, and {settled} were after {SETTLED} runs"
        );
        Ok(())
    });
}

/// Runs the way that is never repeated again and again; by a script, because each word with the driver costs more than the run.
async fn runs(session: &Session, count: u32) -> Result<()> {
    for _ in 0..count / SETTLED {
        session
            .async_script(
                "const panel = e2e.panel(arguments[0], 0);
                for (let i = 0; i < arguments[1]; i++) {
                    const done = new Promise((resolve) => panel.addEventListener('wasm-example-done', resolve, {once: true}));
                    e2e.button(panel, 'Run blocking loop').click();
                    await done;
                }",
                vec![json!(SLUG), json!(SETTLED)],
            )
            .await?;
    }
    Ok(())
}

/// What a run could leave behind: bytes of each module's memory, workers, listeners.
async fn left_behind(session: &Session) -> Result<Value> {
    let own = session
        .async_script(
            "const memories = await e2e.memories();
            return {memories, workers: e2e.workers};",
            vec![],
        )
        .await?;
    ensure!(
        own["memories"].as_array().is_some_and(|all| all.len() == 2),
        "not the panel's memory and the example's: {own}"
    );
    Ok(json!([own, session.listeners().await?]))
}

#[test]
fn a_run_in_a_hidden_tab_is_unmeasurable_and_the_next_one_is_not() {
    run_with(&[Feature::HidingTab], async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel.run_arm("future").await?;
        panel.press("Run").await?;
        let page = session.hide().await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        session.show(page).await?;
        panel.wait_state(&["done"]).await?;
        let report = panel.report().await?;
        ensure_outcome(&report, "unmeasurable")?;
        let why = &report.findings[0].why;
        ensure!(why.contains("hidden"), "{why}");
        let (report, _) = panel.run().await?;
        ensure_outcome(&report, "as-expected")?;
        Ok(())
    });
}

#[test]
fn every_example_runs_with_its_longest_settings() {
    run_with(&[Feature::ManyRuns], async |session| {
        for example in &session.site.examples {
            let slug = &example.slug;
            session.open(&example.page).await?;
            let longest = session.panel(slug).settings("max").await?;
            session.open(&format!("{}?{longest}", example.page)).await?;
            let (report, _) = session.panel(slug).run().await.context(longest.clone())?;
            ensure_outcome(&report, "as-expected").with_context(|| format!("with {longest}"))?;
        }
        Ok(())
    });
}
