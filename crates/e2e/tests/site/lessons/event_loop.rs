//! The lessons of chapter 3: queues, turns and frames.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        five_jobs_queue_as_tasks_too
        order_puzzle_has_one_solution
        lanes_show_that_a_microtask_waits_for_its_own_task_alone
        slices_hold_the_page_for_as_long_as_they_last
        rows_are_drawn_when_the_browser_gets_a_turn
        pending_waits_need_no_thread_each
        who_calls_is_heard_when_the_page_is_free
}

fn five_jobs_queue_as_tasks_too() {
    lesson("five-jobs", |report| {
        // Four jobs of 150 ms are done before the fifth begins.
        for variant in ["five calls", "five tasks", "five microtasks"] {
            let queued = report.median(variant, "queued")?;
            ensure!(
                queued >= 540.0,
                "the queue of `{variant}` was {queued:.0} ms"
            );
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

fn order_puzzle_has_one_solution() {
    lesson("order-puzzle", |report| {
        let order = |variant| report.median(variant, "order");
        ensure!(order("as written")? == 12345.0);
        for variant in ["through the queues", "a chain of microtasks"] {
            ensure!(
                order(variant)? == 15342.0,
                "`{variant}`: {}",
                order(variant)?
            );
        }
        let late = report.median("a chain of microtasks", "late")?;
        // The chain ends at the begin and 500 more, and the difference to the begin need not be 500 in its last digit.
        ensure!(late.round() >= 500.0, "the timer fired after {late} ms");
        Ok(())
    });
}

fn lanes_show_that_a_microtask_waits_for_its_own_task_alone() {
    lesson("lanes", |report| {
        let task = report.median("behind a job", "task")?;
        ensure!(task >= 360.0, "the task waited {task:.0} ms behind its job");
        let microtask = report.median("behind a job", "microtask")?;
        ensure!(
            microtask <= 0.1 * task,
            "its microtask waited {microtask:.1} ms"
        );
        Ok(())
    });
}

fn slices_hold_the_page_for_as_long_as_they_last() {
    lesson("slices", |report| {
        let hold = |variant| report.median(variant, "stall");
        // A timer may have to wait for two slices.
        for (variant, length) in [("slices of 200 ms", 200.0), ("slices of 50 ms", 50.0)] {
            let hold = hold(variant)?;
            ensure!(
                (length * 0.9..length * 2.5).contains(&hold),
                "`{variant}` held the page for {hold:.0} ms"
            );
        }
        for variant in [
            "slices of 16 ms",
            "slices of 8 ms",
            "slices of 1 ms",
            "as it fits",
        ] {
            ensure!(
                hold(variant)? <= 60.0,
                "`{variant}` held the page for {:.0} ms",
                hold(variant)?
            );
        }
        let frames = |variant| report.median(variant, "frames");
        ensure!(frames("slices of 8 ms")? >= 2.0 * frames("slices of 200 ms")?);
        let chosen = report.median("as it fits", "slice")?;
        ensure!((4.0..=12.0).contains(&chosen), "it chose {chosen:.1} ms");
        Ok(())
    });
}

fn rows_are_drawn_when_the_browser_gets_a_turn() {
    lesson("rows", |report| {
        let paints = |variant| report.median(variant, "paints");
        for variant in ["no yield", "microtask yield"] {
            ensure!(paints(variant)? == 1.0, "`{variant}`: {}", paints(variant)?);
        }
        for variant in ["task yield", "worker"] {
            ensure!(paints(variant)? >= 8.0, "`{variant}`: {}", paints(variant)?);
        }
        Ok(())
    });
}

fn pending_waits_need_no_thread_each() {
    lesson("pending", |report| {
        ensure!(report.median("a thousand", "open")? == 1000.0);
        ensure!(report.median("a thousand", "threads")? == 1.0);
        let ratio = report.median("a thousand", "total")? / report.median("one", "total")?;
        ensure!(ratio <= 2.0, "a thousand take {ratio:.2} times as long");
        Ok(())
    });
}

fn who_calls_is_heard_when_the_page_is_free() {
    lesson("who-calls", |report| {
        // The page is busy for 1,000 ms, the worker for 200 of them.
        let late = report.median("a worker, page busy", "noticed")?;
        ensure!(late >= 720.0, "a busy page took {late:.0} ms");
        let free = report.median("a worker", "noticed")?;
        ensure!(free <= 0.2 * late, "a free page took {free:.0} ms");
        Ok(())
    });
}
