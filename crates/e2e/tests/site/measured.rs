//! What is measured is what happened: the recorder, the witnesses and the runner, checked from outside.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Mouse, Panel, Session, median, run, run_measured, run_measured_with};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::ensure_outcome;
use crate::misbehaviour;

e2e::tests! {
    Exclusive:
        freeze_is_seen_by_a_worker_while_the_page_draws_nothing
        freeze_keeps_a_click_waiting_for_the_rest_of_the_block
        freeze_is_a_long_task_to_the_browser_too
        tasks_end_as_often_as_they_begin_and_are_polled_when_woken_and_never_after_their_drop
        tasks_raise_the_complaint_that_fits_them
        tasks_that_wake_themselves_are_at_most_twice_as_slow_when_recorded
        crowd_is_not_measurable_without_its_cores_and_repeats_as_declared
        two_panels_run_one_after_the_other
        timeline_tells_of_what_is_asked_by_keys
}

const FREEZE: &str = "freeze";
const PAGE: &str = "index.html";
const TASKS: &str = "tasks";
const TASKS_PAGE: &str = "tasks.html";

/// One event in the Trace Event Format; times in microseconds.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) cat: String,
    pub(crate) ph: String,
    pub(crate) ts: f64,
    #[serde(default)]
    pub(crate) args: Value,
}

impl Event {
    fn task(&self) -> Option<u64> {
        self.args["task"].as_u64()
    }
}

/// The events of the panel's last run.
pub(crate) async fn trace(panel: &Panel<'_>) -> Result<Vec<Event>> {
    let mut trace = panel.script("return panel.trace()", json!(null)).await?;
    Ok(serde_json::from_value(trace["traceEvents"].take())?)
}

/// The polls, each with its begin and its end.
pub(crate) fn polls(events: &[Event]) -> Vec<(f64, f64)> {
    let polls = events.iter().filter(|event| event.cat == "poll");
    let times: Vec<(&str, f64)> = polls.map(|event| (event.ph.as_str(), event.ts)).collect();
    times
        .windows(2)
        .filter(|pair| (pair[0].0, pair[1].0) == ("B", "E"))
        .map(|pair| (pair[0].1, pair[1].1))
        .collect()
}

/// The longest poll.
fn longest_poll(events: &[Event]) -> Result<(f64, f64)> {
    polls(events)
        .into_iter()
        .max_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)))
        .context("nothing was polled")
}

fn freeze_is_seen_by_a_worker_while_the_page_draws_nothing() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(FREEZE);
        let (report, _) = panel.run_variant("blocking loop").await?;
        let events = trace(&panel).await?;
        let (begin, end) = longest_poll(&events)?;
        let during = |cat: &str| {
            let inside = |event: &&Event| event.ts > begin && event.ts < end;
            let own = events.iter().filter(|event| event.cat == cat);
            own.filter(inside).count()
        };
        ensure!(during("frame") == 0, "{} frames", during("frame"));
        ensure!(
            during("heartbeat") >= 75,
            "{} beats in {:.0} ms",
            during("heartbeat"),
            (end - begin) / 1000.0
        );
        let hold = report.median("blocking loop", "stall")?;
        let silence = report.median("blocking loop", "silence")?;
        ensure!(
            silence >= hold * 0.9,
            "the worker heard nothing for {silence:.0} ms, the hold is {hold:.0} ms"
        );
        Ok(())
    });
}

fn freeze_keeps_a_click_waiting_for_the_rest_of_the_block() {
    run_measured_with(&[Feature::InputInBlock], async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(FREEZE);
        let mut mouse = Mouse::connect(session).await?;
        let mut off = Vec::new();
        for after in [600, 700, 800, 900, 1000] {
            let (x, y) = panel.centre("Click me").await?;
            panel.press("Run blocking loop").await?;
            tokio::time::sleep(Duration::from_millis(after)).await;
            mouse.click_at(x, y).await?;
            panel.wait_state(&["done"]).await?;
            let events = trace(&panel).await?;
            let (begin, end) = longest_poll(&events)?;
            let click = events.iter().find(|event| event.cat == "input");
            let click = click.context("nobody heard the click")?;
            ensure!(
                begin < click.ts && click.ts < end,
                "the click at {:.0} µs is not in the block from {begin:.0} to {end:.0}",
                click.ts
            );
            let heard = click.args["heard"].as_f64().context("it has no time")?;
            off.push((heard - end) / 1000.0);
        }
        // What else the machine does can delay one of them.
        ensure!(
            (0.0..=20.0).contains(&median(&off)),
            "the clicks were heard {off:.1?} ms after the block"
        );
        Ok(())
    });
}

