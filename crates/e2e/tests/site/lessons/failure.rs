//! The lessons of chapter 11: who goes on, who hears of it, and what ends with it.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        ten_tasks_go_on_where_the_failure_is_dealt_with
        lost_errors_are_heard_by_one_ear_or_by_none
        outcomes_are_many_and_one_way_keeps_every_success
        scopes_end_what_they_own
        panics_take_with_them_what_they_hold
        stack_names_are_lost_where_a_task_begins
}

fn ten_tasks_go_on_where_the_failure_is_dealt_with() {
    lesson("ten-tasks", |report| {
        let finished = |variant| report.median(variant, "finished");
        ensure!(finished("each handled")? == 9.0 && finished("a result each")? == 9.0);
        ensure!(
            finished("with a question mark")? == 3.0 && finished("until the first failure")? == 3.0
        );
        ensure!(finished("forgotten")? == 9.0 && report.median("forgotten", "seen")? == 0.0);
        // Microseconds, however slow the machine.
        ensure!(report.median("each handled", "took")? <= 10_000.0);
        Ok(())
    });
}

fn lost_errors_are_heard_by_one_ear_or_by_none() {
    lesson("lost-errors", |report| {
        let ears = ["errors", "rejections", "hook", "caller"];
        for (variant, heard) in [
            ("thrown in a callback", [1.0, 0.0, 0.0, 0.0]),
            ("rejected, nobody awaits", [0.0, 1.0, 0.0, 0.0]),
            ("caught, and forgotten", [0.0; 4]),
            ("an Err, dropped", [0.0; 4]),
            ("an Err, awaited", [0.0, 0.0, 0.0, 1.0]),
            ("a chain", [0.0, 0.0, 0.0, 1.0]),
            ("a panic, awaited", [0.0, 0.0, 1.0, 1.0]),
            ("a panic, forgotten", [0.0, 0.0, 1.0, 0.0]),
        ] {
            for (ear, times) in ears.into_iter().zip(heard) {
                let found = report.median(variant, ear)?;
                ensure!(found == times, "{variant}: {ear} heard it {found} times");
            }
        }
        Ok(())
    });
}

fn outcomes_are_many_and_one_way_keeps_every_success() {
    lesson("outcomes", |report| {
        ensure!(report.median("any", "kept")? <= 50.0);
        ensure!(report.median("all settled", "none")? == 0.0);
        // All eight or none: results come in eights.
        ensure!(report.median("all", "kept")? % 8.0 == 0.0);
        Ok(())
    });
}

fn scopes_end_what_they_own() {
    lesson("scopes", |report| {
        ensure!(report.median("a scope", "at_once")? == 5.0);
        ensure!(report.median("asked to stop", "cleaned")? == 5.0);
        ensure!(report.median("handed over", "after")? >= 15.0);
        Ok(())
    });
}

fn panics_take_with_them_what_they_hold() {
    lesson("panics", |report| {
        let falls = |measure| report.median("one of them panics", measure);
        ensure!(falls("plain")? == 1.0 && falls("ledger")? == 0.0);
        // The executor goes on with the others.
        ensure!(falls("goes_on")? == 1.0 && falls("fresh")? == 1.0);
        Ok(())
    });
}

fn stack_names_are_lost_where_a_task_begins() {
    lesson("stack-names", |report| {
        let names = |variant| report.median(variant, "names");
        ensure!(names("in Rust, a task of its own")? == 1.0);
        // How many of JavaScript's are kept differs by the engine; the innermost is there in each.
        ensure!(names("in JavaScript, awaited")? >= 1.0);
        Ok(())
    });
}
