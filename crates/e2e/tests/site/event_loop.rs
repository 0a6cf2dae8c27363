//! The lessons of chapter 3: queues, turns and frames.

use anyhow::ensure;
use e2e::run;

use crate::{ensure_within, lesson};

#[test]
fn five_jobs_queue_as_tasks_too() {
    run(async |session| {
        let report = lesson(session, "five-jobs").await?;
        // Four jobs of 150 ms are done before the fifth begins.
        for arm in ["five calls", "five tasks", "five microtasks"] {
            let queued = report.median(arm, "queued")?;
            ensure_within(&format!("the queue of `{arm}`"), queued, 600.0, 0.2)?;
        }
        let (tasks, microtasks) = (
            report.median("five tasks", "frame_gap")?,
            report.median("five microtasks", "frame_gap")?,
        );
        ensure!(
            microtasks >= 2.0 * tasks,
            "no frame for {tasks:.0} ms with tasks, for {microtasks:.0} ms with microtasks"
        );
        Ok(())
    });
}

#[test]
fn order_puzzle_has_one_solution() {
    run(async |session| {
        let report = lesson(session, "order-puzzle").await?;
        let order = |arm| report.median(arm, "order");
        ensure!(order("as written")? == 12345.0);
        for arm in ["through the queues", "a chain of microtasks"] {
            ensure!(order(arm)? == 15342.0, "`{arm}`: {}", order(arm)?);
        }
        let late = report.median("a chain of microtasks", "late")?;
        ensure!(late >= 500.0, "the timer fired after {late:.0} ms");
        Ok(())
    });
}

#[test]
fn rows_are_drawn_when_the_browser_gets_a_turn() {
    run(async |session| {
        let report = lesson(session, "rows").await?;
        let paints = |arm| report.median(arm, "paints");
        for arm in ["no yield", "microtask yield"] {
            ensure!(paints(arm)? == 1.0, "`{arm}`: {}", paints(arm)?);
        }
        for arm in ["task yield", "worker"] {
            ensure!(paints(arm)? >= 8.0, "`{arm}`: {}", paints(arm)?);
        }
        Ok(())
    });
}

#[test]
fn pending_waits_need_no_thread_each() {
    run(async |session| {
        let report = lesson(session, "pending").await?;
        ensure!(report.median("a thousand", "open")? == 1000.0);
        ensure!(report.median("a thousand", "threads")? == 1.0);
        let ratio = report.median("a thousand", "total")? / report.median("one", "total")?;
        ensure!(ratio <= 2.0, "a thousand take {ratio:.2} times as long");
        Ok(())
    });
}

#[test]
fn who_calls_is_heard_when_the_page_is_free() {
    run(async |session| {
        let report = lesson(session, "who-calls").await?;
        // The page is busy for 1,000 ms, the worker for 200 of them.
        let late = report.median("a worker, page busy", "noticed")?;
        ensure_within("the delay of a busy page", late, 800.0, 0.25)?;
        let free = report.median("a worker", "noticed")?;
        ensure!(free <= 80.0, "a free page took {free:.0} ms");
        Ok(())
    });
}
