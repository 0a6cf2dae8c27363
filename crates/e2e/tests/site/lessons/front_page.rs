//! The lesson of the front page: six strategies for one piece of work.

use anyhow::ensure;

use crate::six_strategies::{FREEZING, YIELDING};
use crate::{ensure_same_result, lesson};

e2e::tests! {
    Shared:
        six_strategies_agree_and_half_of_them_hold_the_page
}

fn six_strategies_agree_and_half_of_them_hold_the_page() {
    lesson("six-strategies", |report| {
        ensure!(
            report.variant_names() == [FREEZING, YIELDING].concat(),
            "the variants are {:?}",
            report.variant_names()
        );
        ensure_same_result(report, "checksum")?;
        for holds in FREEZING {
            for does_not in YIELDING {
                let [long, short] =
                    [holds, does_not].map(|variant| report.median(variant, "stall"));
                let (long, short) = (long?, short?);
                ensure!(
                    long >= 5.0 * short,
                    "`{holds}` held the page for {long:.0} ms and `{does_not}` for {short:.0} ms"
                );
            }
        }
        Ok(())
    });
}
