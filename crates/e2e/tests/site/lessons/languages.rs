//! The lessons of chapter 14: the same ideas elsewhere, and the two natures of JavaScript.

use anyhow::ensure;

use crate::lesson;

e2e::tests! {
    Shared:
        ideas_are_the_same_and_begin_otherwise
        asyncio_is_mirrored_line_by_line
        one_click_is_run_to_its_end
        ajax_is_as_synchronous_as_its_flag
        facilities_that_block_are_few_on_a_page
}

fn ideas_are_the_same_and_begin_otherwise() {
    lesson("ideas", |report| {
        for variant in ["JavaScript", "Rust", "Python, recorded"] {
            ensure!(report.median(variant, "ideas")? == 9.0, "{variant}");
        }
        let took = |variant| report.median(variant, "took");
        // The pause and the work, or the longer of the two.
        ensure!(took("Rust")? >= 495.0);
        ensure!(took("Rust, spawned")? <= 0.8 * took("Rust")?);
        Ok(())
    });
}

fn asyncio_is_mirrored_line_by_line() {
    lesson("asyncio", |report| {
        for variant in ["Rust, awaited", "Rust, one blocks"] {
            ensure!(report.median(variant, "differ")? == 0.0, "{variant}");
        }
        // The grill blocks for 3.3 units of 100 ms.
        ensure!(report.median("Rust, one blocks", "stall")? >= 320.0);
        ensure!(report.median("Rust, one blocks", "late")? >= 250.0);
        Ok(())
    });
}

fn one_click_is_run_to_its_end() {
    lesson("one-click", |report| {
        for variant in ["in JavaScript", "in Rust"] {
            ensure!(report.median(variant, "interrupted")? == 0.0, "{variant}");
            ensure!(report.median(variant, "stall")? >= 290.0, "{variant}");
        }
        let hold = report.median("a loop that awaits", "stall")?;
        ensure!(
            hold <= 150.0,
            "the loop that awaits held the page for {hold:.0} ms"
        );
        Ok(())
    });
}

fn ajax_is_as_synchronous_as_its_flag() {
    lesson("ajax", |report| {
        let seen = |variant| report.median(variant, "seen");
        ensure!(seen("synchronous flag")? == 1.0);
        ensure!(seen("asynchronous flag")? + seen("fetch")? == 0.0);
        ensure!(report.median("synchronous flag", "frames")? <= 1.0);
        ensure!(report.median("fetch", "frames")? >= 5.0);
        Ok(())
    });
}

fn facilities_that_block_are_few_on_a_page() {
    lesson("facilities", |report| {
        let blocking = |variant| report.median(variant, "blocking");
        // The request with its flag, the small store, the question and the compiled module, wherever they are left.
        ensure!((3.0..=5.0).contains(&blocking("on the page")?));
        ensure!(blocking("in a worker")? >= 4.0);
        Ok(())
    });
}
