//! The lessons of chapter 10: who needs whom, who waits for whom, and what outlives both.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        coupling_is_in_the_data_and_not_in_the_style
        hung_is_whoever_sets_no_limit
        retries_at_once_are_many_and_with_chance_they_are_spread
        lasting_is_what_is_stored
        a_pipeline_with_a_limit_pushes_back_and_loses_no_time
}

fn coupling_is_in_the_data_and_not_in_the_style() {
    lesson("coupling", |report| {
        for (variant, number) in [
            ("chain, blocking", 7.0),
            ("chain, awaited", 7.0),
            ("free, blocking", 3.0),
            ("free, awaited", 3.0),
            ("free, in three threads", 3.0),
        ] {
            ensure!(report.median(variant, "number")? == number, "{variant}");
        }
        Ok(())
    });
}

fn hung_is_whoever_sets_no_limit() {
    lesson("hung", |report| {
        let answered = |variant| report.median(variant, "answered");
        ensure!(answered("blocking")? == 1.0 && answered("awaited")? == 1.0);
        ensure!(answered("blocking, with a limit")? == 0.0);
        ensure!(answered("awaited, with a limit")? == 0.0);
        ensure!(answered("left in a queue")? == 1.0);
        ensure!(report.median("blocking", "held")? >= 900.0);
        Ok(())
    });
}

fn retries_at_once_are_many_and_with_chance_they_are_spread() {
    lesson("retries", |report| {
        let most = |variant| report.median(variant, "most");
        // All twenty, unless the machine has held some of them up.
        ensure!(most("wait longer")? >= 12.0);
        ensure!(most("wait longer")? >= 1.5 * most("wait longer, with chance")?);
        ensure!(most("left in a queue")? <= 4.0);
        Ok(())
    });
}

fn lasting_is_what_is_stored() {
    lesson("lasting", |report| {
        ensure!(report.median("direct", "lost")? >= 5.0);
        ensure!(report.median("in memory, both ended", "lost")? >= 3.0);
        ensure!(report.median("stored, both ended", "depth")? >= 5.0);
        Ok(())
    });
}

fn a_pipeline_with_a_limit_pushes_back_and_loses_no_time() {
    lesson("pipeline", |report| {
        ensure!(report.median("room for two", "inside")? <= 8.0);
        ensure!(report.median("no limit", "inside")? >= 20.0);
        Ok(())
    });
}
