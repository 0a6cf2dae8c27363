//! The browser's own trace of a run, beside the events of the panel: both must tell the same.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Session, TraceEvent, run_with};

use crate::measured::{polls, trace};

const PAGE: &str = "index.html";
const SLUG: &str = "six-strategies";
/// From here on a task is a long one, in microseconds.
const LONG: f64 = 50_000.0;

/// A stretch of time: begin and end, in microseconds of the page's clock.
type Span = (f64, f64);

#[test]
fn the_browsers_long_tasks_are_the_panels_long_polls() {
    run_with(&[Feature::Trace], async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=400")).await?;
        mark(session).await?;
        let mut own = Vec::new();
        let mut arms = Vec::new();
        for (slug, runs) in [("freeze", 1), (SLUG, 3)] {
            for _ in 0..runs {
                let panel = session.panel(slug);
                panel.run().await?;
                let events = trace(&panel).await?;
                own.extend(polls(&events));
                arms.extend(arm_spans(&events));
            }
        }
        let inside = |task: &Span| arms.iter().any(|arm| overlap(task, arm) > 0.0);
        let tasks = page_tasks(session).await?;
        let tasks: Vec<Span> = tasks.into_iter().filter(is_long).filter(inside).collect();
        ensure!(tasks.len() >= 10, "the browser tells of {tasks:.0?} alone");
        let told = tasks.iter().filter(|task| is_told(task, &own)).count();
        ensure!(
            told as f64 >= 0.95 * tasks.len() as f64,
            "of {} long tasks {told} are told: {tasks:.0?}",
            tasks.len()
        );
        Ok(())
    });
}

#[test]
fn the_polls_take_as_long_as_the_page_is_busy() {
    run_with(&[Feature::Trace], async |session| {
        session.open(PAGE).await?;
        mark(session).await?;
        let panel = session.panel(SLUG);
        let mut arms = Vec::new();
        for arm in ["blocking", "timer slices", "best yield"] {
            panel.run_arm(arm).await?;
            arms.push((arm, polls(&trace(&panel).await?)));
        }
        let tasks = page_tasks(session).await?;
        for (arm, polls) in arms {
            let polled = |task: &&Span| polls.iter().any(|poll| overlap(task, poll) > 0.0);
            let busy: f64 = tasks
                .iter()
                .filter(polled)
                .map(|task| task.1 - task.0)
                .sum();
            let told: f64 = polls.iter().map(|poll| poll.1 - poll.0).sum();
            ensure!(
                (told / busy - 1.0).abs() <= 0.05,
                "`{arm}` was polled for {told:.0} µs, and the page's thread was busy with it for {busy:.0} µs"
            );
        }
        Ok(())
    });
}

/// Whether the polls within a task of the browser's begin and end when it does, and fill it.
fn is_told(task: &Span, polls: &[Span]) -> bool {
    let near = |one: f64, other: f64| (one - other).abs() <= 5_000.0;
    let within: Vec<&Span> = polls
        .iter()
        .filter(|poll| overlap(task, poll) > 0.0)
        .collect();
    let (Some(first), Some(last)) = (within.first(), within.last()) else {
        return false;
    };
    let filled: f64 = within.iter().map(|poll| poll.1 - poll.0).sum();
    near(first.0, task.0) && near(last.1, task.1) && filled >= 0.95 * (task.1 - task.0)
}

fn is_long(span: &Span) -> bool {
    span.1 - span.0 >= LONG
}

/// How long two spans coincide; negative where they lie apart.
fn overlap(one: &Span, other: &Span) -> f64 {
    one.1.min(other.1) - one.0.max(other.0)
}

/// From when to when each arm ran.
fn arm_spans(events: &[crate::measured::Event]) -> Vec<Span> {
    let polls = polls(events);
    let first = polls.first().map(|poll| poll.0);
    let last = polls.last().map(|poll| poll.1);
    first.zip(last).into_iter().collect()
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
