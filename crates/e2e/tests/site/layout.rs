//! The order and the stillness of a panel: what is where before a run, during it and after it.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Panel, Session, run, run_measured, run_measured_with, run_with};
use serde_json::{Value, json};
use verdict::format::with_unit;

use crate::controls::stop_in_mid_run;

e2e::tests! {
    Shared:
        a_run_moves_nothing_above_its_findings
        the_answer_is_measured_beside_the_one_that_was_picked
        a_stall_is_the_same_figure_everywhere
        stop_and_reset_are_there_when_there_is_something_to_stop_or_reset
        the_heartbeat_of_the_worker_is_drawn_when_it_is_asked_for
        what_is_pressed_on_a_phone_is_large_enough_for_a_finger
}

const PAGE: &str = "index.html?freeze.ms=400";
const SLUG: &str = "freeze";

/// Where the parts lie within the panel, from top to bottom.
const PLACES: &str = "
    const { top } = panel.shadowRoot.querySelector('.wasm-panel').getBoundingClientRect();
    return [...panel.shadowRoot.querySelectorAll('.predict label, .run, .witness, .slot, .above, .scale, .variant, .bars, .timeline')]
        .filter((part) => part.checkVisibility())
        .map((part) => Math.round(part.getBoundingClientRect().top - top));";

fn a_run_moves_nothing_above_its_findings() {
    run_measured_with(&[Feature::NarrowPage], async |session| {
        for width in [1280, 360] {
            session.set_size(width, 900).await?;
            for (page, slug) in [
                (PAGE, SLUG),
                ("async-and-await.html?three-waits.ms=100", "three-waits"),
                ("lasting-queues.html?lasting.down=100", "lasting"),
                ("failure.html", "lost-errors"),
            ] {
                session.open(page).await?;
                let panel = session.panel(slug);
                pick(&panel, 0).await?;
                let before = places(&panel).await?;
                panel.run().await?;
                let after = places(&panel).await?;
                ensure!(
                    before.len() == after.len() && before.len() > 6,
                    "{slug} has other parts after a run"
                );
                let moved = before.iter().zip(&after);
                let moved = moved.map(|(before, after)| after - before);
                ensure!(
                    moved.clone().all(|by| by.abs() <= 2),
                    "{slug}, {width} pixels wide, moves its parts by {:?}",
                    moved.collect::<Vec<_>>()
                );
            }
        }
        Ok(())
    });
}

async fn places(panel: &Panel<'_>) -> Result<Vec<i64>> {
    Ok(serde_json::from_value(
        panel.script(PLACES, json!(null)).await?,
    )?)
}

/// Picks an answer of the prediction.
async fn pick(panel: &Panel<'_>, answer: usize) -> Result<()> {
    let click = "panel.shadowRoot.querySelectorAll('[name=answer]')[args].click()";
    panel.script(click, json!(answer)).await.map(drop)
}

/// The text of the parts of a panel that are seen.
async fn seen(panel: &Panel<'_>, selector: &str) -> Result<Vec<String>> {
    let texts = "
        return [...panel.shadowRoot.querySelectorAll(args)]
            .filter((part) => part.checkVisibility({ visibilityProperty: true }))
            .map((part) => part.innerText.replace(/\\s+/g, ' ').trim());";
    Ok(serde_json::from_value(
        panel.script(texts, json!(selector)).await?,
    )?)
}

