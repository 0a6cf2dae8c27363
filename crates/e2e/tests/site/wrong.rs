//! Experiments that can fail: with a variant broken on purpose, each comes out unexpected; without, it does not, with its shortest settings and after Stop and Reset either.
//!
//! They come last by the name of this file: many need several cores, which the verdict board needs as well.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Session, run, run_measured};
use url::form_urlencoded::byte_serialize;

use crate::contract::run_after_stop_and_reset;

/// A test for each example, named by its slug, and the list of all of them.
macro_rules! broken {
    ($($test:ident $slug:literal)*) => {
        $(
            #[test]
            fn $test() {
                // Rules know no engine, so one engine is enough to see that they can fail.
                e2e::run_measured_with(&[e2e::Feature::ManyRuns], async |session| {
                    one_variant(session, $slug).await
                });
            }
        )*

        /// The examples that are tested here.
        pub(super) const TESTED: &[&str] = &[$($slug),*];
    };
}

broken! {
    ajax_with_a_variant_broken_is_unexpected "ajax"
    arrival_with_a_variant_broken_is_unexpected "arrival"
    asyncio_with_a_variant_broken_is_unexpected "asyncio"
    blocking_sleep_with_a_variant_broken_is_unexpected "blocking-sleep"
    by_hand_with_a_variant_broken_is_unexpected "by-hand"
    callback_fate_with_a_variant_broken_is_unexpected "callback-fate"
    coupling_with_a_variant_broken_is_unexpected "coupling"
    dashboard_with_a_variant_broken_is_unexpected "dashboard"
    database_with_a_variant_broken_is_unexpected "database"
    deadlock_with_a_variant_broken_is_unexpected "deadlock"
    dinner_with_a_variant_broken_is_unexpected "dinner"
    edits_with_a_variant_broken_is_unexpected "edits"
    facilities_with_a_variant_broken_is_unexpected "facilities"
    faster_with_a_variant_broken_is_unexpected "faster"
    five_jobs_with_a_variant_broken_is_unexpected "five-jobs"
    five_ways_with_a_variant_broken_is_unexpected "five-ways"
    four_corners_with_a_variant_broken_is_unexpected "four-corners"
    freeze_with_a_variant_broken_is_unexpected "freeze"
    hot_and_cold_with_a_variant_broken_is_unexpected "hot-and-cold"
    hung_with_a_variant_broken_is_unexpected "hung"
    ideas_with_a_variant_broken_is_unexpected "ideas"
    in_flight_with_a_variant_broken_is_unexpected "in-flight"
    in_order_with_a_variant_broken_is_unexpected "in-order"
    interleavings_with_a_variant_broken_is_unexpected "interleavings"
    ladder_with_a_variant_broken_is_unexpected "ladder"
    lanes_with_a_variant_broken_is_unexpected "lanes"
    lasting_with_a_variant_broken_is_unexpected "lasting"
    losers_with_a_variant_broken_is_unexpected "losers"
    lost_errors_with_a_variant_broken_is_unexpected "lost-errors"
    lost_updates_with_a_variant_broken_is_unexpected "lost-updates"
    mail_and_report_with_a_variant_broken_is_unexpected "mail-and-report"
    marks_with_a_variant_broken_is_unexpected "marks"
    metrics_with_a_variant_broken_is_unexpected "metrics"
    missing_await_with_a_variant_broken_is_unexpected "missing-await"
    nesting_with_a_variant_broken_is_unexpected "nesting"
    notations_with_a_variant_broken_is_unexpected "notations"
    on_hold_with_a_variant_broken_is_unexpected "on-hold"
    one_cell_with_a_variant_broken_is_unexpected "one-cell"
    one_click_with_a_variant_broken_is_unexpected "one-click"
    one_request_with_a_variant_broken_is_unexpected "one-request"
    order_puzzle_with_a_variant_broken_is_unexpected "order-puzzle"
    outcomes_with_a_variant_broken_is_unexpected "outcomes"
    overlap_with_a_variant_broken_is_unexpected "overlap"
    panics_with_a_variant_broken_is_unexpected "panics"
    pending_with_a_variant_broken_is_unexpected "pending"
    permits_with_a_variant_broken_is_unexpected "permits"
    pipeline_with_a_variant_broken_is_unexpected "pipeline"
    placeholder_with_a_variant_broken_is_unexpected "placeholder"
    reactions_with_a_variant_broken_is_unexpected "reactions"
    readiness_with_a_variant_broken_is_unexpected "readiness"
    reading_with_a_variant_broken_is_unexpected "reading"
    ready_or_not_with_a_variant_broken_is_unexpected "ready-or-not"
    repeatable_with_a_variant_broken_is_unexpected "repeatable"
    retries_with_a_variant_broken_is_unexpected "retries"
    rows_with_a_variant_broken_is_unexpected "rows"
    schedules_with_a_variant_broken_is_unexpected "schedules"
    scopes_with_a_variant_broken_is_unexpected "scopes"
    search_box_with_a_variant_broken_is_unexpected "search-box"
    server_with_a_variant_broken_is_unexpected "server"
    six_strategies_with_a_variant_broken_is_unexpected "six-strategies"
    slices_with_a_variant_broken_is_unexpected "slices"
    small_things_with_a_variant_broken_is_unexpected "small-things"
    smallest_with_a_variant_broken_is_unexpected "smallest"
    stack_names_with_a_variant_broken_is_unexpected "stack-names"
    stale_search_with_a_variant_broken_is_unexpected "stale-search"
    state_machine_with_a_variant_broken_is_unexpected "state-machine"
    steps_with_a_variant_broken_is_unexpected "steps"
    sum_callback_with_a_variant_broken_is_unexpected "sum-callback"
    ten_tasks_with_a_variant_broken_is_unexpected "ten-tasks"
    three_waits_with_a_variant_broken_is_unexpected "three-waits"
    waiter_with_a_variant_broken_is_unexpected "waiter"
    waiters_with_a_variant_broken_is_unexpected "waiters"
    who_calls_with_a_variant_broken_is_unexpected "who-calls"
    who_writes_with_a_variant_broken_is_unexpected "who-writes"
}

