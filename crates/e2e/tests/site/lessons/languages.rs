//! The lessons of chapter 14: the same ideas elsewhere, and the two natures of JavaScript.

use anyhow::ensure;

use crate::lesson;

#[test]
fn ideas_are_the_same_and_begin_otherwise() {
    lesson("ideas", |report| {
        for arm in ["JavaScript", "Rust", "Python, recorded"] {
            ensure!(report.median(arm, "ideas")? == 9.0, "{arm}");
        }
        let took = |arm| report.median(arm, "took");
        // The pause and the work, or the longer of the two.
        ensure!(took("Rust")? >= 495.0);
        ensure!(took("Rust, spawned")? <= 0.8 * took("Rust")?);
        Ok(())
    });
}

#[test]
fn asyncio_is_mirrored_line_by_line() {
    lesson("asyncio", |report| {
        for arm in ["Rust, awaited", "Rust, one blocks"] {
            ensure!(report.median(arm, "differ")? == 0.0, "{arm}");
        }
        // The grill blocks for 3.3 units of 100 ms.
        ensure!(report.median("Rust, one blocks", "hold")? >= 320.0);
        ensure!(report.median("Rust, one blocks", "late")? >= 250.0);
        Ok(())
    });
}

#[test]
fn one_click_is_run_to_its_end() {
    lesson("one-click", |report| {
        for arm in ["in JavaScript", "in Rust"] {
            ensure!(report.median(arm, "interrupted")? == 0.0, "{arm}");
            ensure!(report.median(arm, "hold")? >= 290.0, "{arm}");
        }
        let hold = report.median("a loop that awaits", "hold")?;
        ensure!(
            hold <= 150.0,
            "the loop that awaits held the page for {hold:.0} ms"
        );
        Ok(())
    });
}

#[test]
fn ajax_is_as_synchronous_as_its_flag() {
    lesson("ajax", |report| {
        let seen = |arm| report.median(arm, "seen");
        ensure!(seen("synchronous flag")? == 1.0);
        ensure!(seen("asynchronous flag")? + seen("fetch")? == 0.0);
        ensure!(report.median("synchronous flag", "frames")? <= 1.0);
        ensure!(report.median("fetch", "frames")? >= 5.0);
        Ok(())
    });
}

#[test]
fn facilities_that_block_are_few_on_a_page() {
    lesson("facilities", |report| {
        let blocking = |arm| report.median(arm, "blocking");
        // The request with its flag, the small store, the question and the compiled module, wherever they are left.
        ensure!((3.0..=5.0).contains(&blocking("on the page")?));
        ensure!(blocking("in a worker")? >= 4.0);
        Ok(())
    });
}
