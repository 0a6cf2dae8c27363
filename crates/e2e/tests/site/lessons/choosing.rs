//! The lessons of chapter 15: what each use waits for, and what it needs.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        small_things_are_called_directly
        mail_may_stay_and_a_report_has_to_go
        one_request_is_as_long_awaited
        marks_are_passed_one_by_one
        in_flight_are_several_files_unless_somebody_waits
        who_writes_the_text_decides_whether_it_is_sent_and_who_blocks_when_it_is_seen
        a_database_answers_without_a_thread_of_ones_own
        a_dashboard_needs_threads_for_what_computes
        reactions_are_later_and_later_where_the_handler_blocks
        chooser_finds_a_best_way_for_each_kind_of_job
}

fn small_things_are_called_directly() {
    lesson("small-things", |report| {
        ensure!(report.median("direct calls", "good")? == 0.8);
        ensure!(report.median("a worker", "good")? == 0.8);
        Ok(())
    });
}

fn mail_may_stay_and_a_report_has_to_go() {
    lesson("mail-and-report", |report| {
        let of = |measure, variant| report.median(variant, measure);
        ensure!(of("took", "the mail, on the page")? >= 590.0);
        let (here, there) = ("the report, on the page", "the report, in a worker");
        ensure!(of("report", here)? == of("report", there)?);
        Ok(())
    });
}

fn one_request_is_as_long_awaited() {
    lesson("one-request", |report| {
        ensure!(report.median("blocks, on the page", "lines")? == 6.0);
        ensure!(report.median("awaits, on the page", "lines")? == 4.0);
        ensure!(report.median("blocks, on the page", "stall")? >= 360.0);
        Ok(())
    });
}

fn marks_are_passed_one_by_one() {
    lesson("marks", |report| {
        let late = |variant| report.median(variant, "late");
        ensure!(late("100 ms")? >= 80.0 && late("300 ms")? >= 200.0);
        Ok(())
    });
}

fn in_flight_are_several_files_unless_somebody_waits() {
    lesson("in-flight", |report| {
        // WebKit's clock counts milliseconds: what came within one has no length, and is left out.
        for variant in ["all at once", "one after another"] {
            ensure!(
                (4.0..=10.0).contains(&report.median(variant, "asked")?),
                "{variant}"
            );
        }
        ensure!(report.median("one after another", "inversions")? == 0.0);
        Ok(())
    });
}

fn who_writes_the_text_decides_whether_it_is_sent_and_who_blocks_when_it_is_seen() {
    lesson("who-writes", |report| {
        let of = |measure, variant| report.median(variant, measure);
        ensure!(of("raw", "in the HTML")? == of("there", "in the HTML")?);
        for variant in [
            "in the HTML, blocked",
            "sync script, blocked",
            "async script, blocked",
        ] {
            ensure!(of("shown", variant)? >= 290.0, "{variant}");
        }
        for variant in ["sync script", "async script"] {
            ensure!(of("raw", variant)? == 0.0, "{variant}");
        }
        // WebKit may keep an async script waiting for the deferred one.
        for variant in ["in the HTML", "sync script"] {
            ensure!(
                of("shown", variant)? < 0.6 * of("loaded", variant)?,
                "{variant}"
            );
        }
        Ok(())
    });
}

fn a_database_answers_without_a_thread_of_ones_own() {
    lesson("database", |report| {
        ensure!(report.median("a query", "asked")? >= 10.0);
        ensure!((400.0..600.0).contains(&report.median("a query", "found")?));
        Ok(())
    });
}

fn a_dashboard_needs_threads_for_what_computes() {
    lesson("dashboard", |report| {
        let hold = report.median("tasks, two compute", "stall")?;
        ensure!(
            hold >= 80.0,
            "two that compute held the page for {hold:.0} ms"
        );
        ensure!(report.median("twelve tasks", "updates")? >= 60.0);
        Ok(())
    });
}

fn reactions_are_later_and_later_where_the_handler_blocks() {
    lesson("reactions", |report| {
        // Twelve events, of which each takes 80 ms longer than the next one takes to come.
        ensure!(report.median("blocks", "last")? >= 700.0);
        ensure!(report.median("blocks", "backlog")? >= 7.0);
        Ok(())
    });
}

fn chooser_finds_a_best_way_for_each_kind_of_job() {
    lesson("chooser", |report| {
        ensure!(report.median("in turn", "waiting")? >= 300.0);
        ensure!(report.median("in turn", "stall")? >= 300.0);
        Ok(())
    });
}
