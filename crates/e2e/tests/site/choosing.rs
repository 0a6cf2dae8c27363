//! The lessons of chapter 15: what each use waits for, and what it needs.

use anyhow::ensure;
use e2e::run_measured;

use crate::lesson;

#[test]
fn small_things_are_called_directly() {
    run_measured(async |session| {
        let report = lesson(session, "small-things").await?;
        ensure!(report.median("direct calls", "good")? == 0.8);
        ensure!(report.median("a worker", "good")? == 0.8);
        Ok(())
    });
}

#[test]
fn mail_may_stay_and_a_report_has_to_go() {
    run_measured(async |session| {
        let report = lesson(session, "mail-and-report").await?;
        let of = |measure, arm| report.median(arm, measure);
        ensure!(of("took", "the mail, on the page")? >= 590.0);
        let (here, there) = ("the report, on the page", "the report, in a worker");
        ensure!(of("report", here)? == of("report", there)?);
        Ok(())
    });
}

#[test]
fn one_request_is_as_long_awaited() {
    run_measured(async |session| {
        let report = lesson(session, "one-request").await?;
        ensure!(report.median("blocks, on the page", "lines")? == 6.0);
        ensure!(report.median("awaits, on the page", "lines")? == 4.0);
        ensure!(report.median("blocks, on the page", "hold")? >= 360.0);
        Ok(())
    });
}

#[test]
fn marks_are_passed_one_by_one() {
    run_measured(async |session| {
        let report = lesson(session, "marks").await?;
        let late = |arm| report.median(arm, "late");
        ensure!(late("100 ms")? >= 80.0 && late("300 ms")? >= 200.0);
        Ok(())
    });
}

#[test]
fn in_flight_are_several_files_unless_somebody_waits() {
    run_measured(async |session| {
        let report = lesson(session, "in-flight").await?;
        // WebKit's clock counts milliseconds: what came within one has no length, and is left out.
        for arm in ["all at once", "one after another"] {
            ensure!(
                (4.0..=10.0).contains(&report.median(arm, "asked")?),
                "{arm}"
            );
        }
        ensure!(report.median("one after another", "inversions")? == 0.0);
        Ok(())
    });
}

#[test]
fn who_writes_the_text_decides_whether_it_is_sent_and_who_blocks_when_it_is_seen() {
    run_measured(async |session| {
        let report = lesson(session, "who-writes").await?;
        let of = |measure, arm| report.median(arm, measure);
        ensure!(of("raw", "in the HTML")? == of("there", "in the HTML")?);
        for arm in [
            "in the HTML, blocked",
            "sync script, blocked",
            "async script, blocked",
        ] {
            ensure!(of("shown", arm)? >= 290.0, "{arm}");
        }
        for arm in ["sync script", "async script"] {
            ensure!(of("raw", arm)? == 0.0, "{arm}");
        }
        // WebKit may keep an async script waiting for the deferred one.
        for arm in ["in the HTML", "sync script"] {
            ensure!(of("shown", arm)? < 0.6 * of("loaded", arm)?, "{arm}");
        }
        Ok(())
    });
}

#[test]
fn a_database_answers_without_a_thread_of_ones_own() {
    run_measured(async |session| {
        let report = lesson(session, "database").await?;
        ensure!(report.median("a query", "asked")? >= 10.0);
        ensure!((400.0..600.0).contains(&report.median("a query", "found")?));
        Ok(())
    });
}

#[test]
fn a_dashboard_needs_threads_for_what_computes() {
    run_measured(async |session| {
        let report = lesson(session, "dashboard").await?;
        let hold = report.median("tasks, two compute", "hold")?;
        ensure!(
            hold >= 80.0,
            "two that compute held the page for {hold:.0} ms"
        );
        ensure!(report.median("twelve tasks", "updates")? >= 60.0);
        Ok(())
    });
}

#[test]
fn reactions_are_later_and_later_where_the_handler_blocks() {
    run_measured(async |session| {
        let report = lesson(session, "reactions").await?;
        // Twelve events, of which each takes 80 ms longer than the next one takes to come.
        ensure!(report.median("blocks", "last")? >= 700.0);
        ensure!(report.median("blocks", "backlog")? >= 7.0);
        Ok(())
    });
}

#[test]
fn chooser_finds_a_best_way_for_each_kind_of_job() {
    run_measured(async |session| {
        let report = lesson(session, "chooser").await?;
        ensure!(report.median("in turn", "waiting")? >= 300.0);
        ensure!(report.median("in turn", "hold")? >= 300.0);
        Ok(())
    });
}