fn freeze_is_a_long_task_to_the_browser_too() {
    run_measured_with(&[Feature::LongTasks], async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(FREEZE);
        let (report, _) = panel.run_variant("blocking loop").await?;
        let task = report.median("blocking loop", "long_task")?;
        let total = report.median("blocking loop", "total")?;
        ensure!(
            (task - total).abs() <= 5.0,
            "the browser tells of {task:.1} ms, the panel of {total:.1} ms"
        );
        Ok(())
    });
}

fn tasks_end_as_often_as_they_begin_and_are_polled_when_woken_and_never_after_their_drop() {
    misbehaviour::run(async |session| {
        for variant in ["three timers", "lost"] {
            session.open(TASKS_PAGE).await?;
            let panel = session.panel(TASKS);
            panel.run_variant(variant).await?;
            let events = trace(&panel).await?;
            // A variant that was late by accident runs again, and each of its runs has tasks of its own.
            let begins = |event: &Event| event.cat == "task" && event.ph == "B";
            ensure!(events.iter().any(begins), "`{variant}` never begins");
            for events in events.split(begins).skip(1) {
                check_tasks(events).with_context(|| format!("`{variant}`"))?;
            }
        }
        Ok(())
    });
}

fn check_tasks(events: &[Event]) -> Result<()> {
    let mut tasks: Vec<u64> = events.iter().filter_map(Event::task).collect();
    tasks.sort_unstable();
    tasks.dedup();
    ensure!(tasks.len() >= 2, "its tasks are {tasks:?}");
    for task in tasks {
        let own = events.iter().filter(|event| event.task() == Some(task));
        let own: Vec<(&str, &str)> = own
            .map(|event| (event.name.as_str(), event.ph.as_str()))
            .collect();
        check_life(task, &own).with_context(|| format!("task {task}: {own:?}"))?;
    }
    Ok(())
}

/// Checks the events of one task, each as name and phase.
///
/// The variant's own future, task 0, is polled by the executor and only when woken; the others by a join within it, which may ask all of its parts when one is woken.
fn check_life(task: u64, events: &[(&str, &str)]) -> Result<()> {
    let (mut woken, mut open, mut dropped, mut begins) = (true, false, false, 0);
    for event in events {
        match *event {
            ("poll", "B") => {
                ensure!(!dropped, "it is polled after its drop");
                ensure!(!open, "it is polled within its own poll");
                ensure!(woken || task != 0, "it is polled without a wake");
                (open, woken) = (true, false);
                begins += 1;
            }
            ("poll", _) => {
                ensure!(open, "a poll ends that never began");
                open = false;
            }
            ("wake", _) => woken = true,
            ("drop", _) => dropped = true,
            _ => {}
        }
    }
    ensure!(!open, "a poll never ends");
    ensure!(begins > 0, "it is never polled");
    Ok(())
}

fn tasks_raise_the_complaint_that_fits_them() {
    misbehaviour::run(async |session| {
        session.open(TASKS_PAGE).await?;
        let panel = session.panel(TASKS);
        panel.run().await?;
        let lints = "return panel.shadowRoot.querySelector('.lints').textContent";
        let text = panel.script(lints, json!(null)).await?.to_string();
        for complaint in [
            "‘forgotten’ in ‘lost’ waits, and its waker was never called",
            "‘one task’ woke itself: 10,000 of 10,000 wakes",
        ] {
            ensure!(text.contains(complaint), "nobody says {complaint}: {text}");
        }
        for innocent in ["peel’ in", "chop’ in", "boil’ in", "three timers’ w"] {
            ensure!(!text.contains(innocent), "{text}");
        }
        Ok(())
    });
}

