//! All panels run on the verdict board, at their usual settings in one engine and at their shortest in the others; the reports of usual runs are left for the tests of lessons.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Engine, Feature, Report, Session, run, twice_more};

use serde_json::{Map, Value};

use crate::{axe, board, contract};

e2e::tests! {
    Shared:
        run_on_the_board_and_find_what_is_expected
}

/// The reports of the board's run, for the tests of lessons: nothing until it is over.
static LEFT: (Mutex<Option<BTreeMap<String, Report>>>, Condvar) =
    (Mutex::new(None), Condvar::new());

/// Whether the board runs in this process, at the usual settings.
static RUNS: AtomicBool = AtomicBool::new(false);

/// Says whether the board runs in this process.
pub fn set_runs(runs: bool) {
    let usual = |engine: Engine| engine.lacks(Feature::ManyRuns).is_none();
    RUNS.store(runs && Engine::from_environment().is_ok_and(usual), Relaxed);
}

/// Waits for the report that the board's run leaves of an example; nothing where the board does not run at the usual settings.
pub fn report(slug: &str) -> Option<Result<Report>> {
    if !RUNS.load(Relaxed) {
        return None;
    }
    let (left, over) = &LEFT;
    let left = left.lock().expect("nothing panics while it holds this");
    let left = over.wait_while(left, |left| left.is_none());
    let left = left.expect("nothing panics while it holds this");
    let report = left.as_ref().and_then(|left| left.get(slug));
    let report = report.with_context(|| format!("the board has left no report of {slug}"));
    Some(report.cloned())
}

/// Leaves reports to the tests of lessons, which wait for no others.
fn leave(reports: BTreeMap<String, Report>) {
    let (left, over) = &LEFT;
    let mut left = left.lock().expect("nothing panics while it holds this");
    left.get_or_insert(reports);
    over.notify_all();
}

/// Has the tests of lessons wait no more when the board's test is over, however it ends.
struct End;

impl Drop for End {
    fn drop(&mut self) {
        leave(BTreeMap::new());
    }
}

fn run_on_the_board_and_find_what_is_expected() {
    let _end = End;
    run(async |session| {
        if !session.can(Feature::ManyRuns) {
            shorten(session)?;
        }
        session.open(BOARD).await?;
        let mut reports = session.run_all().await?;
        let alert = session.text("verdict-board [role=alert]").await?;
        for example in &session.site.examples {
            let slug = &example.slug;
            let report = reports.get(slug);
            let report = report.with_context(|| format!("it has not run: {alert}"));
            if let Err(error) = report.and_then(|report| contract::check_report(report, example)) {
                let wrong = error.context(format!("{slug} on the board"));
                let again = async || contract::run_on_its_page(session, slug).await;
                let again = twice_more(&wrong, again).await;
                let report = again.with_context(|| format!("{wrong:#}"))?;
                reports.insert(slug.clone(), report);
            }
        }
        leave(reports);
        session.open(BOARD).await?;
        let counted = session.text(".counts").await?;
        let settled = board::claims(session, "[data-home]").await?;
        ensure!(
            counted.starts_with(&format!("You have run {settled} of {settled} claims: ")),
            "{counted}"
        );
        ensure!(!counted.contains("Not as this book expects"), "{counted}");
        axe::check(session, "main").await
    });
}

/// Gives the panels of each page that the board frames their shortest settings.
fn shorten(session: &Session) -> Result<()> {
    let mut queries = Map::new();
    for page in session.site.pages_with_examples()? {
        let shortest = session.site.shortest(&page)?;
        queries.insert(page, Value::String(shortest));
    }
    let queries = Value::Object(queries);
    session.server.add_script(&format!(
        "{{
            const query = {queries}[location.pathname.split('/').at(-1)];
            if (self !== top && query) history.replaceState(null, '', `?${{query}}`);
        }}"
    ));
    Ok(())
}
