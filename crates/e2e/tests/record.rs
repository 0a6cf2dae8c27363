//! Makes the recorded runs: what each example's panel shows after a run, kept beside the example's sources; and what the verdict board comes to in an engine.

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Engine, project_root, run};
use serde_json::{Value, json};

/// Takes the panel's own pieces, with plain text in place of its buttons.
const FRAGMENT: &str = "
    const shadow = panel.shadowRoot;
    const figure = document.createElement('figure');
    figure.className = 'wasm-panel';
    const {environment} = panel.report;
    const engine = /(Firefox|Chrom\\w+)\\/(\\d+)/.exec(environment.user_agent);
    const date = new Date(environment.date).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'});
    const caption = document.createElement('figcaption');
    caption.textContent = `A recorded run: ${engine[1]} ${engine[2]}, ${date}, a machine with ${environment.stated_cores} cores. The figures are that machine's.`;
    figure.append(caption);
    for (const part of ['.strips', '.legend', '.conclusion']) {
        figure.append(shadow.querySelector(part).cloneNode(true));
    }
    for (const button of figure.querySelectorAll('button')) button.replaceWith(button.textContent);
    // What answers to pointer and keys in the panel answers to nothing on paper.
    for (const view of figure.querySelectorAll('.view')) {
        view.removeAttribute('tabindex');
        view.querySelector('.mark').remove();
    }
    return figure.outerHTML;";

#[test]
#[ignore = "writes into the examples' folders"]
fn record_every_example() {
    run(async |session| {
        for example in session.site.examples.clone() {
            session.open(&example.page).await?;
            let panel = session.panel(&example.slug);
            panel.run().await?;
            let outcome = panel.outcome().await?;
            ensure!(
                outcome.as_deref() == Some("as-expected"),
                "{} came out {outcome:?}: run it again on a quieter machine",
                example.slug
            );
            write(&example.slug, &panel.script(FRAGMENT, json!(null)).await?)?;
        }
        Ok(())
    });
}

/// Takes of what the board keeps what the book shows of an engine.
const FOUND: &str = "
    const results = Object.entries(keptResults.read()).map(([slug, {took, findings}]) => [slug, {
        took: Math.round(took),
        findings: findings.map(({claim, finding}) => ({claim, finding})),
    }]);
    return {results: Object.fromEntries(results.sort())};";

#[test]
#[ignore = "writes into the folder of the book's own pages"]
fn record_what_the_board_comes_to() {
    run(async |session| {
        session.open(BOARD).await?;
        let reports = session.run_all().await?;
        for example in &session.site.examples {
            let report = reports.get(&example.slug);
            let outcome = report.and_then(|report| report.outcome.as_deref());
            ensure!(
                outcome == Some("as-expected"),
                "{} came out {outcome:?}: run it again on a quieter machine",
                example.slug
            );
        }
        let found: Value = session.script(FOUND, vec![]).await?;
        let engine = Engine::from_environment()?;
        let file = format!("crates/pages/recorded/{engine:?}.json").to_lowercase();
        let file = project_root()?.join(file);
        std::fs::write(&file, serde_json::to_string_pretty(&found)? + "\n")
            .with_context(|| format!("{} cannot be written", file.display()))
    });
}

fn write(slug: &str, fragment: &Value) -> Result<()> {
    let fragment = fragment.as_str().context("the panel shows something")?;
    // A tag a line, so that a change can be read.
    let lines = fragment.replace("><", ">\n<") + "\n";
    let file = project_root()?
        .join("crates/examples")
        .join(slug)
        .join("recorded.html");
    std::fs::write(&file, lines).with_context(|| format!("{} cannot be written", file.display()))
}
