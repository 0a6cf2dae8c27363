//! Makes the recorded runs: what each example's panel shows after a run, kept beside the example's sources; and what the verdict board comes to in an engine.

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Engine, project_root, recorded, round, run};
use serde_json::{Value, json};

/// How often a run is tried that does not come out as expected.
const TRIES: u32 = 3;

#[test]
#[ignore = "writes into the examples' folders"]
fn record_every_example() {
    run(async |session| {
        for example in session.site.examples.clone() {
            let panel = session.panel(&example.slug);
            let mut outcome = None;
            // Another program can take the machine in the midst of any one run.
            for _ in 0..TRIES {
                session.open(&example.page).await?;
                panel.run().await?;
                outcome = panel.outcome().await?;
                if outcome.as_deref() == Some("as-expected") {
                    break;
                }
            }
            ensure!(
                outcome.as_deref() == Some("as-expected"),
                "{} came out {outcome:?}: run it again on a quieter machine",
                example.slug
            );
            let mut recorded = recorded(&panel).await?;
            round(&mut recorded);
            write(&example.slug, &recorded)?;
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
        let file = format!("crates/book-preprocessor/recorded/{engine:?}.json").to_lowercase();
        let file = project_root()?.join(file);
        std::fs::write(&file, serde_json::to_string_pretty(&found)? + "\n")
            .with_context(|| format!("{} cannot be written", file.display()))
    });
}

/// Writes a recorded run with a line for each variant, so that a change can be read.
fn write(slug: &str, recorded: &Value) -> Result<()> {
    let recorded = recorded
        .as_object()
        .context("a recorded run is an object")?;
    let mut lines = Vec::new();
    for (key, value) in recorded {
        let text = match value.as_array() {
            Some(all) => {
                let all: Vec<String> = all.iter().map(Value::to_string).collect();
                format!("[\n{}\n]", all.join(",\n"))
            }
            None => value.to_string(),
        };
        lines.push(format!("{}: {text}", json!(key)));
    }
    let file = project_root()?
        .join("crates/examples")
        .join(slug)
        .join("recorded.json");
    std::fs::write(&file, format!("{{\n{}\n}}\n", lines.join(",\n")))
        .with_context(|| format!("{} cannot be written", file.display()))
}
