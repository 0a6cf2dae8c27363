//! What axe-core finds in every state of a panel, in each of mdBook's themes; and what readers need who see or move less.

use anyhow::{Result, ensure};
use e2e::{Feature, Session, run, run_with};
use serde_json::{Value, json};

use crate::your_turn;

e2e::tests! {
    Shared:
        a_text_that_cannot_be_read_in_one_theme_is_a_fault
        no_panel_has_a_fault_while_the_reader_acts
        nothing_turns_for_a_reader_who_wants_less_motion
        a_timeline_is_seen_in_the_systems_own_colours
}

const AXE: &str = include_str!("../../vendor/axe.min.js");

/// The first is every engine's; the colours of the others are the same in all, and one engine looks at them.
pub(crate) const THEMES: [&str; 5] = ["light", "rust", "coal", "navy", "ayu"];

/// The faults in parts of the page, and those of the colours within other parts in each theme.
///
/// Most of the time would go into looking for what lies behind each text: among all that the page holds, and for texts that are alike, such as the cells of a table. So the parts are alone in the page while their colours are looked at, and of texts that are alike, in themselves and in all that they lie in, one is; a row of a table without such a one is empty.
const LOOK: &str = "
    const [all, coloured, themes] = arguments;
    const parts = [...document.querySelectorAll(coloured)];
    for (const part of parts) for (const folded of part.shadowRoot?.querySelectorAll('details') ?? []) folded.open = true;
    // The frame for pages without scripts has no menu.
    const buttons = themes.map((theme) => document.getElementById(`mdbook-theme-${theme}`));
    const show = async (button, theme) => {
        button?.click();
        await new Promise(requestAnimationFrame);
        const { classList } = document.documentElement;
        if (classList.contains('js') && !classList.contains(theme)) throw new Error(`the theme is not ${theme}`);
        document.getAnimations().filter((it) => it instanceof CSSTransition).forEach((it) => it.finish());
    };
    const faults = [];
    const run = async (theme, context, rules) => {
        const { violations } = await axe.run(context, { resultTypes: ['violations'], ...rules });
        for (const { id, nodes } of violations) for (const { target, failureSummary } of nodes)
            faults.push(`${theme}: ${id} at ${target.flat().join(' ')}: ${failureSummary}`);
    };
    const colours = ['color-contrast', 'link-in-text-block'];
    await show(buttons[0], themes[0]);
    await run(themes[0], [...document.querySelectorAll(all)], { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) });

    const away = [];
    const clear = (element) => {
        if (parts.some((part) => part.contains(element))) return;
        if (parts.some((part) => element.contains(part))) return [...element.children].forEach(clear);
        const place = new Comment();
        element.replaceWith(place);
        away.push([place, element]);
    };
    clear(document.body);
    // What no colour depends on.
    const own = ['id', 'href', 'title', 'aria-label', 'aria-describedby', 'data-run', 'data-variant', 'x', 'y', 'd'];
    const unlike = new Map();
    const look = (element, around) => {
        const { localName, attributes, parentElement, shadowRoot, children, childNodes } = element;
        const named = [...attributes].filter(({ name }) => !own.includes(name)).map(({ name, value }) => `${name}=${value}`);
        const odd = localName === 'tr' ? [...parentElement.children].indexOf(element) % 2 : '';
        const kind = `${around} ${localName}[${named}]${odd}`;
        // Of a text that is not seen or has one letter, axe says nothing.
        const plain = element.checkVisibility() && [...childNodes].some((it) => it.nodeType === Node.TEXT_NODE && it.data.trim().length > 1);
        if (plain && !unlike.has(kind)) unlike.set(kind, element);
        for (const child of [...(shadowRoot?.children ?? []), ...children]) look(child, kind);
    };
    for (const part of parts) look(part, '');
    const looked = [...unlike.values()];
    const emptied = parts.flatMap((part) => [part, part.shadowRoot])
        .flatMap((root) => [...(root?.querySelectorAll('tr') ?? [])])
        .filter((row) => !looked.some((it) => row.contains(it)))
        .map((row) => [row, [...row.childNodes]]);
    for (const [row] of emptied) row.replaceChildren();
    for (const [i, theme] of themes.entries()) {
        await show(buttons[i], theme);
        await run(theme, { include: looked }, { runOnly: colours });
    }
    for (const [row, cells] of emptied) row.append(...cells);
    for (const [place, element] of away) place.replaceWith(element);
    return faults;";

/// Checks what a selector finds in the open page, in all themes where the engine looks at their colours.
pub async fn check(session: &Session, selector: &str) -> Result<()> {
    let themes = if session.can(Feature::ManyRuns) {
        &THEMES[..]
    } else {
        &THEMES[..1]
    };
    check_in(session, selector, selector, themes).await
}

