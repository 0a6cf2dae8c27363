//! The lessons of chapter 6: where an async function gives the thread back, and what is awaited together.

use anyhow::ensure;
use e2e::run;

use crate::lesson;

#[test]
fn three_waits_overlap_when_all_have_been_started() {
    run(async |session| {
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
    run(async |session| {
        let report = lesson(session, "ready-or-not").await?;
        ensure!(report.median("await what is ready", "polls")? == 1.0);
        ensure!(report.median("await a turn", "polls")? == 101.0);
        Ok(())
    });
}

#[test]
fn blocking_sleep_takes_the_sum_and_the_page() {
    run(async |session| {
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
    run(async |session| {
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
    run(async |session| {
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
    run(async |session| {
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
    run(async |session| {
        let report = lesson(session, "notations").await?;
        let changed = |arm| report.median(arm, "changed");
        ensure!(changed("await")? == 2.0);
        ensure!(changed("callbacks")? >= 8.0 && changed("promises")? >= 8.0);
        ensure!(report.median("plain", "hold")? >= 200.0);
        Ok(())
    });
}
