//! The lessons of chapter 10: who needs whom, who waits for whom, and what outlives both.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::{Session, run, run_measured};
use serde_json::Value;

use crate::{lesson, your_turn};

#[test]
fn coupling_is_in_the_data_and_not_in_the_style() {
    run_measured(async |session| {
        let report = lesson(session, "coupling").await?;
        for (arm, number) in [
            ("chain, blocking", 7.0),
            ("chain, awaited", 7.0),
            ("free, blocking", 3.0),
            ("free, awaited", 3.0),
            ("free, in three threads", 3.0),
        ] {
            ensure!(report.median(arm, "number")? == number, "{arm}");
        }
        Ok(())
    });
}

#[test]
fn hung_is_whoever_sets_no_limit() {
    run_measured(async |session| {
        let report = lesson(session, "hung").await?;
        let answered = |arm| report.median(arm, "answered");
        ensure!(answered("blocking")? == 1.0 && answered("awaited")? == 1.0);
        ensure!(answered("blocking, with a limit")? == 0.0);
        ensure!(answered("awaited, with a limit")? == 0.0);
        ensure!(answered("left in a queue")? == 1.0);
        ensure!(report.median("blocking", "held")? >= 900.0);
        Ok(())
    });
}

#[test]
fn retries_at_once_are_many_and_with_chance_they_are_spread() {
    run_measured(async |session| {
        let report = lesson(session, "retries").await?;
        let most = |arm| report.median(arm, "most");
        // All twenty, unless the machine has held some of them up.
        ensure!(most("wait longer")? >= 12.0);
        ensure!(most("wait longer")? >= 1.5 * most("wait longer, with chance")?);
        ensure!(most("left in a queue")? <= 4.0);
        Ok(())
    });
}

#[test]
fn lasting_is_what_is_stored() {
    run_measured(async |session| {
        let report = lesson(session, "lasting").await?;
        ensure!(report.median("direct", "lost")? >= 5.0);
        ensure!(report.median("in memory, both ended", "lost")? >= 3.0);
        ensure!(report.median("stored, both ended", "depth")? >= 5.0);
        Ok(())
    });
}

#[test]
fn lasting_orders_survive_a_reload_of_the_page() {
    // Once, in WebKit, the run after the reload found none of the orders that were there.
    run_measured(async |session| {
        let page = &session.site.example("lasting")?.page;
        // The worker has to be away for as long as the reload takes, however busy the machine is.
        session.open(&format!("{page}?lasting.down=2000")).await?;
        let panel = session.panel("lasting");
        panel.press("Run stored, both ended").await?;
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
        let (report, _) = panel.run_arm("stored, both ended").await?;
        ensure!(report.median("stored, both ended", "found")? == left);
        ensure!(report.median("stored, both ended", "lost")? == 0.0);
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

#[test]
fn a_pipeline_with_a_limit_pushes_back_and_loses_no_time() {
    run_measured(async |session| {
        let report = lesson(session, "pipeline").await?;
        ensure!(report.median("room for two", "inside")? <= 8.0);
        ensure!(report.median("no limit", "inside")? >= 20.0);
        Ok(())
    });
}

#[test]
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
