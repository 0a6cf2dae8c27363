//! A run whose tab is hidden meanwhile.

use std::time::Duration;

use anyhow::ensure;
use e2e::{Feature, run_measured_with};

use crate::ensure_outcome;

e2e::tests! {
    Shared:
        a_run_in_a_hidden_tab_is_unmeasurable_and_the_next_one_is_not
}

const PAGE: &str = "index.html";
const SLUG: &str = "freeze";

fn a_run_in_a_hidden_tab_is_unmeasurable_and_the_next_one_is_not() {
    run_measured_with(&[Feature::HidingTab], async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel.run_variant("future").await?;
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
