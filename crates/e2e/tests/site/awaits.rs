//! The lessons of chapter 6: where an async function gives the thread back, and what is awaited together.

use anyhow::ensure;
use e2e::{run, run_measured};
use serde_json::json;

use crate::{lesson, reads, your_turn};

#[test]
fn three_waits_overlap_when_all_have_been_started() {
    run_measured(async |session| {
        let report = lesson(session, "three-waits").await?;
        let total = |arm| report.median(arm, "total");
        for arm in ["in a row", "made first, then awaited"] {
            ensure!(total(arm)? >= 900.0, "`{arm}`: {:.0} ms", total(arm)?);
        }
        for arm in [
            "joined",
            "hot, then awaited",
            "JavaScript, then awaited",
            "spawned first",
        ] {
            ensure!(total(arm)? <= 450.0, "`{arm}`: {:.0} ms", total(arm)?);
        }
        Ok(())
    });
}

#[test]
fn ready_or_not_decides_whether_an_await_gives_way() {
    run_measured(async |session| {
        let report = lesson(session, "ready-or-not").await?;
        ensure!(report.median("await what is ready", "polls")? == 1.0);
        ensure!(report.median("await a turn", "polls")? == 101.0);
        Ok(())
    });
}

#[test]
fn blocking_sleep_takes_the_sum_and_the_page() {
    run_measured(async |session| {
        let report = lesson(session, "blocking-sleep").await?;
        let ratio =
            report.median("blocking sleep", "total")? / report.median("awaited sleep", "total")?;
        ensure!(ratio >= 7.0, "it takes {ratio:.1} times as long");
        ensure!(report.median("blocking sleep", "frames")? <= 1.0);
        Ok(())
    });
}

#[test]
fn metrics_fit_into_the_gap_of_the_fetch() {
    run_measured(async |session| {
        let report = lesson(session, "metrics").await?;
        let saved = report.median("one after the other", "took")?
            - report.median("beside each other", "took")?;
        // Five metrics of 40 ms each.
        ensure!((120.0..300.0).contains(&saved), "{saved:.0} ms are saved");
        Ok(())
    });
}

#[test]
fn waiter_who_waits_for_all_is_not_the_synchronous_one() {
    run_measured(async |session| {
        let report = lesson(session, "waiter").await?;
        let first = |arm| report.median(arm, "first");
        let last = |arm| report.median(arm, "last");
        ensure!(last("stands at the kitchen")? >= 1500.0);
        ensure!(first("stands at the kitchen")? <= 200.0);
        ensure!(first("serves at the end")? >= 500.0);
        ensure!(first("serves as they come")? <= 250.0);
        ensure!(report.median("serves the first", "cooked")? == 1.0);
        Ok(())
    });
}

#[test]
fn missing_await_lets_everybody_in_or_does_nothing() {
    run_measured(async |session| {
        let report = lesson(session, "missing-await").await?;
        ensure!(report.median("JavaScript, forgotten", "granted")? == 50.0);
        ensure!(report.median("JavaScript, awaited", "granted")? == 0.0);
        ensure!(report.median("Rust, awaited", "noted")? == 50.0);
        ensure!(report.median("Rust, forgotten", "noted")? == 0.0);
        Ok(())
    });
}

#[test]
fn notations_differ_in_how_much_of_the_plain_text_is_left() {
    run_measured(async |session| {
        let report = lesson(session, "notations").await?;
        let changed = |arm| report.median(arm, "changed");
        ensure!(changed("await")? == 2.0);
        ensure!(changed("callbacks")? >= 8.0 && changed("promises")? >= 8.0);
        ensure!(report.median("plain", "hold")? >= 200.0);
        Ok(())
    });
}

#[test]
fn losers_go_on_in_javascript_and_are_dropped_in_rust() {
    run_measured(async |session| {
        let report = lesson(session, "losers").await?;
        for (rust, javascript, late) in [
            ("join", "allSettled, JavaScript", 0.0),
            ("try-join", "all, JavaScript", 2.0),
            ("select", "race, JavaScript", 2.0),
            ("any", "any, JavaScript", 1.0),
        ] {
            ensure!(report.median(rust, "late")? == 0.0, "`{rust}`");
            let own = report.median(javascript, "late")?;
            ensure!(own == late, "`{javascript}`: {own}");
            // Both are over at the same time.
            let told = [
                report.median(rust, "told")?,
                report.median(javascript, "told")?,
            ];
            ensure!((told[0] - told[1]).abs() <= 50.0, "{told:?}");
        }
        Ok(())
    });
}

#[test]
fn state_machine_is_polled_like_the_one_by_hand() {
    run_measured(async |session| {
        let report = lesson(session, "state-machine").await?;
        for arm in ["async fn", "enum by hand"] {
            ensure!(report.median(arm, "polls")? == 4.0, "`{arm}`");
            ensure!(report.median(arm, "bytes")? > 0.0, "`{arm}`");
        }
        let (plain, hold) = (
            report.median("plain calls", "hold")?,
            report.median("async fn", "hold")?,
        );
        ensure!(hold <= 0.2 * plain, "held for {hold:.0} of {plain:.0} ms");
        Ok(())
    });
}

#[test]
fn state_machine_moves_when_it_is_polled_and_not_when_it_is_woken() {
    run(async |session| {
        let panel = your_turn(session, "state-machine").await?;
        let place = async || {
            let current = "return [...panel.shadowRoot.querySelectorAll('.stage [aria-current=step]')].map((it) => it.textContent.trim())";
            let current = panel.script(current, json!(null)).await?;
            Ok::<Vec<String>, anyhow::Error>(serde_json::from_value(current)?)
        };
        let mut places = vec![place().await?];
        for (button, says) in [
            ("Poll both", "Pending. Both went on"),
            ("Poll both", "Pending. The answer is not there"),
            ("Let the answer come", "Neither has moved"),
        ] {
            panel.press(button).await?;
            reads(session, &panel, says).await?;
            places.push(place().await?);
        }
        ensure!(places[0] != places[1], "the first poll moves nothing");
        ensure!(
            places[1] == places[2] && places[2] == places[3],
            "it moves without a poll that finds an answer: {places:?}"
        );
        ensure!(
            places[1][0].contains("eggs") && places[1][1].starts_with("Eggs"),
            "the two stand at {:?}",
            places[1]
        );
        for _ in 0..2 {
            panel.press("Poll both").await?;
            panel.press("Let the answer come").await?;
        }
        panel.press("Poll both").await?;
        panel.wait_state(&["done"]).await?;
        reads(session, &panel, "Ready: 6").await
    });
}
