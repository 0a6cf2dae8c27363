//! The lessons of chapter 5: what a future is, and who makes it go on.

use anyhow::ensure;
use e2e::{run, run_measured};

use crate::{lesson, reads, your_turn};

#[test]
fn placeholder_is_pending_then_woken_then_ready() {
    run_measured(async |session| {
        let report = lesson(session, "placeholder").await?;
        ensure!(report.median("async fn", "begun")? == 0.0);
        ensure!(report.median("async fn", "polls")? == 2.0);
        ensure!(report.median("plain call", "polls")? == 0.0);
        ensure!(report.median("plain call", "there")? == 1.0);
        Ok(())
    });
}

#[test]
fn hot_and_cold_differ_in_what_is_sent_unasked() {
    run_measured(async |session| {
        let report = lesson(session, "hot-and-cold").await?;
        for (arm, sent) in [
            ("JavaScript", 1.0),
            ("Rust", 0.0),
            ("Rust, a promise", 1.0),
            ("Rust, awaited", 1.0),
        ] {
            ensure!(report.median(arm, "sent")? == sent, "`{arm}`");
        }
        let until = report.median("JavaScript, slow start", "until")?;
        ensure!(until >= 300.0, "the caller went on after {until:.0} ms");
        Ok(())
    });
}

#[test]
fn five_ways_deliver_the_same_and_polling_looks_in_vain() {
    run_measured(async |session| {
        let report = lesson(session, "five-ways").await?;
        for arm in ["callback", "future", "queue", "stream", "polling"] {
            ensure!(report.median(arm, "value")? == 42.0, "`{arm}`");
        }
        let wasted = report.median("polling", "wasted")?;
        ensure!(wasted >= 5.0, "{wasted} looks in vain");
        Ok(())
    });
}

#[test]
fn by_hand_is_polled_twice_and_without_its_waker_once() {
    run_measured(async |session| {
        let report = lesson(session, "by-hand").await?;
        let polls = |arm| report.median(arm, "polls");
        ensure!(polls("by hand")? == 2.0 && report.median("by hand", "done")? == 1.0);
        ensure!(report.median("loses its waker", "done")? == 0.0);
        ensure!(polls("wakes itself")? >= 100.0);
        Ok(())
    });
}

#[test]
fn by_hand_the_reader_finds_out_who_loses_a_waker_and_who_wakes_itself() {
    run(async |session| {
        let panel = your_turn(session, "by-hand").await?;
        for button in ["Poll A", "Poll B", "Poll C"] {
            panel.press(button).await?;
        }
        // Of the three, only the one that wakes itself is woken now.
        reads(session, &panel, "woken, polls: 1").await?;
        panel.press("Poll whatever is woken, for a second").await?;
        reads(session, &panel, "A second of polling").await?;
        panel.press("Enough").await?;
        panel.wait_state(&["done"]).await?;
        let text = panel.text().await?;
        for said in ["keeps its waker", "woke itself"] {
            ensure!(text.contains(said), "nobody says {said}: {text}");
        }
        let report = panel.report().await?;
        ensure!(report.arm_names() == ["your turn"] && report.outcome.is_none());
        ensure!(report.median("your turn", "polls")? > 10.0);
        Ok(())
    });
}
