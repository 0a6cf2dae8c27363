//! What a panel does beyond a whole run: what the reader does by hand, follows by a link, leaves and comes back to.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::{Feature, Mouse, Session, run, run_measured_with};
use serde_json::{Value, json};

use crate::{reads, your_turn};

e2e::tests! {
    Shared:
        state_machine_moves_when_it_is_polled_and_not_when_it_is_woken
        lanes_take_the_readers_clicks_and_keys
        lanes_show_how_long_a_click_stood_in_the_queue
        by_hand_the_reader_finds_out_who_loses_a_waker_and_who_wakes_itself
        interleavings_are_edited_and_replayed_by_link
        a_search_box_takes_what_the_reader_types
        lasting_orders_survive_a_reload_of_the_page
        a_pipeline_that_is_clicked_a_hundred_times_serves_all_that_it_took
        repeatable_shows_the_failing_run_again_by_its_seed
        mandelbrot_draws_its_picture_into_the_panel
}

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

fn lanes_take_the_readers_clicks_and_keys() {
    run(async |session| {
        let panel = your_turn(session, "lanes").await?;
        panel.press("A click that computes for 300 ms").await?;
        reads(session, &panel, "click\t").await?;
        panel
            .script(
                "panel.shadowRoot.querySelector('.stage input').dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}));",
                json!(null),
            )
            .await?;
        reads(session, &panel, "key\t").await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        let report = panel.report().await?;
        ensure!(report.variant_names() == ["your turn"] && report.outcome.is_none());
        ensure!(report.median("your turn", "stall")? >= 250.0);
        Ok(())
    });
}

fn lanes_show_how_long_a_click_stood_in_the_queue() {
    run_measured_with(&[Feature::InputInBlock], async |session| {
        let panel = your_turn(session, "lanes").await?;
        let mut mouse = Mouse::connect(session).await?;
        let computes = panel.centre("A click that computes for 300 ms").await?;
        let quick = panel.centre("A quick click").await?;
        mouse.click_at(computes.0, computes.1).await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        mouse.click_at(quick.0, quick.1).await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        let waited = panel
            .script(
                "return [...panel.shadowRoot.querySelectorAll('.stage tbody tr')].map((row) => parseFloat(row.cells[1].textContent))",
                json!(null),
            )
            .await?;
        let waited: Vec<f64> = serde_json::from_value(waited)?;
        ensure!(
            waited.len() == 2 && waited[0] >= 100.0 && waited[0] <= 320.0,
            "the clicks waited {waited:?} ms, the last one first"
        );
        Ok(())
    });
}

fn by_hand_the_reader_finds_out_who_loses_a_waker_and_who_wakes_itself() {
    run(async |session| {
        let panel = your_turn(session, "by-hand").await?;
        for button in ["Poll A", "Poll B", "Poll C"] {
            panel.press(button).await?;
        }
        // Of the three, only the one that wakes itself is woken now.
        reads(session, &panel, "woken, polls: 1").await?;
        panel.press("Poll whatever is woken, for a second").await?;
        reads(session, &panel, "A second of polling").await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        // What a linter would say is folded.
        let unfold = "panel.shadowRoot.querySelector('.measures').open = true";
        panel.script(unfold, json!(null)).await?;
        let text = panel.text().await?;
        for said in ["keeps its waker", "woke itself"] {
            ensure!(text.contains(said), "nobody says {said}: {text}");
        }
        let report = panel.report().await?;
        ensure!(report.variant_names() == ["your turn"] && report.outcome.is_none());
        ensure!(report.median("your turn", "polls")? > 10.0);
        Ok(())
    });
}

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

