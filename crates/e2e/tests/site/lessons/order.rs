//! The lessons of chapter 12: order, races and locks.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        arrival_has_no_order_and_delivery_has_the_one_that_is_asked_for
        steps_keep_their_order_within_a_task
        readiness_is_awaited_and_not_guessed
        lost_updates_are_those_with_an_await_in_the_midst
        interleavings_are_as_many_as_the_formula_says
        a_search_box_shows_what_came_last
        stale_search_is_cured_by_a_number_and_not_by_a_lock
        permits_are_as_many_as_come_in
        a_deadlock_needs_no_thread
}

fn arrival_has_no_order_and_delivery_has_the_one_that_is_asked_for() {
    lesson("arrival", |report| {
        let delivered = |variant| report.median(variant, "delivered");
        ensure!(delivered("when all are there")? == 0.0);
        ensure!(delivered("in order, as they come")? == 0.0);
        // As they come is as they arrive.
        let arrived = report.median("as they come", "arrived")?;
        ensure!(delivered("as they come")? == arrived);
        Ok(())
    });
}

fn steps_keep_their_order_within_a_task() {
    lesson("steps", |report| {
        for variant in ["plain code", "timers", "microtasks"] {
            ensure!(report.median(variant, "inside")? == 0.0, "{variant}");
        }
        ensure!(report.median("timers", "orders")? >= 15.0);
        Ok(())
    });
}

fn readiness_is_awaited_and_not_guessed() {
    lesson("readiness", |report| {
        ensure!(report.median("a fixed wait", "early")? >= 1.0);
        ensure!(report.median("until ready", "early")? == 0.0);
        Ok(())
    });
}

fn lost_updates_are_those_with_an_await_in_the_midst() {
    lesson("lost-updates", |report| {
        ensure!(report.median("an await after", "lost")? == 0.0);
        ensure!(report.median("a lock that is awaited", "lost")? == 0.0);
        ensure!(report.median("an await between", "lost")? >= 1000.0);
        Ok(())
    });
}

fn interleavings_are_as_many_as_the_formula_says() {
    lesson("interleavings", |report| {
        ensure!(report.median("await between", "orders")? == 90.0);
        ensure!(report.median("await between", "wrong")? == 84.0);
        for variant in [
            "await after",
            "await between",
            "with a lock",
            "one forgets the lock",
        ] {
            ensure!(report.median(variant, "differ")? == 0.0, "{variant}");
        }
        Ok(())
    });
}

fn a_search_box_shows_what_came_last() {
    lesson("search-box", |report| {
        ensure!(report.median("as they come", "shown")? == 1.0);
        ensure!(report.median("with a number", "shown")? == 5.0);
        Ok(())
    });
}

fn stale_search_is_cured_by_a_number_and_not_by_a_lock() {
    lesson("stale-search", |report| {
        let wrong = |variant| report.median(variant, "wrong");
        ensure!(wrong("with a number")? == 0.0 && wrong("the older one dropped")? == 0.0);
        ensure!(wrong("with a lock")? >= 2.0);
        Ok(())
    });
}

fn permits_are_as_many_as_come_in() {
    lesson("permits", |report| {
        for (variant, most) in [
            ("a mutex", 1.0),
            ("one permit", 1.0),
            ("three permits", 3.0),
            ("ten permits", 10.0),
        ] {
            ensure!(report.median(variant, "most")? == most, "{variant}");
        }
        Ok(())
    });
}

fn a_deadlock_needs_no_thread() {
    lesson("deadlock", |report| {
        ensure!(report.median("opposite order", "done")? == 0.0);
        ensure!(report.median("opposite order", "stall")? <= 100.0);
        ensure!(report.median("same order", "done")? == 2.0);
        Ok(())
    });
}
