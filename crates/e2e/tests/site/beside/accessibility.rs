//! What axe-core finds on every page and in every state of a panel, in each of mdBook's themes.

use anyhow::{Result, ensure};
use e2e::{Feature, Session, run};
use serde_json::json;

use crate::your_turn;

const AXE: &str = include_str!("../../../vendor/axe.min.js");

/// The first is every engine's; the colours of the others are the same in all, and one engine looks at them.
const THEMES: [&str; 5] = ["light", "rust", "coal", "navy", "ayu"];

/// The faults in a part of the page in a theme.
const LOOK: &str = "
    const [selector, theme] = arguments;
    const parts = [...document.querySelectorAll(selector)];
    for (const part of parts) for (const folded of part.shadowRoot?.querySelectorAll('details') ?? []) folded.open = true;
    // The frame for pages without scripts has no menu.
    document.getElementById(`mdbook-theme-${theme}`)?.click();
    await new Promise(requestAnimationFrame);
    const { classList } = document.documentElement;
    if (classList.contains('js') && !classList.contains(theme)) throw new Error(`the theme is not ${theme}`);
    document.getAnimations().filter((it) => it instanceof CSSTransition).forEach((it) => it.finish());
    const { violations } = await axe.run(parts, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${theme}: ${id} at ${target.flat().join(' ')}: ${failureSummary}`));";

/// Checks what a selector finds in the open page.
pub async fn check(session: &Session, selector: &str) -> Result<()> {
    session.script(AXE, vec![]).await?;
    let mut faults: Vec<String> = Vec::new();
    let themes = if session.can(Feature::ManyRuns) {
        THEMES.len()
    } else {
        1
    };
    for theme in &THEMES[..themes] {
        let found = session
            .async_script(LOOK, vec![json!(selector), json!(theme)])
            .await?;
        faults.extend(serde_json::from_value::<Vec<String>>(found)?);
    }
    ensure!(
        faults.is_empty(),
        "axe has {} complaints:\n{}",
        faults.len(),
        faults.join("\n")
    );
    Ok(())
}

#[test]
fn no_page_has_a_fault() {
    run(async |session| {
        for page in session.site.pages()? {
            // It holds all the others once more, which takes long.
            if page == "print.html" && !session.can(Feature::ManyRuns) {
                continue;
            }
            session.open(&page).await?;
            check(session, "html")
                .await
                .map_err(|error| error.context(page))?;
        }
        Ok(())
    });
}

#[test]
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
