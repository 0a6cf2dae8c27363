//! What helps a reader beside the text: who makes a claim, which pages belong to a route, and what a word means.

use anyhow::{Context, Result, ensure};
use e2e::{Fault, Feature, Session, Site, WAIT_LIMIT, run, run_focused};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::axe;

e2e::tests! {
    Static:
        every_claim_that_a_run_settles_has_one_line_under_its_panel
        the_line_on_a_claim_stands_below_the_panel_and_leads_to_the_board
        the_contents_list_marks_the_forty_minute_path_and_deeper_pages
        a_word_of_the_glossary_opens_in_place_by_keyboard
        a_word_of_the_glossary_opens_by_pointer_and_is_a_link_without_scripts
}

fn every_claim_that_a_run_settles_has_one_line_under_its_panel() -> Result<()> {
    let site = Site::built()?;
    let select =
        |selector| scraper::Selector::parse(selector).expect("the selector is well-formed");
    let (lines, after) = (
        select(".said-by a"),
        select("wasm-example + .said-by > :last-child a"),
    );
    let mut told = Vec::new();
    for page in site.pages()? {
        if page == "print.html" {
            continue;
        }
        let html = scraper::Html::parse_document(&String::from_utf8(site.read(&page)?)?);
        for line in html.select(&lines) {
            told.extend(line.text().map(str::to_owned));
            let target = line.attr("href").unwrap_or_default();
            ensure!(target.starts_with("board.html#k"), "{page}: {target}");
        }
        let lists = html.select(&select(".said-by")).count();
        ensure!(
            html.select(&after).count() == lists,
            "{page}: a line is not under its panel"
        );
    }
    told.sort_unstable();
    let mut settled: Vec<String> = site
        .examples
        .iter()
        .flat_map(|it| &it.claims)
        .cloned()
        .collect();
    settled.sort_unstable();
    settled.dedup();
    let settled: Vec<String> = settled.iter().map(|id| format!("Claim {id}")).collect();
    ensure!(told == settled, "there are lines on {told:?}");
    Ok(())
}

fn the_line_on_a_claim_stands_below_the_panel_and_leads_to_the_board() {
    run(async |session| {
        session.open("freezing.html").await?;
        let told = session
            .script(
                "const list = document.querySelector('[data-example=on-hold] + .said-by');
                const panel = list.previousElementSibling.getBoundingClientRect();
                return [list.textContent, list.getBoundingClientRect().top >= panel.bottom];",
                vec![],
            )
            .await?;
        let says = told[0].as_str().unwrap_or_default();
        ensure!(
            says.contains("Claim K05: all five articles say so.") && told[1] == true,
            "{told}"
        );
        session
            .script("document.querySelector('.said-by a').click()", vec![])
            .await?;
        session
            .wait_for("the board", WAIT_LIMIT, async || {
                let row = "return document.querySelector('.claims :target')?.id ?? null";
                let row = session.script(row, vec![]).await?;
                Ok((row == json!("k05")).then_some(()))
            })
            .await
    });
}

/// The pages of the forty-minute path.
const PATH: [&str; 10] = [
    "index.html",
    "before-you-start.html",
    "meanwhile.html",
    "freezing.html",
    "event-loop.html",
    "callbacks.html",
    "promises-and-futures.html",
    "async-and-await.html",
    "threads.html",
    "waiting-and-computing.html",
];

/// The links of a contents list with a badge, by their addresses, and what the badge says; where the engine tells it, to those who do not see it too.
const BADGES: &str = "
    const root = new URL(arguments[1], location.href).href;
    return [...document.querySelectorAll(`${arguments[0]} a`)].flatMap((link) => {
        const { content } = getComputedStyle(link, '::after');
        return ['none', 'normal'].includes(content) ? [] : [[link.href.slice(root.length), content]];
    });";

async fn ensure_path_is_marked(session: &Session, list: &str, root: &str) -> Result<()> {
    let badges = session
        .script(BADGES, vec![json!(list), json!(root)])
        .await?;
    let badges: Vec<(String, String)> = serde_json::from_value(badges)?;
    let pages: Vec<&str> = badges.iter().map(|(page, _)| page.as_str()).collect();
    ensure!(pages == PATH, "{list} marks {pages:?}");
    for (page, says) in &badges {
        ensure!(
            says == "\"40′\" / \", on the forty-minute path\"",
            "{page} is marked {says}"
        );
    }
    Ok(())
}

fn the_contents_list_marks_the_forty_minute_path_and_deeper_pages() {
    run(async |session| {
        for (page, root) in [("index.html", "./"), ("contributing/index.html", "../")] {
            session.open(page).await?;
            ensure_path_is_marked(session, "#mdbook-sidebar", root).await?;
        }
        let deeper = session
            .script(
                "return [...document.querySelectorAll('#mdbook-sidebar a')]
                    .filter((link) => /Deeper/.test(link.textContent))
                    .map((link) => link.querySelector('.deeper')?.textContent ?? link.textContent);",
                vec![],
            )
            .await?;
        let all =
            |deeper: &Vec<Value>| !deeper.is_empty() && deeper.iter().all(|it| it == "Deeper");
        ensure!(deeper.as_array().is_some_and(all), "{deeper}");
        session.open("toc.html").await?;
        ensure_path_is_marked(session, "main", "./").await
    });
}

