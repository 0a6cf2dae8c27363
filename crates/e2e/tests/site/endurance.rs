//! A panel under strain: pressed again and again, left in mid-run, beside one that panics, many times over.

use anyhow::{Result, ensure};
use e2e::{Feature, Session, WAIT_LIMIT, run, run_with};
use serde_json::{Value, json};

use crate::misbehaviour;

e2e::tests! {
    Shared:
        run_pressed_twenty_times_is_one_run_and_a_sentence
        a_page_that_is_left_in_mid_run_works_when_the_reader_comes_back
        a_panic_lets_the_panel_that_waits_run_on
        a_panel_that_does_not_run_costs_nothing
        a_hundred_runs_leave_nothing_behind
}

const PAGE: &str = "index.html";
const SLUG: &str = "freeze";
/// How many runs in a row must leave nothing behind, and after how many everything is there that stays.
const RUNS: u32 = 100;
const SETTLED: u32 = 10;

fn run_pressed_twenty_times_is_one_run_and_a_sentence() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel
            .script(
                "for (let i = 0; i < 20; i++) e2e.button(panel, 'Run').click();",
                json!(null),
            )
            .await?;
        session
            .wait_for(
                "a sentence about the second press",
                WAIT_LIMIT,
                async || {
                    let alerts = panel.alerts().await?;
                    Ok((!alerts.is_empty()).then_some(()))
                },
            )
            .await?;
        panel.wait_state(&["done"]).await?;
        session.frames_pass(30).await?;
        ensure!(panel.state().await? == "done", "it runs once more");
        let runs = session.script("return e2e.done.length", vec![]).await?;
        ensure!(runs == 1, "there were {runs} runs");
        Ok(())
    });
}

fn a_page_that_is_left_in_mid_run_works_when_the_reader_comes_back() {
    run(async |session| {
        session.open(PAGE).await?;
        session.panel(SLUG).press("Run future").await?;
        session.panel(SLUG).wait_state(&["running"]).await?;
        session.open("articles.html").await?;
        session.go_back().await?;
        session
            .wait_for("the page that was left", WAIT_LIMIT, async || {
                let there = "return Boolean(window.e2e?.panel(arguments[0], 0)?.dataset.state)";
                let there = session.script(there, vec![json!(SLUG)]).await?;
                Ok((there == json!(true)).then_some(()))
            })
            .await?;
        // A browser either loads the page anew, or has held it and lets the run go on.
        let panel = session.panel(SLUG);
        panel.wait_state(&["idle", "done"]).await?;
        panel.run_variant("future").await?;
        Ok(())
    });
}

fn a_panic_lets_the_panel_that_waits_run_on() {
    misbehaviour::run(async |session| {
        session.open(PAGE).await?;
        let (first, second) = (
            session.nth_panel("faults", 0),
            session.nth_panel("faults", 1),
        );
        // In one go, so that the second has to wait.
        session
            .script(
                "e2e.button(e2e.panel('faults', 0), 'Run panics later').click();
                e2e.button(e2e.panel('faults', 1), 'Run fine').click();",
                vec![],
            )
            .await?;
        let state = first.wait_state(&["done", "failed"]).await?;
        ensure!(state == "failed", "the panic ended {state}");
        second.wait_state(&["done"]).await?;
        let report = second.report().await?;
        ensure!(
            report.variant_names() == ["fine"],
            "{:?}",
            report.variant_names()
        );
        Ok(())
    });
}

/// What goes on in the page by itself within half a second, counted: timers, frames, workers, modules loaded.
const GOES_ON: &str = "
    const counts = {intervals: e2e.intervals.size, workers: e2e.workers, timers: 0, frames: 0};
    const { setTimeout, requestAnimationFrame } = window;
    window.setTimeout = (...how) => { counts.timers++; return setTimeout(...how); };
    window.requestAnimationFrame = (act) => { counts.frames++; return requestAnimationFrame(act); };
    await new Promise((resolve) => setTimeout(resolve, 500));
    Object.assign(window, { setTimeout, requestAnimationFrame });
    const loaded = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm'));
    return [...Object.values(counts), loaded.length];";

/// The place of the timers in those counts.
const TIMERS: usize = 2;

fn a_panel_that_does_not_run_costs_nothing() {
    run(async |session| {
        for page in session.some_of(session.site.pages_with_examples()?) {
            session.open(&page).await?;
            // What mdBook does once, such as letting its own styles settle.
            session.frames_pass(5).await?;
            let mut before = session.async_script(GOES_ON, vec![]).await?;
            // In its first seconds a page looks every half second whether it is quiet enough to keep the book.
            let timers = before[TIMERS].take();
            ensure!(before == json!([0, 0, null, 0, 0]), "{page}: {before}");
            ensure!(timers.as_u64() <= Some(1), "{page}: {timers} timers");
        }
        session.open(PAGE).await?;
        session
            .wait_for(
                "a page that has looked often enough",
                WAIT_LIMIT,
                async || {
                    let settled = session.async_script(GOES_ON, vec![]).await?;
                    Ok((settled == json!([0, 0, 0, 0, 0])).then_some(()))
                },
            )
            .await?;
        session.panel(SLUG).run_variant("future").await?;
        session.frames_pass(30).await?;
        let after = session.async_script(GOES_ON, vec![]).await?;
        ensure!(after == json!([0, 0, 0, 0, 2]), "after a run: {after}");
        // A count that cannot see a panel that runs would be worth nothing.
        session.panel(SLUG).press("Run future").await?;
        session.panel(SLUG).wait_state(&["running"]).await?;
        session.frames_pass(10).await?;
        let within = session.async_script(GOES_ON, vec![]).await?;
        let seen = within
            .as_array()
            .is_some_and(|counts| [0, 1, 3].iter().all(|&at| counts[at].as_u64() > Some(0)));
        ensure!(seen, "in a run: {within}");
        session.panel(SLUG).wait_state(&["done"]).await?;
        Ok(())
    });
}

fn a_hundred_runs_leave_nothing_behind() {
    run_with(&[Feature::Counters], async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=200")).await?;
        runs(session, SETTLED).await?;
        let (settled, nodes) = left_behind(session).await?;
        runs(session, RUNS - SETTLED).await?;
        let (left, nodes_left) = left_behind(session).await?;
        ensure!(
            nodes_left.abs_diff(nodes) < NODES,
            "{nodes_left} nodes are left, and {nodes} were after {SETTLED} runs"
        );
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

/// By how many nodes the pictures of two runs may differ; timelines that stay behind would be thousands.
const NODES: u64 = 300;

/// What a run could leave behind: bytes of each module's memory, workers, listeners; and nodes.
async fn left_behind(session: &Session) -> Result<(Value, u64)> {
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
    let [listeners, nodes] = session.counted(["JSEventListeners", "Nodes"]).await?;
    Ok((json!([own, listeners]), nodes))
}
