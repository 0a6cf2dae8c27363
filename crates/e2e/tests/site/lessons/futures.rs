//! The lessons of chapter 5: what a future is, and who makes it go on.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        placeholder_is_pending_then_woken_then_ready
        hot_and_cold_differ_in_what_is_sent_unasked
        five_ways_deliver_the_same_and_polling_looks_in_vain
        by_hand_is_polled_twice_and_without_its_waker_once
}

fn placeholder_is_pending_then_woken_then_ready() {
    lesson("placeholder", |report| {
        ensure!(report.median("async fn", "begun")? == 0.0);
        ensure!(report.median("async fn", "polls")? == 2.0);
        ensure!(report.median("plain call", "polls")? == 0.0);
        ensure!(report.median("plain call", "there")? == 1.0);
        Ok(())
    });
}

fn hot_and_cold_differ_in_what_is_sent_unasked() {
    lesson("hot-and-cold", |report| {
        for (variant, sent) in [
            ("JavaScript", 1.0),
            ("Rust", 0.0),
            ("Rust, a promise", 1.0),
            ("Rust, awaited", 1.0),
        ] {
            ensure!(report.median(variant, "sent")? == sent, "`{variant}`");
        }
        let until = report.median("JavaScript, slow start", "until")?;
        ensure!(until >= 300.0, "the caller went on after {until:.0} ms");
        Ok(())
    });
}

fn five_ways_deliver_the_same_and_polling_looks_in_vain() {
    lesson("five-ways", |report| {
        for variant in ["callback", "future", "queue", "stream", "polling"] {
            ensure!(report.median(variant, "value")? == 42.0, "`{variant}`");
        }
        let wasted = report.median("polling", "wasted")?;
        ensure!(wasted >= 5.0, "{wasted} looks in vain");
        Ok(())
    });
}

fn by_hand_is_polled_twice_and_without_its_waker_once() {
    lesson("by-hand", |report| {
        let polls = |variant| report.median(variant, "polls");
        ensure!(polls("by hand")? == 2.0 && report.median("by hand", "done")? == 1.0);
        ensure!(report.median("loses its waker", "done")? == 0.0);
        ensure!(polls("wakes itself")? >= 100.0);
        Ok(())
    });
}
