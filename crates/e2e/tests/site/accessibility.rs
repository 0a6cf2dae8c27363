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

/// Pages with colours of their own: those with parts that only scripts make.
const COLOURED: [&str; 6] = [
    "index.html",
    "answers.html",
    "board.html",
    "choosing.html",
    "questions.html",
    "glossary.html",
];

fn no_page_has_a_fault() {
    run(async |session| {
        for page in session.some_of(session.site.pages()?) {
            // It holds the text and the recorded runs of all the others.
            let whole = page == "print.html";
            let own_colours = whole || COLOURED.contains(&page.as_str());
            let themes = match session.can(Feature::ManyRuns) {
                true if own_colours => &THEMES[..],
                false if whole => continue,
                _ => &THEMES[..1],
            };
            // What lies around the text is the same on all pages, and the frame of the contents has no text.
            let part = match page.as_str() {
                "index.html" | "toc.html" => "html",
                _ => "main",
            };
            session.open(&page).await?;
            let checked = check_in(session, part, part, themes).await;
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