pub(crate) async fn check_in(
    session: &Session,
    all: &str,
    coloured: &str,
    themes: &[&str],
) -> Result<()> {
    session.script(AXE, vec![]).await?;
    let faults = session
        .async_script(LOOK, vec![json!(all), json!(coloured), json!(themes)])
        .await?;
    let faults: Vec<String> = serde_json::from_value(faults)?;
    ensure!(
        faults.is_empty(),
        "axe has {} complaints:\n{}",
        faults.len(),
        faults.join("\n")
    );
    Ok(())
}

fn a_text_that_cannot_be_read_in_one_theme_is_a_fault() {
    run_with(&[Feature::ManyRuns], async |session| {
        session.open("index.html").await?;
        let panel = session.panel("freeze");
        panel.run().await?;
        let faint = "
            const style = new CSSStyleSheet();
            style.replaceSync(args);
            panel.shadowRoot.adoptedStyleSheets.push(style);";
        for style in [
            ":host-context(.coal) .figures th { color: #555 }",
            ":host-context(.ayu) .reset { color: #555 }",
        ] {
            panel.script(faint, json!(style)).await?;
        }
        for part in ["[data-example=freeze]", "html"] {
            let found = check(session, part).await.err().map(|it| it.to_string());
            let found = found.unwrap_or_default();
            for theme in ["coal", "ayu"] {
                ensure!(
                    found.contains(&format!("{theme}: color-contrast")),
                    "{found}"
                );
            }
            ensure!(!found.contains("navy: "), "{found}");
        }
        Ok(())
    });
}

fn no_panel_has_a_fault_while_the_reader_acts() {
    run(async |session| {
        for slug in ["by-hand", "state-machine", "lanes"] {
            let panel = your_turn(session, slug).await?;
            check(session, &format!("[data-example={slug}]")).await?;
            ensure!(panel.state().await? == "running", "{slug} had ended");
        }
        Ok(())
    });
}

/// What moves by itself in the open page and in its panels, by the names of the animations.
const MOVING: &str = "
    const roots = [document, ...[...document.querySelectorAll('wasm-example')].map((it) => it.shadowRoot)];
    return roots.flatMap((root) => root.getAnimations())
        .filter((it) => it.playState === 'running')
        .map((it) => it.animationName ?? it.transitionProperty);";

fn nothing_turns_for_a_reader_who_wants_less_motion() {
    run_with(&[Feature::LessMotion], async |session| {
        ensure!(
            moves_in_a_run(session).await? == json!([[], []]),
            "something moves"
        );
        Ok(())
    });
    // What the test above would see without that wish.
    run(async |session| {
        let moving = moves_in_a_run(session).await?;
        ensure!(
            moving[0] != json!([]) && moving[1] != json!([]),
            "something does not move, whatever the reader wants: {moving}"
        );
        Ok(())
    });
}

/// What moves by itself in a run, and what slides with the sidebar.
async fn moves_in_a_run(session: &Session) -> Result<Value> {
    session.open("index.html").await?;
    let panel = session.panel("freeze");
    panel.press("Run future").await?;
    panel.wait_state(&["running"]).await?;
    let moving = session.script(MOVING, vec![]).await?;
    panel.wait_state(&["done"]).await?;
    let drawn = panel.script(
        "return panel.shadowRoot.querySelectorAll('.timelines .timeline svg').length",
        json!(null),
    );
    ensure!(drawn.await? != json!(0), "there is no timeline");
    // mdBook slides its sidebar.
    let slides = "
        document.getElementById('mdbook-sidebar-toggle').click();
        await new Promise(requestAnimationFrame);
        return document.getAnimations().filter((it) => it instanceof CSSTransition).map((it) => it.transitionProperty);";
    Ok(json!([moving, session.async_script(slides, vec![]).await?]))
}

/// Shapes of a panel whose colour is that of what lies behind them, and shapes in all.
const LOST: &str = "
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    const clear = (colour) => ['none', canvas, 'rgba(0, 0, 0, 0)', 'transparent'].includes(colour);
    const shapes = [...panel.shadowRoot.querySelectorAll('.timelines svg :is(rect, path, line, circle, polygon)')]
        .filter((shape) => shape.getClientRects().length);
    const lost = shapes.filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return clear(fill) && clear(stroke);
    });
    return [matchMedia('(forced-colors: active)').matches, shapes.length, lost.map((it) => it.outerHTML)];";

fn a_timeline_is_seen_in_the_systems_own_colours() {
    run_with(&[Feature::ForcedColours], async |session| {
        session.open("index.html?six-strategies.ms=400").await?;
        for slug in ["freeze", "six-strategies"] {
            let panel = session.panel(slug);
            panel.run().await?;
            let seen = panel.script(LOST, json!(null)).await?;
            ensure!(
                seen[0] == json!(true),
                "the browser keeps to the page's colours"
            );
            ensure!(
                seen[1].as_u64() > Some(5),
                "there is hardly a timeline: {seen}"
            );
            ensure!(seen[2] == json!([]), "not seen: {seen:#}");
        }
        Ok(())
    });
}
