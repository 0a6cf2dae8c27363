//! The book without a mouse.

use anyhow::{Context, Result, ensure};
use e2e::{Panel, Session, WAIT_LIMIT, run_focused};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::your_turn;

e2e::tests! {
    Static:
        the_first_stop_leads_past_the_sidebar
        every_button_of_every_panel_is_reached_and_none_keeps_the_focus
        a_run_goes_by_the_keyboard_and_its_arrows_do_not_turn_the_books_pages
        the_focus_is_never_lost_where_a_run_begins_and_ends
        the_arrows_scroll_a_wide_listing_and_turn_the_page_elsewhere
}

/// More than the stops of any page.
const STOPS: usize = 400;

/// Where the focus is: in which panel, by which name, and whether one sees it there.
const FOCUS: &str = "
    let at = document.activeElement;
    const panel = at.dataset.example ?? null;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const style = getComputedStyle(at);
    const {width, height} = at.getBoundingClientRect();
    return {
        panel,
        name: e2e.name(at) || at.getAttribute('aria-label') || at.type || at.tagName,
        id: at.id,
        kind: at.localName === 'a' ? 'link' : at.type,
        page: at === document.body,
        seen: width > 0 && height > 0 && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'),
    };";

/// How many stops are asked for at once.
const STRIDE: usize = 25;

/// Has the page note from now on where each Tab leads.
fn note_stops() -> String {
    format!(
        "window.stops = [];
        const focus = () => {{ {FOCUS} }};
        addEventListener('keyup', ({{ key }}) => key === 'Tab' && stops.push(focus()), true);"
    )
}

/// Presses a key and tells where the focus is then.
async fn press(session: &Session, key: Key) -> Result<Value> {
    session.press_key(key.into()).await?;
    session.script(FOCUS, vec![]).await
}

/// Goes from stop to stop from the top of the open page, until the focus leaves the page or comes back to its first stop.
async fn walk(session: &Session) -> Result<Vec<Value>> {
    session.script(&note_stops(), vec![]).await?;
    for _ in 0..STOPS / STRIDE {
        session.press_key_times(Key::Tab.into(), STRIDE).await?;
        let stops = session.script("return stops", vec![]).await?;
        let mut stops: Vec<Value> = serde_json::from_value(stops)?;
        let again =
            |(nth, stop): (usize, &Value)| stop["page"] == true || nth > 0 && *stop == stops[0];
        if let Some(end) = stops.iter().enumerate().position(again) {
            stops.truncate(end);
            return Ok(stops);
        }
    }
    anyhow::bail!("the focus is trapped: it was at {STOPS} stops")
}

fn the_first_stop_leads_past_the_sidebar() {
    run_focused(async |session| {
        session.open("event-loop.html").await?;
        let stop = press(session, Key::Tab).await?;
        ensure!(
            stop["name"] == "Skip to the text" && stop["seen"] == true,
            "{stop}"
        );
        let stop = press(session, Key::Enter).await?;
        ensure!(stop["id"] == "mdbook-content", "it leads to {stop}");
        Ok(())
    });
}

fn every_button_of_every_panel_is_reached_and_none_keeps_the_focus() {
    run_focused(async |session| {
        for page in session.some_of(session.site.pages_with_examples()?) {
            session.open(&page).await?;
            let stops = walk(session).await.with_context(|| page.clone())?;
            for stop in stops.iter().filter(|stop| !stop["panel"].is_null()) {
                ensure!(
                    stop["seen"] == true,
                    "{page}: one does not see the focus at {stop}"
                );
            }
            for example in session.site.examples.iter().filter(|it| it.page == page) {
                let reached = |name: &str| {
                    stops
                        .iter()
                        .any(|stop| stop["panel"] == example.slug.as_str() && stop["name"] == name)
                };
                let panel = session.panel(&example.slug);
                for button in shown(&panel).await? {
                    ensure!(
                        reached(&button),
                        "{page}: `{button}` of {} is not reached: {stops:#?}",
                        example.slug
                    );
                }
                let kinds = panel.script(KINDS, Value::Null).await?;
                for (kind, shown) in kinds.as_object().into_iter().flatten() {
                    let of_kind = |stop: &&Value| {
                        stop["panel"] == example.slug.as_str() && stop["kind"] == kind.as_str()
                    };
                    let reached = stops.iter().filter(of_kind).count();
                    ensure!(
                        Some(reached as u64) >= shown.as_u64(),
                        "{page}: {reached} of {shown} stops of the kind {kind} in {}: {stops:#?}",
                        example.slug
                    );
                }
            }
        }
        Ok(())
    });
}

/// What else a panel has to be reached; a group of radio buttons is one stop.
const KINDS: &str = "
    const count = (selector) => [...panel.shadowRoot.querySelectorAll(selector)].filter((it) => it.checkVisibility({ visibilityProperty: true })).length;
    return {
        number: count('input[type=number]'),
        text: count('input[type=text]'),
        radio: Math.min(1, count('input[type=radio]')),
        link: count('a[href]'),
    };";

