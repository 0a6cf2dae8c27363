//! What axe-core finds on every page.

use anyhow::{Context, ensure};
use e2e::{Fault, Feature, run, run_with};
use serde_json::json;

use crate::axe::{THEMES, check, check_in};

e2e::tests! {
    Static:
        no_page_has_a_fault
        what_opens_over_a_page_has_no_fault
        no_page_has_a_fault_without_javascript_on_a_dark_system
}

fn no_page_has_a_fault() {
    run(async |session| {
        for page in session.some_of(session.site.pages()?) {
            // It holds all the others once more, which takes long: their colours have been looked at.
            let whole = page == "print.html";
            let themes = match session.can(Feature::ManyRuns) {
                true if !whole => &THEMES[..],
                false if whole => continue,
                _ => &THEMES[..1],
            };
            // What lies around the text is the same on all pages.
            let coloured = if page == "index.html" || whole {
                "html"
            } else {
                "main"
            };
            session.open(&page).await?;
            let checked = check_in(session, "html", coloured, themes).await;
            checked.map_err(|error| error.context(page))?;
        }
        Ok(())
    });
}

fn what_opens_over_a_page_has_no_fault() {
    run(async |session| {
        for (page, open) in [
            ("index.html?search=future", ""),
            (
                "index.html",
                "document.getElementById('mdbook-theme-toggle').click()",
            ),
            (
                "index.html",
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true}))",
            ),
        ] {
            session.open(page).await?;
            session.script(open, vec![]).await?;
            session.frames_pass(5).await?;
            // A theme is chosen by its button, which closes what is open.
            let checked = check_in(session, "html", "main", &THEMES[..1]).await;
            checked.with_context(|| format!("{page}, {open}"))?;
        }
        Ok(())
    });
}

fn no_page_has_a_fault_without_javascript_on_a_dark_system() {
    run_with(&[Feature::DarkSystem], async |session| {
        // Not forbidden altogether, because axe is a script too.
        for script in session
            .site
            .files()?
            .iter()
            .filter(|it| it.ends_with(".js"))
        {
            session.server.break_file(script, Fault::Missing);
        }
        session.allow_console(".js");
        for page in ["index.html", "event-loop.html", "articles.html"] {
            session.open(page).await?;
            let ground = "return getComputedStyle(document.body).backgroundColor";
            let ground = session.script(ground, vec![]).await?;
            ensure!(ground != json!("rgb(255, 255, 255)"), "{page} is not dark");
            check(session, "html")
                .await
                .map_err(|error| error.context(page))?;
        }
        Ok(())
    });
}
