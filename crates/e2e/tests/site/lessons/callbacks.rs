//! The lessons of chapter 4: what a callback does, and what it does not.

use anyhow::ensure;

use crate::{ensure_same_result, lesson};

e2e::tests! {
    Shared:
        sum_callback_lets_the_page_live_in_slices_and_from_a_worker_only
        callback_fate_is_a_call_only_where_somebody_sees_to_it
        nesting_grows_with_the_steps_and_awaits_do_not
}

const HOLDING: [&str; 3] = ["returned", "direct callback", "after a timer"];
const YIELDING: [&str; 2] = ["in slices", "from a worker"];

fn sum_callback_lets_the_page_live_in_slices_and_from_a_worker_only() {
    lesson("sum-callback", |report| {
        ensure!(
            report.variant_names() == [HOLDING.as_slice(), &YIELDING].concat(),
            "the variants are {:?}",
            report.variant_names()
        );
        ensure_same_result(report, "sum")?;

        // A variant is compared with itself: another program may slow one of them down as a whole.
        let held = |variant| {
            anyhow::Ok(report.median(variant, "stall")? / report.median(variant, "total")?)
        };
        for variant in HOLDING {
            let held = held(variant)?;
            ensure!(
                held >= 0.8,
                "`{variant}` held the page for {held:.2} of its time"
            );
        }
        for variant in YIELDING {
            let held = held(variant)?;
            ensure!(
                held <= 0.2,
                "`{variant}` held the page for {held:.2} of its time"
            );
        }
        Ok(())
    });
}

fn callback_fate_is_a_call_only_where_somebody_sees_to_it() {
    lesson("callback-fate", |report| {
        for (variant, called) in [
            ("it works", 1.0),
            ("it fails", 0.0),
            ("it hangs", 0.0),
            ("its owner is gone", 0.0),
            ("the page is busy", 1.0),
            ("with a time limit", 1.0),
        ] {
            ensure!(report.median(variant, "called")? == called, "`{variant}`");
        }
        let drawn = report.median("the page is busy", "drawn")?;
        ensure!(drawn >= 600.0, "the text was drawn after {drawn:.0} ms");
        Ok(())
    });
}

fn nesting_grows_with_the_steps_and_awaits_do_not() {
    lesson("nesting", |report| {
        let depth = |variant| report.median(variant, "depth");
        ensure!(depth("eight callbacks")? - depth("two callbacks")? == 6.0);
        ensure!(depth("eight awaits")? == depth("two awaits")?);
        ensure!(report.median("eight awaits", "steps")? == 8.0);
        ensure!(report.median("eight callbacks", "steps")? == 8.0);
        Ok(())
    });
}
