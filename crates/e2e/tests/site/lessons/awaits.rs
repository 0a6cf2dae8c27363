//! The lessons of chapter 6: where an async function gives the thread back, and what is awaited together.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        three_waits_overlap_when_all_have_been_started
        ready_or_not_decides_whether_an_await_gives_way
        blocking_sleep_takes_the_sum_and_the_page
        metrics_fit_into_the_gap_of_the_fetch
        waiter_who_waits_for_all_is_not_the_synchronous_one
        missing_await_lets_everybody_in_or_does_nothing
        notations_differ_in_how_much_of_the_plain_text_is_left
        losers_go_on_in_javascript_and_are_dropped_in_rust
        state_machine_is_polled_like_the_one_by_hand
}

fn three_waits_overlap_when_all_have_been_started() {
    lesson("three-waits", |report| {
        let total = |variant| report.median(variant, "total");
        for variant in ["in a row", "made first, then awaited"] {
            ensure!(
                total(variant)? >= 900.0,
                "`{variant}`: {:.0} ms",
                total(variant)?
            );
        }
        for variant in [
            "joined",
            "hot, then awaited",
            "JavaScript, then awaited",
            "spawned first",
        ] {
            ensure!(
                total(variant)? <= 450.0,
                "`{variant}`: {:.0} ms",
                total(variant)?
            );
        }
        Ok(())
    });
}

fn ready_or_not_decides_whether_an_await_gives_way() {
    lesson("ready-or-not", |report| {
        ensure!(report.median("await what is ready", "polls")? == 1.0);
        ensure!(report.median("await a turn", "polls")? == 101.0);
        Ok(())
    });
}

fn blocking_sleep_takes_the_sum_and_the_page() {
    lesson("blocking-sleep", |report| {
        let ratio =
            report.median("blocking sleep", "total")? / report.median("awaited sleep", "total")?;
        ensure!(ratio >= 7.0, "it takes {ratio:.1} times as long");
        ensure!(report.median("blocking sleep", "frames")? <= 1.0);
        Ok(())
    });
}

fn metrics_fit_into_the_gap_of_the_fetch() {
    lesson("metrics", |report| {
        let saved = report.median("one after the other", "took")?
            - report.median("beside each other", "took")?;
        // Five metrics of 40 ms each.
        ensure!((120.0..300.0).contains(&saved), "{saved:.0} ms are saved");
        Ok(())
    });
}

fn waiter_who_waits_for_all_is_not_the_synchronous_one() {
    lesson("waiter", |report| {
        let first = |variant| report.median(variant, "first");
        let last = |variant| report.median(variant, "last");
        ensure!(last("stands at the kitchen")? >= 1500.0);
        ensure!(first("stands at the kitchen")? <= 200.0);
        ensure!(first("serves at the end")? >= 500.0);
        ensure!(first("serves as they come")? <= 250.0);
        ensure!(report.median("serves the first", "cooked")? == 1.0);
        Ok(())
    });
}

fn missing_await_lets_everybody_in_or_does_nothing() {
    lesson("missing-await", |report| {
        ensure!(report.median("JavaScript, forgotten", "granted")? == 50.0);
        ensure!(report.median("JavaScript, awaited", "granted")? == 0.0);
        ensure!(report.median("Rust, awaited", "noted")? == 50.0);
        ensure!(report.median("Rust, forgotten", "noted")? == 0.0);
        Ok(())
    });
}

fn notations_differ_in_how_much_of_the_plain_text_is_left() {
    lesson("notations", |report| {
        let changed = |variant| report.median(variant, "changed");
        ensure!(changed("await")? == 2.0);
        ensure!(changed("callbacks")? >= 8.0 && changed("promises")? >= 8.0);
        ensure!(report.median("plain", "stall")? >= 200.0);
        Ok(())
    });
}

fn losers_go_on_in_javascript_and_are_dropped_in_rust() {
    lesson("losers", |report| {
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

fn state_machine_is_polled_like_the_one_by_hand() {
    lesson("state-machine", |report| {
        for variant in ["async fn", "enum by hand"] {
            ensure!(report.median(variant, "polls")? == 4.0, "`{variant}`");
            ensure!(report.median(variant, "bytes")? > 0.0, "`{variant}`");
        }
        let (plain, hold) = (
            report.median("plain calls", "stall")?,
            report.median("async fn", "stall")?,
        );
        ensure!(hold <= 0.2 * plain, "held for {hold:.0} of {plain:.0} ms");
        Ok(())
    });
}
