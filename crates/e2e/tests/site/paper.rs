//! Every page on paper.

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Session, run_with};
use serde_json::json;

e2e::tests! {
    Static:
        each_kind_of_page_is_a_readable_one_with_figures_and_without_controls
        a_dark_theme_is_light_on_paper_and_dark_again_afterwards
}

/// The width of a sheet between its margins, in pixels.
const SHEET: u32 = 718;

/// What is wrong with the open page as it is laid out for paper.
const FAULTS: &str = "
    const seen = (it) => it.checkVisibility({ visibilityProperty: true });
    const faults = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) faults.push(`it is ${wide} wide`);
    for (const part of document.querySelectorAll('#mdbook-sidebar, #mdbook-menu-bar, .nav-chapters, .mobile-nav-chapters'))
        if (seen(part)) faults.push(`${part.id || part.className} is printed`);
    for (const panel of document.querySelectorAll('wasm-example')) {
        const fault = (what) => faults.push(`${panel.dataset.example}: ${what}`);
        const { shadowRoot, dataset } = panel;
        for (const part of shadowRoot?.querySelectorAll('.controls, .predict, .witness, .restore') ?? [])
            if (seen(part)) fault(`${part.className} is printed`);
        const recorded = panel.querySelector('figure');
        const own = shadowRoot?.querySelector('.timelines svg');
        if (dataset.state === 'done' ? !own || !seen(own) : !recorded || !seen(recorded)) fault('no figures');
        for (const listing of panel.parentElement.querySelectorAll('.wasm-example-source'))
            if (getComputedStyle(listing, '::details-content').contentVisibility === 'hidden') fault('a listing is folded');
    }
    return faults;";

/// A page of each kind; the one for print holds the text and the panels of all chapters.
const PAGES: [&str; 6] = [
    "index.html",
    "print.html",
    "board.html",
    "choosing.html",
    "glossary.html",
    "questions.html",
];

fn each_kind_of_page_is_a_readable_one_with_figures_and_without_controls() {
    run_with(&[Feature::Paper], async |session| {
        session.set_size(SHEET, 1000).await?;
        for page in PAGES {
            session.open(page).await?;
            check(session).await.context(page)?;
        }
        session.open("index.html?freeze.ms=200").await?;
        session.panel("freeze").run().await?;
        check(session).await.context("after a run")
    });
}

async fn check(session: &Session) -> Result<()> {
    let faults = session.script(FAULTS, vec![]).await?;
    ensure!(faults == json!([]), "{faults:#}");
    Ok(())
}

fn a_dark_theme_is_light_on_paper_and_dark_again_afterwards() {
    run_with(&[Feature::Paper], async |session| {
        session.open("index.html").await?;
        let look = "
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            window.look = () => [style('html').color, style('main pre code').color, style('wasm-example').colorScheme];
            const light = look();
            document.getElementById('mdbook-theme-coal').click();
            addEventListener('beforeprint', () => (window.printed = look()));
            return light;";
        let light = session.script(look, vec![]).await?;
        let now = async || session.script("return look()", vec![]).await;
        let coal = now().await?;
        ensure!(coal != light, "the theme is still {light}");
        let pdf = session.print().await?;
        ensure!(pdf.starts_with(b"%PDF"), "what is printed is no PDF");
        let printed = session.script("return window.printed", vec![]).await?;
        ensure!(printed == light, "on paper {printed}, in light {light}");
        ensure!(now().await? == coal, "after printing {}", now().await?);
        Ok(())
    });
}
