//! Experiments that can fail: with a variant broken on purpose, each comes out unexpected, with its shortest settings and after Stop and Reset. Without, it does not: the board says so, in two engines with those settings.

use anyhow::{Context, Result, bail};
use e2e::{Feature, Need, Session, Site, Test, run_measured};
use url::form_urlencoded::byte_serialize;

use crate::contract::run_after_stop_and_reset;
use crate::controls::check_controls;
use crate::declaration;

/// A test for each example, those that need no cores of their own first: one that does waits for all others that run.
pub fn tests() -> Vec<Test> {
    let site = Site::built().unwrap_or_else(|error| panic!("{error:#}"));
    let mut slugs: Vec<String> = site.examples.into_iter().map(|it| it.slug).collect();
    slugs.sort_by_key(|slug| cores(slug));
    let broken = slugs.into_iter().map(|slug| {
        // Rules know no engine, so one engine is enough to see that they can fail.
        Test::new(module_path!(), &slug.clone(), Need::Shared, move || {
            e2e::run_measured_with(&[Feature::ManyRuns], async |session| {
                one_variant(session, &slug).await
            });
        })
    });
    broken.chain(others()).collect()
}

fn others() -> Vec<Test> {
    vec![Test::new(
        module_path!(),
        "a_run_after_stop_and_reset_is_like_the_first_and_leaves_other_panels_alone",
        Need::Shared,
        a_run_after_stop_and_reset_is_like_the_first_and_leaves_other_panels_alone,
    )]
}

/// How many cores an example needs.
fn cores(slug: &str) -> u32 {
    declaration(slug).map_or(0, |declaration| declaration.cores)
}

fn a_run_after_stop_and_reset_is_like_the_first_and_leaves_other_panels_alone() {
    run_measured(async |session| {
        for slug in ["freeze", "six-strategies"] {
            session.open_shortest("index.html").await?;
            run_after_stop_and_reset(session, &session.panel(slug)).await?;
        }
        Ok(())
    });
}

/// Where the first variant is no more than a few cores away from its opposite, another one tells.
const NOT_THE_FIRST: [(&str, &str); 1] = [("swamp", "unbounded queue")];

/// How many runs with a broken variant may leave it open what they show: twice the same work takes unequal times on a busy machine, and the panel then asks for another run.
const RUNS: usize = 3;

/// Tries the buttons of a panel with its shortest settings and its first variant broken, and runs the whole.
///
/// One variant shows that breaking reaches the rules in a browser; the host's tests put every variant's opposite through them.
pub(crate) async fn one_variant(session: &Session, slug: &str) -> Result<()> {
    let page = &session.site.example(slug)?.page;
    let other = NOT_THE_FIRST.iter().find(|(own, _)| *own == slug);
    let variant = match other {
        Some((_, name)) => (*name).to_owned(),
        None => {
            let names = session.site.variants(slug)?;
            names.into_iter().next().context("it has no variants")?
        }
    };
    let value: String = byte_serialize(variant.as_bytes()).collect();
    let shortest = session.site.shortest(page)?;
    session
        .open(&format!("{page}?{shortest}&{slug}.broken={value}"))
        .await?;
    let panel = session.panel(slug);
    check_controls(&panel).await?;
    let mut undecided = Vec::new();
    for _ in 0..RUNS {
        let (report, _) = panel.run().await?;
        match panel.outcome().await?.as_deref() {
            Some("unexpected") => return Ok(()),
            Some("unmeasurable") => undecided.push(report.findings),
            outcome => bail!(
                "with `{variant}` broken the outcome is {outcome:?}: {:#?}",
                report.findings
            ),
        }
    }
    bail!("with `{variant}` broken no run decides: {undecided:#?}")
}
