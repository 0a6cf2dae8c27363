//! The lessons of chapter 13: complexity, debugging and what a change costs.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        repeatable_is_what_has_its_own_clock_and_dice
        schedules_are_as_many_as_the_formula_says_and_one_for_a_task_alone
        edits_are_a_line_each_until_something_is_awaited
        one_cell_needs_one_thread_and_no_lock
        smallest_brings_an_executor_in_rust_and_none_in_javascript
}

fn repeatable_is_what_has_its_own_clock_and_dice() {
    lesson("repeatable", |report| {
        ensure!(report.median("one seed", "traces")? == 1.0);
        ensure!(report.median("real timers", "traces")? >= 5.0);
        let all = report.median("a seed each", "runs")?;
        ensure!(report.median("a seed each", "again")? == all);
        Ok(())
    });
}

fn schedules_are_as_many_as_the_formula_says_and_one_for_a_task_alone() {
    lesson("schedules", |report| {
        for (variant, orders) in [
            ("plain calls", 1.0),
            ("one task", 1.0),
            ("two tasks", 20.0),
            ("three tasks", 1680.0),
            ("an await less", 90.0),
        ] {
            let found = report.median(variant, "orders")?;
            ensure!(found == orders, "{variant}: {found} orders");
            ensure!(report.median(variant, "foretold")? == orders, "{variant}");
        }
        Ok(())
    });
}

fn edits_are_a_line_each_until_something_is_awaited() {
    lesson("edits", |report| {
        ensure!(report.median("a step, plain", "lines")? == 1.0);
        ensure!(report.median("a step, awaited", "lines")? == 1.0);
        ensure!(report.median("the price is awaited", "signatures")? == 4.0);
        Ok(())
    });
}

fn one_cell_needs_one_thread_and_no_lock() {
    lesson("one-cell", |report| {
        ensure!(report.median("one thread", "agents")? == 1.0);
        ensure!(report.median("two threads", "agents")? == 2.0);
        ensure!(report.median("a borrow kept", "fell")? == 1.0);
        Ok(())
    });
}

fn smallest_brings_an_executor_in_rust_and_none_in_javascript() {
    lesson("smallest", |report| {
        let bytes = |variant| report.median(variant, "bytes");
        ensure!(bytes("Rust, after a wait")? >= 2.0 * bytes("Rust, at once")?);
        ensure!(bytes("JavaScript, after a wait")? < bytes("JavaScript, at once")? + 1000.0);
        Ok(())
    });
}