/// In one engine every example's own test does this; the others are asked by the panels of the front page.
#[test]
fn a_run_after_stop_and_reset_is_like_the_first_and_leaves_other_panels_alone() {
    run_measured(async |session| {
        if session.can(Feature::ManyRuns) {
            return Ok(());
        }
        for slug in ["freeze", "six-strategies"] {
            session.open_shortest("index.html").await?;
            run_after_stop_and_reset(session, &session.panel(slug)).await?;
        }
        Ok(())
    });
}

/// The examples that need several cores, which come last by this name: one waits for another, and no other for them.
mod with_cores {
    use super::one_variant;

    broken! {
        bystanders_with_a_variant_broken_is_unexpected "bystanders"
        chooser_with_a_variant_broken_is_unexpected "chooser"
        counting_with_a_variant_broken_is_unexpected "counting"
        documents_with_a_variant_broken_is_unexpected "documents"
        four_ways_with_a_variant_broken_is_unexpected "four-ways"
        idle_with_a_variant_broken_is_unexpected "idle"
        kitchen_with_a_variant_broken_is_unexpected "kitchen"
        mandelbrot_with_a_variant_broken_is_unexpected "mandelbrot"
        swamp_with_a_variant_broken_is_unexpected "swamp"
        threads_with_a_variant_broken_is_unexpected "threads"
    }
}

#[test]
fn every_example_is_broken_here() {
    run(async |session| {
        let examples = session.site.examples.iter();
        let mut slugs: Vec<_> = examples.map(|example| example.slug.as_str()).collect();
        slugs.sort_unstable();
        let mut tested = [TESTED, with_cores::TESTED].concat();
        tested.sort_unstable();
        ensure!(
            slugs == tested,
            "examples.json lists {slugs:?}: add the new one's test above"
        );
        Ok(())
    });
}

/// Where the first variant is no more than a few cores away from its opposite, another one tells.
const NOT_THE_FIRST: [(&str, &str); 1] = [("swamp", "no limit")];

/// Runs the whole with its shortest settings, after a run that was stopped and reset, and then with its first variant broken as well.
///
/// One variant shows that breaking reaches the rules in a browser; the host's tests put every variant's opposite through them.
pub(crate) async fn one_variant(session: &Session, slug: &str) -> Result<()> {
    let page = &session.site.example(slug)?.page;
    let shortest = session.open_shortest(page).await?;
    let panel = session.panel(slug);
    let report = run_after_stop_and_reset(session, &panel)
        .await
        .with_context(|| shortest.clone())?;
    let names = report.variant_names();
    let other = NOT_THE_FIRST.iter().find(|(own, _)| *own == slug);
    let variant = match other {
        Some((_, name)) => *name,
        None => *names.first().context("it has no variants")?,
    };
    let value: String = byte_serialize(variant.as_bytes()).collect();
    session
        .open(&format!("{shortest}&{slug}.broken={value}"))
        .await?;
    let (report, _) = panel.run().await?;
    let outcome = panel.outcome().await?;
    ensure!(
        outcome.as_deref() == Some("unexpected"),
        "with `{variant}` broken the outcome is {outcome:?}: {:#?}",
        report.findings
    );
    Ok(())
}
