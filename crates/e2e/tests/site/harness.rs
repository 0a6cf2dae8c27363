//! The tests' own eyes: they see in every engine what goes wrong, and skip nothing that an engine can do.

use anyhow::{Result, ensure};
use e2e::{Feature, Server, Session, Site, WAIT_LIMIT, run};
use serde_json::json;

e2e::tests! {
    Shared:
        whatever_goes_wrong_in_a_page_is_a_complaint
        the_table_says_of_each_engine_which_entries_it_records
}

/// Goes wrong in every way that a page can see, and once in a way that it deals with itself.
const PAGE: &str = "<!DOCTYPE html><html><head><title>Trouble</title></head><body><script>
    addEventListener('error', (event) => {
        if (event.message?.includes('dealt with')) event.preventDefault();
    });
    console.error('logged');
    Promise.reject(new Error('rejected'));
    setTimeout(() => { throw new Error('dealt with'); });
    setTimeout(() => { throw new Error('thrown'); });
    Promise.allSettled([fetch('missing.txt'), fetch('STRANGER', {mode: 'no-cors'})])
        .then(() => setTimeout(() => window.over = true, 100));
</script></body></html>";

fn whatever_goes_wrong_in_a_page_is_a_complaint() {
    e2e::block_on(complaints_of_a_bad_page()).unwrap_or_else(|error| panic!("{error:#}"));
}

async fn complaints_of_a_bad_page() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let stranger = Server::start(folder.path()).await?;
    let stranger = stranger.url("examples.json");
    std::fs::write(folder.path().join("examples.json"), "[]")?;
    std::fs::write(folder.path().join("good.html"), "<head></head>")?;
    std::fs::write(
        folder.path().join("bad.html"),
        PAGE.replace("STRANGER", &stranger),
    )?;
    let mut session = Session::start(Site::in_folder(folder.path())?, &[]).await?;
    let seen = seen_of_the_bad_page(&session).await;
    session.close().await;

    let (before, after) = seen?;
    ensure!(
        before.is_empty(),
        "a good page is complained of: {before:#?}"
    );
    for part in ["logged", "rejected", "thrown", "missing.txt", &stranger] {
        ensure!(
            after.iter().any(|complaint| complaint.contains(part)),
            "nobody saw `{part}`: {after:#?}"
        );
    }
    ensure!(
        !after
            .iter()
            .any(|complaint| complaint.contains("dealt with")),
        "what the page deals with is complained of: {after:#?}"
    );
    Ok(())
}

/// The complaints before the bad page, and after it has been left.
async fn seen_of_the_bad_page(session: &Session) -> Result<(Vec<String>, Vec<String>)> {
    session.open("good.html").await?;
    let before = session.complaints().await?;
    session.open("bad.html").await?;
    session
        .wait_for("the end of it", WAIT_LIMIT, async || {
            let over = session.script("return window.over ?? null", vec![]).await?;
            Ok((over == json!(true)).then_some(()))
        })
        .await?;
    session.open("good.html").await?;
    Ok((before, session.complaints().await?))
}

fn the_table_says_of_each_engine_which_entries_it_records() {
    run(async |session| {
        let kinds = "return PerformanceObserver.supportedEntryTypes";
        let kinds: Vec<String> = serde_json::from_value(session.script(kinds, vec![]).await?)?;
        for (feature, kind) in [
            (Feature::LongTasks, "longtask"),
            (Feature::EventTiming, "event"),
            (Feature::LayoutShifts, "layout-shift"),
        ] {
            ensure!(
                kinds.iter().any(|found| found == kind) == session.can(feature),
                "the table is wrong about {feature:?}: there are {kinds:?}"
            );
        }
        Ok(())
    });
}