fn the_answer_is_measured_beside_the_one_that_was_picked() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        ensure!(seen(&panel, ".slot > p").await?[0] == "Pick an answer, then run.");
        pick(&panel, 0).await?;
        let (report, _) = panel.run().await?;
        let answer = seen(&panel, ".answer").await?;
        ensure!(
            answer[0].starts_with("You said A. Measured: B. "),
            "it says {answer:?}"
        );
        let stall = with_unit(report.median("blocking loop", "stall")?, "ms");
        ensure!(answer[0].contains(&stall), "{answer:?} is not of {stall}");
        let found = seen(&panel, ".finding p:first-child").await?;
        let verdicts = seen(&panel, ".answer .verdict").await?;
        let alike = |(verdict, found): (&String, &String)| {
            // Below the pictures the claim ends with a full stop.
            *verdict == found.replace(".”", "”")
        };
        ensure!(
            found.len() == 2 && verdicts.iter().zip(&found).all(alike),
            "{verdicts:?} beside {found:?}"
        );
        let stamps = seen(&panel, ".stamp").await?;
        ensure!(
            stamps == ["your guess", "✓ measured", ""],
            "the answers are marked {stamps:?}"
        );
        panel.press("Reset").await?;
        ensure!(seen(&panel, ".stamp").await?.concat().is_empty());
        ensure!(seen(&panel, ".slot > p").await?[0] == "Pick an answer, then run.");
        Ok(())
    });
}

fn a_stall_is_the_same_figure_everywhere() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel.run().await?;
        let row = seen(&panel, "[data-variant='blocking loop'] .result b").await?;
        let figure = row[0]
            .split_once("frozen ")
            .map(|(_, figure)| figure)
            .context("the row says nothing of a freeze")?;
        let announced = "return [panel.shadowRoot.querySelector('.status').textContent, panel.shadowRoot.querySelector('.figures').textContent, panel.shadowRoot.querySelector('.view').getAttribute('aria-label')]";
        let announced = panel.script(announced, json!(null)).await?;
        let announced: Vec<String> = serde_json::from_value(announced)?;
        let drawn = seen(&panel, ".drawing .felt b").await?;
        let found = seen(&panel, ".finding").await?;
        for told in [&announced[..], &drawn, &found[..1]].concat() {
            ensure!(told.contains(figure), "{figure} is not in {told}");
        }
        Ok(())
    });
}

fn stop_and_reset_are_there_when_there_is_something_to_stop_or_reset() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        let halts = async || seen(&panel, ".halt button").await;
        ensure!(
            halts().await?.is_empty(),
            "before a run: {:?}",
            halts().await?
        );
        panel.press("Run future").await?;
        panel.wait_state(&["running"]).await?;
        ensure!(halts().await? == ["Stop"], "in a run: {:?}", halts().await?);
        panel.wait_state(&["done"]).await?;
        ensure!(
            halts().await? == ["Reset"],
            "after it: {:?}",
            halts().await?
        );
        stop_in_mid_run(&panel).await?;
        ensure!(halts().await? == ["Reset"], "stopped: {:?}", halts().await?);
        panel.press("Reset").await?;
        ensure!(halts().await?.is_empty(), "reset: {:?}", halts().await?);
        Ok(())
    });
}

fn the_heartbeat_of_the_worker_is_drawn_when_it_is_asked_for() {
    run(async |session| {
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel.run().await?;
        let beats = "return panel.shadowRoot.querySelectorAll('.drawing .beat').length";
        ensure!(panel.script(beats, json!(null)).await? == json!(0));
        let ask = "panel.shadowRoot.querySelector('.watched [type=checkbox]').click()";
        panel.script(ask, json!(null)).await?;
        ensure!(panel.script(beats, json!(null)).await? == json!(2));
        Ok(())
    });
}

/// What can be pressed and is smaller than 44 pixels in height, or in width.
const SMALL: &str = "
    const parts = panel.shadowRoot.querySelectorAll('button:not(.source), .predict label, summary, .settings input');
    return [...parts].filter((part) => part.checkVisibility({ visibilityProperty: true })).flatMap((part) => {
        const { width, height } = part.getBoundingClientRect();
        return width >= 44 && height >= 44 ? [] : [`${part.textContent || part.localName}: ${width} x ${height}`];
    });";

fn what_is_pressed_on_a_phone_is_large_enough_for_a_finger() {
    run_with(&[Feature::NarrowPage], async |session: &Session| {
        session.set_size(360, 844).await?;
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        panel.run().await?;
        let unfold = "panel.shadowRoot.querySelector('.measures').open = true";
        panel.script(unfold, Value::Null).await?;
        let small = panel.script(SMALL, Value::Null).await?;
        ensure!(small == json!([]), "too small: {small:#}");
        Ok(())
    });
}