fn lasting_orders_survive_a_reload_of_the_page() {
    run(async |session| {
        let page = &session.site.example("lasting")?.page;
        // The worker has to be away for as long as the reload takes, however busy the machine is.
        session.open(&format!("{page}?lasting.down=2000")).await?;
        let panel = session.panel("lasting");
        panel.press("Run stored, queue ended too").await?;
        // WebKit locks the store until it is closed if the page leaves while something is asked of it. Once all are
        // sent nothing is, until the worker is back.
        let waiting = session
            .wait_for(
                "all orders to be sent",
                Duration::from_secs(10),
                async || {
                    let [waiting, done] = stored(session).await?;
                    // The one that the worker had noted when it was ended still waits.
                    Ok((waiting + done > 40.0).then_some(waiting))
                },
            )
            .await?;
        session.open(page).await?;
        let [left, _] = stored(session).await?;
        ensure!(left == waiting, "of {waiting} orders {left} are left");
        let (report, _) = panel.run_variant("stored, queue ended too").await?;
        ensure!(report.median("stored, queue ended too", "found")? == left);
        ensure!(report.median("stored, queue ended too", "lost")? == 0.0);
        ensure!(stored(session).await?[0] == 0.0);
        Ok(())
    });
}

/// How many orders the browser keeps that wait, and how many that were noted as done.
async fn stored(session: &Session) -> Result<[f64; 2]> {
    let counts = session
        .async_script(
            "const of = (request) => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
            });
            const opening = indexedDB.open('await-and-see-orders');
            // The example has to make its stores itself.
            opening.onupgradeneeded = () => opening.transaction.abort();
            const database = await of(opening).catch(() => null);
            if (!database) return [0, 0];
            const both = database.transaction(['orders', 'done']);
            const counts = await Promise.all(['orders', 'done'].map((name) => of(both.objectStore(name).count())));
            database.close();
            return counts;",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(counts)?)
}

fn a_pipeline_that_is_clicked_a_hundred_times_serves_all_that_it_took() {
    run(async |session| {
        let panel = your_turn(session, "pipeline").await?;
        panel
            .script(
                "const order = e2e.button(panel, 'Order');
                for (let click = 0; click < 100; click++) order.click();",
                Value::Null,
            )
            .await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        let report = panel.report().await?;
        let count = |measure| report.median("your turn", measure);
        ensure!(count("taken")? + count("away")? == 100.0);
        ensure!(count("taken")? >= 5.0 && count("away")? >= 80.0);
        ensure!(count("served")? == count("taken")?);
        Ok(())
    });
}

fn repeatable_shows_the_failing_run_again_by_its_seed() {
    run(async |session| {
        let page = &session.site.example("repeatable")?.page;
        session.open(page).await?;
        let panel = session.panel("repeatable");
        let (report, _) = panel.run_variant("one seed per run").await?;
        let failing = report.median("one seed per run", "failing")?;
        let mut told = Vec::new();
        for _ in 0..2 {
            session
                .open(&format!("{page}?repeatable.seed={failing}"))
                .await?;
            let (report, _) = panel.run_variant("one seed").await?;
            ensure!(report.median("one seed", "traces")? == 1.0);
            let runs = report.median("one seed", "runs")?;
            ensure!(report.median("one seed", "wrong")? == runs);
            let output = "return panel.shadowRoot.querySelector('.output').textContent";
            told.push(panel.script(output, json!(null)).await?);
        }
        ensure!(told[0] == told[1], "{told:?}");
        let text = told[0].as_str().unwrap_or_default();
        ensure!(
            text.contains(" reads ") && !text.contains("Lost: 0"),
            "{text}"
        );
        Ok(())
    });
}

fn mandelbrot_draws_its_picture_into_the_panel() {
    run(async |session| {
        session
            .open(&session.site.example("mandelbrot")?.page)
            .await?;
        let panel = session.panel("mandelbrot");
        panel.run_variant("one worker, SIMD").await?;
        let drawn = "return panel.shadowRoot.querySelector('canvas').getContext('2d').getImageData(256, 256, 1, 1).data[3]";
        let drawn = panel.script(drawn, json!(null)).await?;
        ensure!(drawn == 255, "the middle of the picture is empty");
        Ok(())
    });
}
