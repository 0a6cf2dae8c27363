//! The browser's own trace of a run, beside the events of the panel: both must tell the same.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Session, TraceEvent, median, run_measured_with};

use crate::measured::{Event, polls, trace};

e2e::tests! {
    Exclusive:
        the_browsers_long_tasks_are_the_panels_long_polls
        the_polls_take_as_long_as_the_page_is_busy
}

const PAGE: &str = "index.html";
const SLUG: &str = "six-strategies";
/// From here on a task is a long one, in microseconds.
const LONG: f64 = 50_000.0;

/// How often each variant runs.
const RUNS: usize = 5;
/// How far two clocks' accounts of the same task may lie apart, in microseconds.
const NEAR: f64 = 5_000.0;
/// The page's clock is coarse: what coincides by less than this lies side by side, in microseconds.
const CLOCK: f64 = 200.0;

/// A stretch of time: begin and end, in microseconds of the page's clock.
type Span = (f64, f64);

fn the_browsers_long_tasks_are_the_panels_long_polls() {
    run_measured_with(&[Feature::Trace], async |session| {
        session
            .open(&format!("{PAGE}?{SLUG}.ms=400&freeze.ms=400"))
            .await?;
        mark(session).await?;
        let mut recorded = Vec::new();
        for (slug, variant) in [
            ("freeze", "blocking loop"),
            (SLUG, "blocking"),
            (SLUG, "async without a yield"),
            (SLUG, "microtask yield"),
        ] {
            for _ in 0..RUNS {
                let panel = session.panel(slug);
                panel.run_variant(variant).await?;
                recorded.push((variant, trace(&panel).await?));
            }
        }
        let tasks = page_tasks(session).await?;
        for runs in recorded.chunks(RUNS) {
            let (mut begins, mut ends) = (Vec::new(), Vec::new());
            for (variant, events) in runs {
                let own = held(events).with_context(|| format!("`{variant}` was not polled"))?;
                let long = |task: &&Span| is_long(task) && overlap(task, &own) > CLOCK;
                let tasks: Vec<&Span> = tasks.iter().filter(long).collect();
                ensure!(
                    tasks.len() == 1,
                    "`{variant}` ran in {own:.0?}, and the browser tells of the long tasks {tasks:.0?}"
                );
                begins.push(own.0 - tasks[0].0);
                ends.push(tasks[0].1 - own.1);
            }
            // A machine with other work to do may pause in between; what is the panel's doing is there each time.
            ensure!(
                median(&begins).abs() <= NEAR && median(&ends).abs() <= NEAR,
                "`{}` begins {begins:.0?} µs late and ends {ends:.0?} µs early",
                runs[0].0
            );
        }
        Ok(())
    });
}

fn the_polls_take_as_long_as_the_page_is_busy() {
    run_measured_with(&[Feature::Trace], async |session| {
        session.open(PAGE).await?;
        mark(session).await?;
        let panel = session.panel(SLUG);
        let mut variants = Vec::new();
        for variant in ["blocking", "timer slices", "best yield"] {
            panel.run_variant(variant).await?;
            variants.push((variant, polls(&trace(&panel).await?)));
        }
        let tasks = page_tasks(session).await?;
        for (variant, polls) in variants {
            // The share of each task that the polls fill; the median, because what the machine does in between is no part of either.
            let within = |task: &Span| polls.iter().map(|poll| overlap(task, poll).max(0.0)).sum();
            let shares: Vec<f64> = tasks
                .iter()
                .filter(|task| polls.iter().any(|poll| overlap(task, poll) > CLOCK))
                .map(|task| f64::min(within(task), task.1 - task.0) / (task.1 - task.0))
                .collect();
            ensure!(
                median(&shares) >= 0.95,
                "`{variant}` was polled for {:.3} of the time that its tasks took",
                median(&shares)
            );
        }
        Ok(())
    });
}

fn is_long(span: &Span) -> bool {
    span.1 - span.0 >= LONG
}

/// How long two spans coincide; negative where they lie apart.
fn overlap(one: &Span, other: &Span) -> f64 {
    one.1.min(other.1) - one.0.max(other.0)
}

/// From when to when a variant held the page's thread: from its first poll until it was over.
fn held(events: &[Event]) -> Option<Span> {
    let begin = polls(events).first()?.0;
    let mut ends = events
        .iter()
        .filter(|event| (event.cat.as_str(), event.ph.as_str()) == ("task", "E"));
    Some((begin, ends.next()?.ts))
}

/// Leaves a mark that both clocks know.
async fn mark(session: &Session) -> Result<()> {
    session
        .script("performance.mark('clocks')", vec![])
        .await
        .map(drop)
}

/// The tasks that the browser ran on the page's thread, by the page's clock.
async fn page_tasks(session: &Session) -> Result<Vec<Span>> {
    let events = session.trace().await?;
    let mark: &TraceEvent = events
        .iter()
        .find(|event| event.name == "clocks")
        .context("the browser's trace has no mark of ours")?;
    let start = mark.args["data"]["startTime"]
        .as_f64()
        .context("the mark has no time of the page's")?;
    let origin = mark.ts - start * 1000.0;
    let own = events
        .iter()
        .filter(|event| event.name == "RunTask" && (event.pid, event.tid) == (mark.pid, mark.tid));
    Ok(own
        .map(|task| (task.ts - origin, task.ts + task.dur - origin))
        .collect())
}
