//! Experiments that can fail: with one arm broken on purpose, each comes out unexpected.

use anyhow::{Result, ensure};
use e2e::{Session, run};
use url::form_urlencoded::byte_serialize;

#[test]
fn freeze_with_an_arm_broken_is_unexpected() {
    run(async |session| every_arm(session, "freeze").await);
}

#[test]
fn six_strategies_with_an_arm_broken_is_unexpected() {
    run(async |session| every_arm(session, "six-strategies").await);
}

#[test]
fn sum_callback_with_an_arm_broken_is_unexpected() {
    run(async |session| every_arm(session, "sum-callback").await);
}

#[test]
fn every_example_is_broken_here() {
    run(async |session| {
        let mut slugs: Vec<_> = session
            .site
            .examples
            .iter()
            .map(|example| example.slug.as_str())
            .collect();
        slugs.sort_unstable();
        ensure!(
            slugs == ["freeze", "six-strategies", "sum-callback"],
            "examples.json lists {slugs:?}: add the new one's test above"
        );
        Ok(())
    });
}

/// Breaks each arm in turn, and runs the whole.
pub(crate) async fn every_arm(session: &Session, slug: &str) -> Result<()> {
    let page = session.site.example(slug)?.page.clone();
    session.open(&page).await?;
    let (report, _) = session.panel(slug).run().await?;
    for arm in report.arm_names() {
        let value: String = byte_serialize(arm.as_bytes()).collect();
        session
            .open(&format!("{page}?{slug}.broken={value}"))
            .await?;
        let panel = session.panel(slug);
        let (report, _) = panel.run().await?;
        let outcome = panel.outcome().await?;
        ensure!(
            outcome.as_deref() == Some("unexpected"),
            "with `{arm}` broken the outcome is {outcome:?}: {:#?}",
            report.findings
        );
    }
    Ok(())
}
