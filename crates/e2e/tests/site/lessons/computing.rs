//! The lessons of chapter 8: what waits, what computes, and on how many cores.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        faster_are_waits_on_top_of_each_other_and_nothing_else
        counting_needs_cores_and_a_thread_that_nobody_waits_for
        documents_are_fetched_together_and_parsed_by_cores
        idle_is_the_thread_that_waits_and_not_the_machine
        reading_holds_a_thread_only_where_the_reader_blocks
        mandelbrot_is_drawn_by_cores_and_vectors
}

fn faster_are_waits_on_top_of_each_other_and_nothing_else() {
    lesson("faster", |report| {
        let took = |variant| report.median(variant, "took");
        ensure!(took("twenty in a row")? >= 4000.0);
        ensure!(took("twenty together")? <= 800.0);
        ensure!(report.median("twenty together", "open")? >= 15.0);
        ensure!(report.median("six at a time", "open")? <= 6.0);
        Ok(())
    });
}

fn counting_needs_cores_and_a_thread_that_nobody_waits_for() {
    lesson("counting", |report| {
        let hold = |variant| report.median(variant, "stall");
        let held = |variant| anyhow::Ok(hold(variant)? / report.median(variant, "took")?);
        for variant in ["plain call", "one future"] {
            ensure!(
                held(variant)? >= 0.8,
                "`{variant}` held the page for {:.2} of its time",
                held(variant)?
            );
        }
        for variant in ["a hundred futures", "one worker", "two workers"] {
            ensure!(
                held(variant)? <= 0.25,
                "`{variant}` held the page for {:.2} of its time",
                held(variant)?
            );
        }
        Ok(())
    });
}

fn documents_are_fetched_together_and_parsed_by_cores() {
    lesson("documents", |report| {
        let (row, together) = ("one after another", "async");
        ensure!(report.median(row, "none")? >= 600.0);
        ensure!(report.median(together, "none")? <= 200.0);
        // The line rises from the one end to the other.
        let steps = ["none", "quarter", "half", "most", "all"];
        let rising: Vec<f64> = steps
            .iter()
            .map(|step| report.median(together, step))
            .collect::<anyhow::Result<_>>()?;
        ensure!(rising.is_sorted(), "{rising:.0?}");
        Ok(())
    });
}

fn idle_is_the_thread_that_waits_and_not_the_machine() {
    lesson("idle", |report| {
        let counted = |variant| report.median(variant, "counted");
        ensure!(counted("A computes")? < 0.9 * counted("nobody else")?);
        ensure!(report.median("nobody else", "counters")? >= 2.0);
        Ok(())
    });
}

fn reading_holds_a_thread_only_where_the_reader_blocks() {
    lesson("reading", |report| {
        let held = |variant| report.median(variant, "held");
        ensure!(held("blocking in a worker")? >= 2.0 * held("awaited in a worker")?);
        // Five times 64 megabytes.
        ensure!(report.median("awaited on the page", "bytes")? == 5.0 * 64.0 * 1048576.0);
        Ok(())
    });
}

fn mandelbrot_is_drawn_by_cores_and_vectors() {
    lesson("mandelbrot", |report| {
        let took = |variant| report.median(variant, "took");
        ensure!(took("one worker, four at a time")? < 0.7 * took("one worker")?);
        ensure!(report.median("twice as many", "workers")? >= 4.0);
        Ok(())
    });
}
