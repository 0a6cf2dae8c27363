//! The lessons of chapter 4: what a callback does, and what it does not.

use anyhow::ensure;

use crate::{ensure_same_result, lesson};

const HOLDING: [&str; 3] = ["returned", "direct callback", "after a timer"];
const YIELDING: [&str; 2] = ["in slices", "from a worker"];

#[test]
fn sum_callback_lets_the_page_live_in_slices_and_from_a_worker_only() {
    lesson("sum-callback", |report| {
        ensure!(
            report.arm_names() == [HOLDING.as_slice(), &YIELDING].concat(),
            "the arms are {:?}",
            report.arm_names()
        );
        ensure_same_result(report, "sum")?;

        // An arm is compared with itself: another program may slow one of them down as a whole.
        let held = |arm| anyhow::Ok(report.median(arm, "hold")? / report.median(arm, "total")?);
        for arm in HOLDING {
            let held = held(arm)?;
            ensure!(
                held >= 0.8,
                "`{arm}` held the page for {held:.2} of its time"
            );
        }
        for arm in YIELDING {
            let held = held(arm)?;
            ensure!(
                held <= 0.2,
                "`{arm}` held the page for {held:.2} of its time"
            );
        }
        Ok(())
    });
}

#[test]
fn callback_fate_is_a_call_only_where_somebody_sees_to_it() {
    lesson("callback-fate", |report| {
        for (arm, called) in [
            ("it works", 1.0),
            ("it fails", 0.0),
            ("it hangs", 0.0),
            ("its owner is gone", 0.0),
            ("the page is busy", 1.0),
            ("with a time limit", 1.0),
        ] {
            ensure!(report.median(arm, "called")? == called, "`{arm}`");
        }
        let drawn = report.median("the page is busy", "drawn")?;
        ensure!(drawn >= 600.0, "the text was drawn after {drawn:.0} ms");
        Ok(())
    });
}

#[test]
fn nesting_grows_with_the_steps_and_awaits_do_not() {
    lesson("nesting", |report| {
        let depth = |arm| report.median(arm, "depth");
        ensure!(depth("eight callbacks")? - depth("two callbacks")? == 6.0);
        ensure!(depth("eight awaits")? == depth("two awaits")?);
        ensure!(report.median("eight awaits", "steps")? == 8.0);
        ensure!(report.median("eight callbacks", "steps")? == 8.0);
        Ok(())
    });
}