/// A page with words of the glossary, of which the first is tried.
const TERMS: &str = "async-and-await.html";
const TERM: &str = "main a.term";

/// What is seen of the note of the tried word: its text, whether the word says that it is open and is described by it, how far the page is scrolled and how high it is.
const NOTE: &str = "
    const term = document.querySelector(arguments[0]);
    const note = document.querySelector('.term-note');
    return {
        text: note?.checkVisibility() ? note.innerText : null,
        says: term.dataset.says,
        expanded: term.getAttribute('aria-expanded'),
        described: document.getElementById(term.getAttribute('aria-describedby'))?.innerText ?? null,
        within: !note || (({ left, right }) => left >= 0 && right <= document.documentElement.clientWidth)(note.getBoundingClientRect()),
        page: [scrollY, document.documentElement.scrollHeight, location.pathname],
        focus: document.activeElement === term,
    };";

async fn note(session: &Session) -> Result<Value> {
    session.frames_pass(3).await?;
    session.script(NOTE, vec![json!(TERM)]).await
}

async fn ensure_note(session: &Session, is_open: bool, when: &str) -> Result<Value> {
    let note = note(session).await?;
    let says = note["says"].as_str().unwrap_or_default();
    let starts = |value: &Value| value.as_str().is_some_and(|it| it.starts_with(says));
    let open = starts(&note["text"]) && starts(&note["described"]) && note["expanded"] == "true";
    let closed =
        note["text"].is_null() && note["described"].is_null() && note["expanded"] == "false";
    ensure!(
        note["within"] == true && if is_open { open } else { closed },
        "{when}: {note}"
    );
    Ok(note)
}

fn a_word_of_the_glossary_opens_in_place_by_keyboard() {
    run_focused(async |session| {
        session.open(TERMS).await?;
        // What comes later must not move the page meanwhile.
        session
            .wait_for("the page", WAIT_LIMIT, async || {
                let ready = session.script("return document.readyState", vec![]).await?;
                Ok((ready == "complete").then_some(()))
            })
            .await?;
        let center = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        session.script(center, vec![json!(TERM)]).await?;
        let before = ensure_note(session, false, "at first").await?;
        let focus = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
        session.script(focus, vec![json!(TERM)]).await?;
        let open = ensure_note(session, true, "with the focus").await?;
        ensure!(
            open["page"] == before["page"],
            "the page moved: {before} {open}"
        );
        session.press_key(Key::Escape.into()).await?;
        let closed = ensure_note(session, false, "after Escape").await?;
        ensure!(closed["focus"] == true, "the focus is lost: {closed}");
        for key in [Key::Enter.into(), ' '] {
            session.press_key(key).await?;
            ensure_note(session, true, "after a key").await?;
            session.press_key(Key::Escape.into()).await?;
            ensure_note(session, false, "after Escape again").await?;
        }
        // The next stop is the way to the whole entry, and the one after that is beyond.
        session.press_key(Key::Enter.into()).await?;
        session.press_key(Key::Tab.into()).await?;
        let at = "return document.activeElement.textContent";
        let at = session.script(at, vec![]).await?;
        ensure!(at == "Glossary", "the next stop is {at}");
        ensure_note(session, true, "within").await?;
        session.press_key(Key::Tab.into()).await?;
        let left = ensure_note(session, false, "beyond").await?;
        ensure!(left["page"][2] == before["page"][2], "the page is {left}");
        Ok(())
    });
}

fn a_word_of_the_glossary_opens_by_pointer_and_is_a_link_without_scripts() {
    run(async |session| {
        for width in [360, 1280] {
            if width == 360 && !session.can(Feature::NarrowPage) {
                continue;
            }
            session.set_size(width, 800).await?;
            session.open(TERMS).await?;
            let at = "
                const term = document.querySelector(arguments[0]);
                term.scrollIntoView({ block: 'center' });
                const { left, top, width, height } = term.getClientRects()[0];
                return [left + width / 2, top + height / 2];";
            let at: (f64, f64) =
                serde_json::from_value(session.script(at, vec![json!(TERM)]).await?)?;
            session.click_at(at.0, at.1).await?;
            ensure_note(session, true, "after a click").await?;
            axe::check(session, "main").await?;
            session.click_at(at.0, at.1 + 200.0).await?;
            ensure_note(session, false, "after a click elsewhere").await?;
        }
        session
            .server
            .break_file(&script_of_terms(session)?, Fault::Missing);
        session.allow_console("terms");
        session.open(TERMS).await?;
        let click = "document.querySelector(arguments[0]).click()";
        session.script(click, vec![json!(TERM)]).await?;
        session
            .wait_for("the glossary", WAIT_LIMIT, async || {
                let at = "return !!document.querySelector(':target') && location.pathname";
                let at = session.script(at, vec![]).await?;
                let is_there = at.as_str().is_some_and(|it| it.ends_with("/glossary.html"));
                Ok(is_there.then_some(()))
            })
            .await
    });
}

/// The script that opens notes, under the name that it has in the site.
fn script_of_terms(session: &Session) -> Result<String> {
    let files = session.site.files()?;
    let script = files
        .into_iter()
        .find(|it| it.contains("crates/site/terms"));
    script.context("the site has no script of the terms")
}
