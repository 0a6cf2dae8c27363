//! The lessons of chapter 1: what the caller does meanwhile.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        in_order_is_kept_by_calls_and_awaits_and_lost_by_handing_over
        overlap_saves_the_waiting_whatever_the_processor
}

fn in_order_is_kept_by_calls_and_awaits_and_lost_by_handing_over() {
    lesson("in-order", |report| {
        let early = |variant| report.median(variant, "early");
        let swapped = |variant| report.median(variant, "swapped");
        ensure!(early("plain calls")? == 0.0 && early("all at once")? == 5.0);
        ensure!(swapped("plain calls")? == 0.0 && swapped("awaited")? == 0.0);
        ensure!(swapped("two handed over")? == 5.0);
        Ok(())
    });
}

fn overlap_saves_the_waiting_whatever_the_processor() {
    lesson("overlap", |report| {
        let total = |variant| report.median(variant, "total");
        let fast = total("in a row")? - total("overlapped")?;
        let slow = total("in a row, slow")? - total("overlapped, slow")?;
        // Five waits of 200 ms in a row, or over each other: four of them are saved.
        ensure!(
            fast.min(slow) >= 600.0 && fast.max(slow) <= 1.5 * fast.min(slow),
            "{fast:.0} ms and {slow:.0} ms are saved"
        );
        Ok(())
    });
}
