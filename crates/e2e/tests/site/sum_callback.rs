//! The lesson of `sum-callback`: a callback alone makes nothing asynchronous.

use anyhow::{Result, ensure};
use e2e::run;

use crate::{ensure_same_result, ensure_within};

const SLUG: &str = "sum-callback";
const HOLDING: [&str; 3] = ["returned", "direct callback", "after a timer"];
const YIELDING: [&str; 2] = ["in slices", "from a worker"];

#[test]
fn only_slices_and_the_worker_let_the_page_live() {
    run(async |session| {
        let page = session.site.example(SLUG)?.page.clone();
        session.open(&page).await?;
        let (report, _) = session.panel(SLUG).run().await?;
        ensure!(
            report.arm_names() == [HOLDING.as_slice(), &YIELDING].concat(),
            "the arms are {:?}",
            report.arm_names()
        );
        ensure_same_result(&report, "sum")?;

        let holds = |arms: &[&str]| -> Result<Vec<f64>> {
            arms.iter().map(|arm| report.median(arm, "hold")).collect()
        };
        let long = holds(&HOLDING)?;
        let short = holds(&YIELDING)?;
        for hold in &long {
            ensure_within("a callback's hold", *hold, long[0], 0.25)?;
        }
        for hold in &short {
            ensure!(
                *hold < 50.0 && long.iter().all(|long| *long >= hold * 10.0),
                "the holds are {long:.1?} and {short:.1?}"
            );
        }
        Ok(())
    });
}
