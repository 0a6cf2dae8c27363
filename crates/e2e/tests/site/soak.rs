//! Hidden runs, and runs as long as they get.

use std::time::Duration;

use anyhow::{Context, ensure};
use e2e::{Feature, run_with};

use crate::ensure_outcome;

const PAGE: &str = "index.html";
const SLUG: &str = "freeze";

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
            let longest = session.open_bound(slug, "max").await?;
            let (report, _) = session.panel(slug).run().await.context(longest.clone())?;
            ensure_outcome(&report, "as-expected").with_context(|| format!("with {longest}"))?;
        }
        Ok(())
    });
}
