//! The lessons of chapter 9: what a step costs, what a crowd costs, and what a server bears.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        the_ladder_leads_from_a_call_to_a_worker
        waiters_are_bytes_as_futures_and_megabytes_as_workers
        a_swamp_is_made_of_threads_and_of_work_without_limit
        a_server_is_the_same_for_everybody_in_virtual_time
}

fn the_ladder_leads_from_a_call_to_a_worker() {
    lesson("ladder", |report| {
        let cost = |variant| report.median(variant, "cost");
        ensure!(cost("plain call")? < 20.0);
        ensure!(cost("nested timer")? >= 3.5e6);
        ensure!(cost("a worker")? >= 1e6);
        Ok(())
    });
}

fn waiters_are_bytes_as_futures_and_megabytes_as_workers() {
    lesson("waiters", |report| {
        ensure!(report.median("sixteen futures", "bytes")? <= 256.0);
        ensure!(report.median("sixteen workers", "bytes")? >= 1e6);
        Ok(())
    });
}

fn a_swamp_is_made_of_threads_and_of_work_without_limit() {
    lesson("swamp", |report| {
        ensure!(report.median("at most 8 in line", "longest")? <= 8.0);
        ensure!(report.median("at most 8 in line", "refused")? >= 20.0);
        ensure!(report.median("no limit", "refused")? == 0.0);
        // Ten thousand that wait for 200 ms are through soon after.
        ensure!(report.median("10,000 waiting", "took")? <= 1000.0);
        Ok(())
    });
}

fn a_server_is_the_same_for_everybody_in_virtual_time() {
    lesson("server", |report| {
        let crowd = |variant| report.median(variant, "crowd");
        ensure!((19.0..20.5).contains(&crowd("one that blocks")?));
        ensure!((900.0..1020.0).contains(&crowd("one loop")?));
        // Those inside are the rate times the time that each is inside.
        for (variant, rate) in [
            ("the loop, half full", 500.0),
            ("the loop, nearly full", 950.0),
        ] {
            let (inside, mean) = (
                report.median(variant, "inside")?,
                report.median(variant, "mean")?,
            );
            let law = rate * mean / 1000.0;
            ensure!((inside / law - 1.0).abs() < 0.05, "{inside} and {law}");
        }
        Ok(())
    });
}
