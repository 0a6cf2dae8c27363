//! Pages that lack something: JavaScript, WebAssembly, storage, a server, a worker, or a screen.

use anyhow::{Context, Result, ensure};
use e2e::{Fault, Feature, Session, run, run_with};
use serde_json::{Value, json};

use crate::beside::pages;
use crate::{ensure_outcome, ensure_worker_is_missed};

/// What a page shows where nothing runs; a listing may be folded, since unfolding needs no script.
const LOOK: &str = "
    const panels = [...document.querySelectorAll('wasm-example')];
    const shown = (element) => (element.shadowRoot
        ? [...element.shadowRoot.children].map((child) => child.innerText ?? '').join('')
        : element.innerText).trim();
    return {
        text: document.querySelector('main').innerText.length,
        listings: [...document.querySelectorAll('main pre code')].filter((code) => code.textContent.trim()).length,
        notes: panels.map(shown),
        run: panels.filter((panel) => [...(panel.shadowRoot?.querySelectorAll('button') ?? [])]
            .some((button) => /^Run/.test(button.innerText.trim()) && button.checkVisibility())).length,
    };";

#[test]
fn without_javascript_a_page_shows_text_listings_and_recorded_runs() {
    run(async |session| {
        session.forbid_scripts();
        for page in session.site.pages_with_examples()? {
            session.open(&page).await?;
            ensure_told(session, &page, "JavaScript").await?;
            if session.can(Feature::NarrowPage) {
                pages::check_widths(session).await?;
                session.set_size(360, 900).await?;
                session.open(&page).await?;
                let left = "return document.querySelector('main').getBoundingClientRect().left";
                let left = session.script(left, vec![]).await?;
                ensure!(
                    left.as_f64().is_some_and(|left| left < 90.0),
                    "the text begins at {left}"
                );
                session.set_size(1280, 900).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_page_for_print_shows_text_listings_and_recorded_runs() {
    run(async |session| {
        session.open("print.html").await?;
        printed(session).await
    });
}

#[test]
fn without_webassembly_a_panel_says_so_and_shows_a_recorded_run() {
    run_with(&[Feature::NoWebAssembly], async |session| {
        session.open("index.html").await?;
        let panel = session.panel("freeze");
        panel.press("Run").await?;
        let state = panel.wait_state(&["failed", "done"]).await?;
        ensure!(state == "failed", "it is {state}");
        let alerts = panel.alerts().await?;
        ensure!(
            alerts
                .iter()
                .any(|alert| alert.contains("WebAssembly is switched off")
                    && alert.contains("Allow it for this site")),
            "it says {alerts:?}"
        );
        let shown = panel
            .script(
                "return panel.querySelector('figure').checkVisibility()",
                json!(null),
            )
            .await?;
        ensure!(shown == true, "the recorded run does not show");
        Ok(())
    });
}

#[test]
fn without_storage_the_book_runs_and_what_needs_a_service_worker_says_so() {
    run_with(&[Feature::NoStorage], async |session| {
        session.open("index.html?freeze.ms=200").await?;
        // What stands in for the storage takes everything and keeps nothing.
        let kept = "localStorage.setItem('a', 'b'); return localStorage.getItem('a');";
        let kept = session.script(kept, vec![]).await?;
        ensure!(kept.is_null(), "the browser keeps {kept}");
        session.panel("freeze").run().await?;
        let example = session.site.example("metrics")?;
        session.open(&example.page).await?;
        let (report, _) = session.panel("metrics").run().await?;
        ensure_outcome(&report, "unmeasurable")?;
        ensure_worker_is_missed(&report)?;
        let example = session.site.example("lasting")?;
        session.open(&example.page).await?;
        let (report, _) = session.panel("lasting").run().await?;
        ensure_outcome(&report, "unmeasurable")
    });
}

#[test]
fn without_room_an_order_is_refused_aloud_and_the_page_goes_on() {
    run_with(&[Feature::FullStorage], async |session| {
        let page = &session.site.example("lasting")?.page;
        session.open(page).await?;
        session.fill_storage().await?;
        let panel = session.panel("lasting");
        panel.press("Run stored, both ended").await?;
        panel.wait_state(&["failed"]).await?;
        let alerts = panel.alerts().await?;
        ensure!(alerts[0].contains("Quota"), "{alerts:?}");
        session.panel("pipeline").run_arm("room for two").await?;
        Ok(())
    });
}

#[test]
fn without_the_worker_that_watches_a_panel_runs_all_the_same() {
    run(async |session| {
        session.open("index.html?freeze.ms=200").await?;
        session.panel("freeze").run().await?;
        let fetched = session.server.requested();
        let watcher = fetched
            .iter()
            .find(|path| path.ends_with("watcher.js"))
            .context("no worker watches")?
            .clone();
        session.server.break_file(&watcher, Fault::Missing);
        session.allow_console("watcher.js");
        session.open("index.html?freeze.ms=200").await?;
        let (report, _) = session.panel("freeze").run().await?;
        ensure_outcome(&report, "as-expected")?;
        Ok(())
    });
}

#[test]
fn without_a_server_a_page_says_so_and_shows_text_listings_and_recorded_runs() {
    run(async |session| {
        for page in session.site.pages_with_examples()? {
            session.open_file(&page).await?;
            ensure_told(session, &page, "opened as a file").await?;
        }
        Ok(())
    });
}

/// Checks that the open page can be read, and that each of its panels names what is missing.
async fn ensure_told(session: &Session, page: &str, missing: &str) -> Result<()> {
    let look = session.script(LOOK, vec![]).await?;
    ensure_readable(page, &look)?;
    ensure!(
        notes(&look).all(|note| note.contains(missing)),
        "a note on {page} does not name what is missing: {look}"
    );
    Ok(())
}

async fn printed(session: &Session) -> Result<()> {
    let look = session.script(LOOK, vec![]).await?;
    ensure_readable("print.html", &look)?;
    ensure!(look["run"] == 0, "a panel can be run in print: {look}");
    let fetched = session.server.requested();
    ensure!(
        !fetched.iter().any(|path| path.ends_with(".wasm")),
        "print.html has fetched {fetched:?}"
    );
    Ok(())
}

fn ensure_readable(page: &str, look: &Value) -> Result<()> {
    ensure!(look["text"] != 0, "{page} shows no text");
    ensure!(look["listings"] != 0, "{page} shows no listing");
    ensure!(
        notes(look).next().is_some() && notes(look).all(|note| !note.is_empty()),
        "{page} has a panel without a note: {look}"
    );
    ensure!(
        notes(look).all(|note| note.contains("A recorded run")),
        "{page} has a panel without a recorded run: {look}"
    );
    Ok(())
}

/// What stands in place of each panel.
fn notes(look: &Value) -> impl Iterator<Item = &str> {
    look["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}
