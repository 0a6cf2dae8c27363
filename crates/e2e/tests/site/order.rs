//! The lessons of chapter 12: order, races and locks.

use anyhow::ensure;
use e2e::{run, run_measured};
use serde_json::json;

use crate::{lesson, reads, your_turn};

#[test]
fn arrival_has_no_order_and_delivery_has_the_one_that_is_asked_for() {
    run_measured(async |session| {
        let report = lesson(session, "arrival").await?;
        let delivered = |arm| report.median(arm, "delivered");
        ensure!(delivered("when all are there")? == 0.0);
        ensure!(delivered("in order, as they come")? == 0.0);
        // As they come is as they arrive.
        let arrived = report.median("as they come", "arrived")?;
        ensure!(delivered("as they come")? == arrived);
        Ok(())
    });
}

#[test]
fn steps_keep_their_order_within_a_task() {
    run_measured(async |session| {
        let report = lesson(session, "steps").await?;
        for arm in ["plain code", "timers", "microtasks"] {
            ensure!(report.median(arm, "inside")? == 0.0, "{arm}");
        }
        ensure!(report.median("timers", "orders")? >= 15.0);
        Ok(())
    });
}

#[test]
fn readiness_is_awaited_and_not_guessed() {
    run_measured(async |session| {
        let report = lesson(session, "readiness").await?;
        ensure!(report.median("a fixed wait", "early")? >= 1.0);
        ensure!(report.median("until ready", "early")? == 0.0);
        Ok(())
    });
}

#[test]
fn lost_updates_are_those_with_an_await_in_the_midst() {
    run_measured(async |session| {
        let report = lesson(session, "lost-updates").await?;
        ensure!(report.median("an await after", "lost")? == 0.0);
        ensure!(report.median("a lock that is awaited", "lost")? == 0.0);
        ensure!(report.median("an await between", "lost")? >= 1000.0);
        Ok(())
    });
}

#[test]
fn interleavings_are_as_many_as_the_formula_says() {
    run_measured(async |session| {
        let report = lesson(session, "interleavings").await?;
        ensure!(report.median("await between", "orders")? == 90.0);
        ensure!(report.median("await between", "wrong")? == 84.0);
        for arm in [
            "await after",
            "await between",
            "with a lock",
            "one forgets the lock",
        ] {
            ensure!(report.median(arm, "differ")? == 0.0, "{arm}");
        }
        Ok(())
    });
}

#[test]
fn interleavings_are_edited_and_replayed_by_link() {
    run(async |session| {
        let panel = your_turn(session, "interleavings").await?;
        reads(session, &panel, "90 orders, 84 come out wrong").await?;
        panel.press("Next that comes out wrong").await?;
        reads(session, &panel, "wrong").await?;
        let link = panel
            .script(
                "return panel.shadowRoot.querySelector('.link').getAttribute('href')",
                json!(null),
            )
            .await?;
        let told = "return panel.shadowRoot.querySelector('.told').textContent";
        let told_here = panel.script(told, json!(null)).await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        let page = &session.site.example("interleavings")?.page;
        let link = link.as_str().unwrap_or_default();
        session.open(&format!("{page}{link}")).await?;
        let panel = session.panel("interleavings");
        panel.press("Run your turn").await?;
        reads(session, &panel, "90 orders, 84 come out wrong").await?;
        let told_there = panel.script(told, json!(null)).await?;
        ensure!(told_here == told_there, "{told_here} and {told_there}");
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        Ok(())
    });
}

#[test]
fn a_search_box_shows_what_came_last() {
    run_measured(async |session| {
        let report = lesson(session, "search-box").await?;
        ensure!(report.median("as they come", "shown")? == 1.0);
        ensure!(report.median("with a number", "shown")? == 5.0);
        Ok(())
    });
}

#[test]
fn a_search_box_takes_what_the_reader_types() {
    run(async |session| {
        let panel = your_turn(session, "search-box").await?;
        panel
            .script(
                "const input = panel.shadowRoot.querySelector('.stage input');
                for (const letters of ['d', 'de', 'deadlock']) {
                    input.value = letters;
                    input.dispatchEvent(new Event('input', { bubbles: true }));
                }",
                json!(null),
            )
            .await?;
        reads(session, &panel, "as they come: d: deadlock deadline").await?;
        reads(session, &panel, "with a number: deadlock: deadlock").await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        let report = panel.report().await?;
        ensure!(report.median("your turn", "asked")? == 3.0);
        ensure!(report.median("your turn", "stale")? == 2.0);
        Ok(())
    });
}

#[test]
fn stale_search_is_cured_by_a_number_and_not_by_a_lock() {
    run_measured(async |session| {
        let report = lesson(session, "stale-search").await?;
        let wrong = |arm| report.median(arm, "wrong");
        ensure!(wrong("with a number")? == 0.0 && wrong("the older one dropped")? == 0.0);
        ensure!(wrong("with a lock")? >= 2.0);
        Ok(())
    });
}

#[test]
fn permits_are_as_many_as_come_in() {
    run_measured(async |session| {
        let report = lesson(session, "permits").await?;
        for (arm, most) in [
            ("a mutex", 1.0),
            ("one permit", 1.0),
            ("three permits", 3.0),
            ("ten permits", 10.0),
        ] {
            ensure!(report.median(arm, "most")? == most, "{arm}");
        }
        Ok(())
    });
}

#[test]
fn a_deadlock_needs_no_thread() {
    run_measured(async |session| {
        let report = lesson(session, "deadlock").await?;
        ensure!(report.median("opposite order", "done")? == 0.0);
        ensure!(report.median("opposite order", "hold")? <= 100.0);
        ensure!(report.median("same order", "done")? == 2.0);
        Ok(())
    });
}
