//! Pages on which nothing runs: without JavaScript, without a server, and for print.

use anyhow::{Result, ensure};
use e2e::{Feature, Session, run};
use serde_json::Value;

use crate::static_pages;

e2e::tests! {
    Static:
        without_javascript_a_page_shows_text_listings_and_recorded_runs
        the_page_for_print_shows_text_listings_and_recorded_runs
        without_a_server_a_page_says_so_and_shows_text_listings_and_recorded_runs
}

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

fn without_javascript_a_page_shows_text_listings_and_recorded_runs() {
    run(async |session| {
        session.forbid_scripts();
        let narrow = session.can(Feature::NarrowPage);
        if narrow {
            session.set_size(360, 900).await?;
        }
        for page in session.site.pages_with_examples()? {
            session.open(&page).await?;
            ensure_told(session, &page, "JavaScript").await?;
            // How wide recorded runs are in other windows, the page for print tells of all.
            static_pages::check_width(session).await?;
            if narrow {
                let left = "return document.querySelector('main').getBoundingClientRect().left";
                let left = session.script(left, vec![]).await?;
                ensure!(
                    left.as_f64().is_some_and(|left| left < 90.0),
                    "the text begins at {left}"
                );
            }
        }
        Ok(())
    });
}

fn the_page_for_print_shows_text_listings_and_recorded_runs() {
    run(async |session| {
        session.open("print.html").await?;
        printed(session).await
    });
}

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
