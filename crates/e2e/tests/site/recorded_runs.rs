//! A recorded run is drawn on the host as the panel draws it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use e2e::{recorded, run};

use scraper::{ElementRef, Html, Selector};
use serde_json::json;
use verdict::markup;

use crate::{axe, declaration, static_pages};

e2e::tests! {
    Shared:
        a_recorded_run_is_drawn_as_the_panel_draws_it
}

/// What the panel shows, with plain text in place of its buttons, and without the larger setting that only a live run can offer.
const SHOWN: &str = "
    const shown = document.createElement('figure');
    for (const part of ['.answer', '.timelines', '.charts', '.conclusion']) {
        shown.append(panel.shadowRoot.querySelector(part).cloneNode(true));
    }
    for (const part of shown.querySelectorAll('[data-folded] :is(.scale, .legend, .timeline)')) part.remove();
    for (const button of shown.querySelectorAll('button')) button.replaceWith(button.textContent);
    for (const larger of shown.querySelectorAll('.conclusion a[href^=\"?\"]')) larger.parentElement.remove();
    return shown.outerHTML;";

/// Panels of one shape each: a freeze, many tasks and workers, bars, lines.
const SHAPES: [&str; 4] = ["freeze", "three-waits", "ladder", "threads"];

fn a_recorded_run_is_drawn_as_the_panel_draws_it() {
    run(async |session| {
        for slug in SHAPES {
            let page = session.site.example(slug)?.page.clone();
            session.open_shortest(&page).await?;
            let panel = session.panel(slug);
            panel.run().await?;
            let shown = panel.script(SHOWN, json!(null)).await?;
            let shown = shown.as_str().context("the panel shows something")?;
            let kept = serde_json::from_value(recorded(&panel).await?)?;
            let drawn = markup::recorded(&declaration(slug)?, &kept);
            compare(shown, &drawn).with_context(|| slug.to_owned())?;
            // What is shown of the others is looked at in the page for print.
            axe::check(session, &format!("[data-example={slug}]")).await?;
            static_pages::check_widths(session).await?;
        }
        Ok(())
    });
}

/// Compares rows, words and classes; of what lies nearer than a pixel less is kept, so the shapes' own paths differ.
fn compare(shown: &str, drawn: &str) -> Result<()> {
    let [shown, drawn] = [shown, drawn].map(Html::parse_fragment);
    for part in [
        ".answer span",
        ".scale",
        ".legend",
        ".variant",
        ".charts",
        ".conclusion",
    ] {
        let part = Selector::parse(part).map_err(|error| anyhow::anyhow!("{error}"))?;
        let words = |html: &Html| -> Vec<String> {
            let text = |element: ElementRef<'_>| {
                let words: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
                words.join(" ")
            };
            html.select(&part).map(text).collect()
        };
        let (wanted, found) = (words(&shown), words(&drawn));
        ensure!(wanted == found, "shown {wanted:#?}, and drawn {found:#?}");
    }
    let classes = |html: &Html| -> Result<BTreeMap<String, usize>> {
        let drawn =
            Selector::parse(".drawing [class]").map_err(|error| anyhow::anyhow!("{error}"))?;
        let mut classes = BTreeMap::new();
        for element in html.select(&drawn) {
            *classes
                .entry(element.attr("class").unwrap_or_default().to_owned())
                .or_insert(0) += 1;
        }
        Ok(classes)
    };
    let (wanted, found) = (classes(&shown)?, classes(&drawn)?);
    ensure!(wanted == found, "shown {wanted:?}, and drawn {found:?}");
    Ok(())
}