fn tasks_that_wake_themselves_are_at_most_twice_as_slow_when_recorded() {
    misbehaviour::run_measured(async |session| {
        session.open(TASKS_PAGE).await?;
        let (report, _) = session.panel(TASKS).run().await?;
        let recorded = report.fastest("one task", "hop")?;
        let bare = report.fastest("one task, bare", "hop")?;
        ensure!(
            recorded <= 2.0 * bare,
            "a hop takes {recorded:.2} µs recorded and {bare:.2} µs bare"
        );
        Ok(())
    });
}

fn crowd_is_not_measurable_without_its_cores_and_repeats_as_declared() {
    misbehaviour::run(async |session| {
        session.open(TASKS_PAGE).await?;
        let panel = session.panel("crowd");
        // `run` would wait for the cores to become free.
        let (report, _) = panel.run_by("Run").await?;
        ensure_outcome(&report, "unmeasurable")?;
        let why = &report.findings[0].why;
        ensure!(why.contains("16 cores"), "{why}");
        for variant in &report.variants {
            let total = variant
                .measures
                .iter()
                .find(|measure| measure.name == "total");
            let samples = &total.context("there is no total")?.samples;
            ensure!(samples.len() == 5, "`{}` ran {samples:?}", variant.name);
        }
        Ok(())
    });
}

fn two_panels_run_one_after_the_other() {
    run(async |session| {
        session.open(PAGE).await?;
        let (first, second) = (session.panel(FREEZE), session.panel("six-strategies"));
        first.press("Run").await?;
        second.press("Run worker").await?;
        first.wait_state(&["done"]).await?;
        second.wait_state(&["done"]).await?;
        let last_end = |events: &[Event]| events.iter().map(|event| event.ts).fold(0.0, f64::max);
        let begins = trace(&second).await?;
        let begin = begins.iter().find(|event| event.name == "worker");
        let begin = begin.context("the second panel's variant never began")?.ts;
        let end = last_end(&trace(&first).await?);
        ensure!(begin > end, "the second began {} µs too early", end - begin);
        Ok(())
    });
}

fn timeline_tells_of_what_is_asked_by_keys() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(FREEZE);
        panel.run().await?;
        let told = told_after(&panel, &[]).await?;
        ensure!(told.contains("‘future’ is polled"), "{told}");
        let told = told_after(&panel, &["ArrowRight"]).await?;
        ensure!(told.contains("‘future’ waits"), "{told}");
        ensure!(told.contains("src/lib.rs, line"), "no source: {told}");
        let axis = "return panel.shadowRoot.querySelector('.axis').textContent";
        let before = panel.script(axis, json!(null)).await?;
        told_after(&panel, &["+", "+", "+"]).await?;
        let zoomed = panel.script(axis, json!(null)).await?;
        ensure!(before != zoomed, "zooming leaves the axis at {before}");
        told_after(&panel, &["0"]).await?;
        let whole = panel.script(axis, json!(null)).await?;
        ensure!(before == whole, "the whole is {whole} and was {before}");
        stays(session).await
    });
}

/// Gives the future's timeline the focus, presses keys, and says what the panel then tells.
async fn told_after(panel: &Panel<'_>, keys: &[&str]) -> Result<String> {
    let told = panel
        .script(
            "const view = panel.shadowRoot.querySelector('[data-variant=future] .view');
            view.focus();
            for (const key of args) {
                view.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
            }
            return panel.shadowRoot.querySelector('.told').innerText;",
            json!(keys),
        )
        .await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

/// Checks that the book has not turned the page.
async fn stays(session: &Session) -> Result<()> {
    let path = session.script("return location.pathname", vec![]).await?;
    ensure!(
        path.as_str().is_some_and(|path| path.ends_with(PAGE)),
        "the page is {path}"
    );
    Ok(())
}
