//! What holds for every panel, whatever it teaches.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use e2e::{Feature, Panel, Report, Session, Site, run};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::controls::check_controls;

e2e::tests! {
    Shared:
        every_panel_is_ready_to_run_when_its_page_has_loaded
        the_list_of_examples_is_true
        the_mouse_starts_a_run
}

/// The most that an example may weigh, its module and its glue compressed.
const LARGEST_EXAMPLE: u64 = 32 * 1024;

const FINDINGS: [&str; 5] = [
    "holds",
    "conditional",
    "misleading",
    "false",
    "unmeasurable",
];

/// A panel as it was when its page had loaded.
#[derive(Debug, Deserialize)]
struct Loaded {
    slug: String,
    claims: Option<String>,
    state: Option<String>,
    outcome: Option<String>,
    shadow: bool,
    buttons: Vec<String>,
    report: String,
}

fn every_panel_is_ready_to_run_when_its_page_has_loaded() {
    run(async |session| {
        for page in session.site.pages_with_examples()? {
            session.open(&page).await?;
            let loaded = session.script("return e2e.atLoad", vec![]).await?;
            let loaded: Vec<Loaded> = serde_json::from_value(loaded)?;
            ensure!(!loaded.is_empty(), "{page} has no panel");
            for panel in loaded {
                check_loaded(session, &panel).with_context(|| format!("on {page}: {panel:?}"))?;
            }
            // Nothing of an example is fetched before it is asked for.
            let mut fetched = session.server.requested();
            fetched.retain(|path| path.ends_with(".wasm"));
            ensure!(
                fetched.is_empty(),
                "by {page} these were fetched: {fetched:?}"
            );
        }
        Ok(())
    });
}

fn check_loaded(session: &Session, panel: &Loaded) -> Result<()> {
    let example = session.site.example(&panel.slug)?;
    ensure!(panel.shadow, "there is no shadow root");
    for name in ["Run", "Stop", "Reset"] {
        ensure!(
            panel
                .buttons
                .iter()
                .any(|button| button == name || button.starts_with(&format!("{name}: "))),
            "no button begins with {name}"
        );
    }
    ensure!(panel.state.as_deref() == Some("idle"), "it is not idle");
    ensure!(panel.outcome.is_none(), "it has an outcome");
    ensure!(panel.report == "null", "the report is not null");
    let claims: Vec<_> = panel
        .claims
        .as_deref()
        .context("data-claims is missing")?
        .split_whitespace()
        .collect();
    ensure!(
        claims == example.claims,
        "its claims are not those of examples.json"
    );
    Ok(())
}

fn the_list_of_examples_is_true() {
    let site = Site::built().unwrap_or_else(|error| panic!("{error:#}"));
    assert!(!site.examples.is_empty(), "examples.json is empty");
    for example in &site.examples {
        check_listed(&site, example)
            .with_context(|| format!("examples.json, `{}`", example.slug))
            .unwrap_or_else(|error| panic!("{error:#}"));
    }
}

fn check_listed(site: &Site, example: &e2e::Example) -> Result<()> {
    ensure!(!example.title.is_empty(), "it has no title");
    let page = String::from_utf8(site.read(&example.page)?)?;
    ensure!(
        page.contains(&format!("data-example=\"{}\"", example.slug)),
        "{} does not show it",
        example.page
    );
    ensure!(!example.files.is_empty(), "it shows no source");
    for file in &example.files {
        ensure!(
            file.digest_now()? == file.sha256,
            "{} is not what was compiled",
            file.path
        );
    }
    let wasm = site.read(&example.wasm)?;
    ensure!(
        wasm.len() as u64 == example.wasm_bytes,
        "wasm_bytes is wrong"
    );
    let mut compressed = GzEncoder::new(Vec::new(), Compression::default());
    compressed.write_all(&wasm)?;
    let compressed = compressed.finish()?.len() as u64;
    ensure!(
        compressed.abs_diff(example.wasm_gzip) * 20 <= compressed,
        "wasm_gzip is {}, and compressing gives {compressed}",
        example.wasm_gzip
    );
    let weight = example.wasm_gzip + example.js_gzip;
    ensure!(weight <= LARGEST_EXAMPLE, "it weighs {weight} bytes");
    ensure!(
        example.js_gzip <= example.js_bytes.max(64),
        "js_gzip is wrong"
    );
    Ok(())
}