/// The names of the buttons that a reader sees.
async fn shown(panel: &Panel<'_>) -> Result<Vec<String>> {
    let shown = panel
        .script(
            "return e2e.buttons(panel).filter((button) => button.checkVisibility({visibilityProperty: true})).map(e2e.name)",
            Value::Null,
        )
        .await?;
    Ok(serde_json::from_value(shown)?)
}

fn a_run_goes_by_the_keyboard_and_its_arrows_do_not_turn_the_books_pages() {
    run_focused(async |session| {
        session.open("index.html?freeze.ms=200").await?;
        let panel = session.panel("freeze");
        panel
            .script("e2e.button(panel, 'Run').focus()", json!(null))
            .await?;
        session.press_key(Key::Right.into()).await?;
        session.press_key(Key::Enter.into()).await?;
        panel.wait_state(&["done"]).await?;
        // The focus stays where it was, and results follow it.
        let stop = session.script(FOCUS, vec![]).await?;
        ensure!(stop["panel"] == "freeze", "the focus went to {stop}");
        let results = walk_on(session, "freeze").await?;
        ensure!(
            results.iter().any(|name| name == "All figures and events"),
            "the results are not reached: {results:?}"
        );
        panel
            .script(
                "panel.shadowRoot.querySelector('summary').focus()",
                json!(null),
            )
            .await?;
        session.press_key(Key::Right.into()).await?;
        session.frames_pass(5).await?;
        let page = session.script("return location.pathname", vec![]).await?;
        ensure!(
            page.as_str()
                .is_some_and(|page| page.ends_with("/index.html")),
            "the book has turned to {page}"
        );
        Ok(())
    });
}

fn the_focus_is_never_lost_where_a_run_begins_and_ends() {
    run_focused(async |session| {
        let panel = your_turn(session, "lanes").await?;
        press_button(session, &panel, "Enough", "Enough").await?;
        panel.wait_state(&["done"]).await?;
        ensure_focus(session, "lanes", "Enough").await?;

        session.open("index.html?freeze.ms=200").await?;
        let panel = session.panel("freeze");
        press_button(session, &panel, "Run", "Run").await?;
        panel.wait_state(&["done"]).await?;
        let unfold = "panel.shadowRoot.querySelector('.measures').open = true";
        panel.script(unfold, json!(null)).await?;
        let five = "Run each variant 5×";
        press_button(session, &panel, five, five).await?;
        panel.wait_state(&["running"]).await?;
        ensure_focus(session, "freeze", five).await?;
        // Stop and Reset are gone when they have been pressed; what makes sense next is Run.
        press_button(session, &panel, "Stop", "Stop").await?;
        panel.wait_state(&["ready"]).await?;
        ensure_focus(session, "freeze", "Run: ").await?;
        press_button(session, &panel, "Reset", "Reset").await?;
        panel.wait_state(&["idle"]).await?;
        ensure_focus(session, "freeze", "Run: ").await
    });
}

/// Puts the focus on a button and presses it by a key; it must have it then.
async fn press_button(
    session: &Session,
    panel: &Panel<'_>,
    button: &str,
    name: &str,
) -> Result<()> {
    let focus = "e2e.button(panel, args).focus()";
    panel.script(focus, json!(button)).await?;
    ensure_focus(session, panel.slug(), name).await?;
    session.press_key(Key::Enter.into()).await
}

/// Checks that the focus is on a button of a panel, by the beginning of its name.
async fn ensure_focus(session: &Session, slug: &str, name: &str) -> Result<()> {
    session.frames_pass(5).await?;
    let stop = session.script(FOCUS, vec![]).await?;
    let is_there = stop["name"].as_str().is_some_and(|it| it.starts_with(name));
    ensure!(
        stop["panel"] == slug && is_there,
        "the focus is not on `{name}` of {slug} but on {stop}"
    );
    Ok(())
}

fn the_arrows_scroll_a_wide_listing_and_turn_the_page_elsewhere() {
    run_focused(async |session| {
        session.open("callbacks.html").await?;
        let narrow = "document.querySelector('main').style.maxWidth = '300px'; dispatchEvent(new Event('resize'));";
        session.script(narrow, vec![]).await?;
        session
            .script("document.querySelector('main pre > code').focus()", vec![])
            .await?;
        session.press_key(Key::Right.into()).await?;
        let scrolled = "return document.activeElement.scrollLeft";
        session
            .wait_for("the listing to scroll", WAIT_LIMIT, async || {
                let left = session.script(scrolled, vec![]).await?;
                Ok(left.as_f64().filter(|left| *left > 0.0))
            })
            .await?;
        session
            .script("document.activeElement.blur()", vec![])
            .await?;
        session.press_key(Key::Right.into()).await?;
        session
            .wait_for("the next page", WAIT_LIMIT, async || {
                let page = session.script("return location.pathname", vec![]).await?;
                Ok(page
                    .as_str()
                    .filter(|page| page.ends_with("/promises-and-futures.html"))
                    .map(drop))
            })
            .await
    });
}

/// The stops that follow within a panel.
async fn walk_on(session: &Session, slug: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for _ in 0..STOPS {
        let stop = press(session, Key::Tab).await?;
        if stop["panel"] != slug {
            return Ok(names);
        }
        names.extend(stop["name"].as_str().map(str::to_owned));
    }
    anyhow::bail!("the focus is trapped in {slug}")
}
