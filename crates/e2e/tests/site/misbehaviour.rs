//! Variants that panic, refuse, hang or ask in vain: a sentence in their panel, and a panel that works again.

use anyhow::{Context, Result, ensure};
use e2e::{Session, Site, project_root, run_on, two_of_three};

use crate::axe;

e2e::tests! {
    Shared:
        a_panic_is_told_with_its_place_and_leaves_the_other_panel_alone
        a_refusal_is_told_in_its_own_words
        what_fails_in_a_worker_is_told_in_the_panel
        a_variant_that_never_ends_is_given_up
        a_variant_that_hangs_can_be_stopped_and_the_panel_runs_on
}

const SLUG: &str = "faults";
/// The second panel of that page has the same name, which is what it is there for.
const FIRST: &str = "wasm-example:first-of-type";

/// Opens the book of faults, which is the built site with other chapters.
pub(crate) fn run(body: impl AsyncFnOnce(&Session) -> Result<()>) {
    run_on(site(), &[], body);
}

/// Opens it for a test of what is measured, by the rule of [`two_of_three`].
pub(crate) fn run_measured(body: impl AsyncFn(&Session) -> Result<()>) {
    run(async |session| two_of_three(async || body(session).await).await);
}

/// The book of faults.
pub(crate) fn site() -> Site {
    let site = project_root().and_then(|root| Site::in_folder(root.join("target/fixture")));
    site.expect("`cargo xtask test` builds the book of faults")
}

fn a_panic_is_told_with_its_place_and_leaves_the_other_panel_alone() {
    run(async |session| {
        for (variant, message) in [
            ("panics", "this variant panics at once"),
            ("panics later", "this variant panics later"),
        ] {
            fails(session, variant, &[message, "faults/src/lib.rs:"]).await?;
            session.nth_panel(SLUG, 1).run_variant("fine").await?;
            recovers(session).await?;
        }
        Ok(())
    });
}

fn a_refusal_is_told_in_its_own_words() {
    run(async |session| {
        fails(session, "refuses", &["This variant does not want to."]).await?;
        recovers(session).await
    });
}

fn what_fails_in_a_worker_is_told_in_the_panel() {
    run(async |session| {
        fails(session, "asks in vain", &["In the worker"]).await?;
        recovers(session).await
    });
}

fn a_variant_that_never_ends_is_given_up() {
    run(async |session| {
        fails(session, "hangs", &["within 10 s"]).await?;
        recovers(session).await
    });
}

fn a_variant_that_hangs_can_be_stopped_and_the_panel_runs_on() {
    run(async |session| {
        session.open("index.html").await?;
        let panel = session.panel(SLUG);
        panel.press("Run hangs").await?;
        panel.wait_state(&["running"]).await?;
        axe::check(session, FIRST).await?;
        ensure!(
            panel.state().await? == "running",
            "it was not looked at while it ran"
        );
        panel.press("Stop").await?;
        panel.wait_state(&["ready"]).await?;
        panel.run_variant("fine").await?;
        Ok(())
    });
}

/// Runs a variant that fails and checks what the panel says.
async fn fails(session: &Session, variant: &str, parts: &[&str]) -> Result<()> {
    session.open("index.html").await?;
    let panel = session.panel(SLUG);
    panel.press(&format!("Run {variant}")).await?;
    let state = panel.wait_state(&["done", "failed"]).await?;
    ensure!(state == "failed", "`{variant}` ended {state}");
    let alerts = panel.alerts().await?;
    let alert = alerts.first().context("the panel says nothing")?;
    for part in parts {
        ensure!(alert.contains(part), "`{variant}` said: {alert}");
    }
    ensure!(
        panel.raw_report().await?.is_null(),
        "`{variant}` left a report"
    );
    axe::check(session, FIRST).await
}

/// Resets the panel that has failed and runs a variant that goes well.
async fn recovers(session: &Session) -> Result<()> {
    let panel = session.panel(SLUG);
    panel.press("Reset").await?;
    panel.wait_state(&["idle"]).await?;
    panel.run_variant("fine").await?;
    Ok(())
}