/// Runs the whole example on its own page, freshly opened, at the settings that this engine's board has.
pub(crate) async fn run_on_its_page(session: &Session, slug: &str) -> Result<Report> {
    let page = &session.site.example(slug)?.page;
    match session.can(Feature::ManyRuns) {
        true => session.open(page).await?,
        false => drop(session.open_shortest(page).await?),
    }
    run_to_contract(session, slug).await
}

/// Runs the whole example as the first of its page to end, and checks that it ends as the contract has it and as the book expects.
pub(crate) async fn run_to_contract(session: &Session, slug: &str) -> Result<Report> {
    let example = session.site.example(slug)?;
    let panel = session.panel(slug);
    let (report, _) = panel.run().await?;
    check_report(&report, example).with_context(|| format!("the report of {slug}: {report:#?}"))?;
    ensure!(
        panel.outcome().await? == report.outcome,
        "data-outcome and the report differ"
    );
    check_event(session, &panel).await?;
    Ok(report)
}

/// Checks that a report is as the contract has it and as the book expects.
pub(crate) fn check_report(report: &Report, example: &e2e::Example) -> Result<()> {
    ensure!(report.schema == 2, "the schema is not 2");
    ensure!(report.example == example.slug, "it is of another example");
    ensure!(report.claims == example.claims, "its claims differ");
    ensure!(report.variants.len() >= 2, "there is nothing to compare");
    ensure!(!report.environment.is_empty(), "it does not say where");
    check_measures(report)?;
    for finding in &report.findings {
        ensure!(
            FINDINGS.contains(&finding.finding.as_str()),
            "{} is no finding",
            finding.finding
        );
        ensure!(
            example.claims.contains(&finding.claim),
            "{} is not claimed",
            finding.claim
        );
        let (claim, why) = (&finding.claim, &finding.why);
        ensure!(finding.expected, "{claim} is not as expected: {why}");
        ensure!(!why.is_empty(), "{claim} has no reason");
    }
    for claim in &example.claims {
        ensure!(
            report.findings.iter().any(|found| found.claim == *claim),
            "nothing was found about {claim}"
        );
    }
    ensure!(
        report.outcome.as_deref() == Some("as-expected"),
        "the outcome is not as expected"
    );
    Ok(())
}

pub(crate) fn check_measures(report: &Report) -> Result<()> {
    for variant in &report.variants {
        for measure in &variant.measures {
            let name = format!("{} of {}", measure.name, variant.name);
            ensure!(!measure.samples.is_empty(), "{name} has no sample");
            ensure!(measure.spread >= 0.0, "{name} has a negative spread");
            let within = |value: &f64| *value <= measure.median;
            ensure!(
                measure.samples.iter().any(within)
                    && measure.samples.iter().any(|value| *value >= measure.median),
                "{name} has a median outside its samples"
            );
        }
    }
    Ok(())
}

async fn check_event(session: &Session, panel: &Panel<'_>) -> Result<()> {
    let events = session.script("return e2e.done", vec![]).await?;
    let events = events.as_array().context("the events are a list")?;
    ensure!(events.len() == 1, "one run gave {} events", events.len());
    ensure!(events[0]["bubbles"] == true, "the event does not bubble");
    let detail: Value = serde_json::from_str(events[0]["detail"].as_str().unwrap_or("null"))?;
    ensure!(
        detail == panel.raw_report().await?,
        "the event's detail is not the report"
    );
    Ok(())
}

/// Tries the panel's buttons, resets it, and runs the whole: it is as it should be, and the page's other panels are as they were.
pub(crate) async fn run_after_stop_and_reset(
    session: &Session,
    panel: &Panel<'_>,
) -> Result<Report> {
    check_controls(panel).await?;
    // The run of one variant has told of its end too.
    panel.script("e2e.done.length = 0", Value::Null).await?;
    let report = run_to_contract(session, panel.slug()).await?;
    let others = session
        .script(
            "return [...document.querySelectorAll('wasm-example')]
                .filter((other) => other.dataset.example !== arguments[0] && other.dataset.state !== 'idle')
                .map((other) => `${other.dataset.example} is ${other.dataset.state}`)",
            vec![panel.slug().into()],
        )
        .await?;
    ensure!(others == json!([]), "a run left others otherwise: {others}");
    Ok(report)
}

fn the_mouse_starts_a_run() {
    run(async |session| {
        let example = session.site.examples[0].clone();
        session.open(&example.page).await?;
        let panel = session.panel(&example.slug);
        panel.click("Run").await?;
        panel.wait_state(&["done"]).await?;
        Ok(())
    });
}
