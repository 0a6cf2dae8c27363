//! The lessons of chapter 2: holding the thread, and not holding it.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        on_hold_takes_as_long_as_being_called_back_and_draws_nothing
        four_corners_have_a_call_and_a_future_that_block
}

fn on_hold_takes_as_long_as_being_called_back_and_draws_nothing() {
    lesson("on-hold", |report| {
        let (hold, called) = ("blocking requests", "awaited reply");
        let ratio = report.median(called, "total")? / report.median(hold, "total")?;
        ensure!(
            (0.9..1.15).contains(&ratio),
            "called back takes {ratio:.2} times as long"
        );
        ensure!(report.median(hold, "frames")? <= 1.0);
        ensure!(report.median(called, "frames")? >= 10.0);
        ensure!(
            report.median(hold, "requests")? >= 10.0,
            "the wait was no wait for requests"
        );
        Ok(())
    });
}

fn four_corners_have_a_call_and_a_future_that_block() {
    lesson("four-corners", |report| {
        let hold = |variant| report.median(variant, "stall");
        for (blocks, does_not) in [
            ("wait in a call", "look and go on"),
            ("spin in a future", "await a timer"),
        ] {
            ensure!(
                hold(blocks)? >= 450.0,
                "`{blocks}`: {:.0} ms",
                hold(blocks)?
            );
            ensure!(
                hold(blocks)? >= 5.0 * hold(does_not)?,
                "`{does_not}`: {:.0} ms",
                hold(does_not)?
            );
        }
        Ok(())
    });
}
