//! The lessons of chapter 4: what a callback does, and what it does not.

use anyhow::{Result, ensure};
use e2e::run_measured;

use crate::{ensure_same_result, ensure_within, lesson};

const HOLDING: [&str; 3] = ["returned", "direct callback", "after a timer"];
const YIELDING: [&str; 2] = ["in slices", "from a worker"];

#[test]
fn sum_callback_lets_the_page_live_in_slices_and_from_a_worker_only() {
    run_measured(async |session| {
        let report = lesson(session, "sum-callback").await?;
        ensure!(
            report.arm_names() == [HOLDING.as_slice(), &YIELDING].concat(),
            "the arms are {:?}",
            report.arm_names()
        );
        ensure_same_result(&report, "sum")?;

        let holds = |arms: &[&str]| -> Result<Vec<f64>> {
            arms.iter().map(|arm| report.median(arm, "hold")).collect()
        };
        let long = holds(&HOLDING)?;
        let short = holds(&YIELDING)?;
        for hold in &long {
            ensure_within("a callback's hold", *hold, long[0], 0.25)?;
        }
        for hold in &short {
            ensure!(
                *hold < 50.0 && long.iter().all(|long| *long >= hold * 10.0),
                "the holds are {long:.1?} and {short:.1?}"
            );
        }
        Ok(())
    });
}

#[test]
fn callback_fate_is_a_call_only_where_somebody_sees_to_it() {
    run_measured(async |session| {
        let report = lesson(session, "callback-fate").await?;
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
    run_measured(async |session| {
        let report = lesson(session, "nesting").await?;
        let depth = |arm| report.median(arm, "depth");
        ensure!(depth("eight callbacks")? - depth("two callbacks")? == 6.0);
        ensure!(depth("eight awaits")? == depth("two awaits")?);
        ensure!(report.median("eight awaits", "steps")? == 8.0);
        ensure!(report.median("eight callbacks", "steps")? == 8.0);
        Ok(())
    });
}
