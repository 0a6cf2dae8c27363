//! What this machine's browsers make of the book's experiments: ratios within a run, with what was kept of the last time beside them.

use std::cell::RefCell;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use e2e::{Engine, Report, Rows, Session, Site, median, project_root, run, run_on, tell};

/// How often each experiment runs, each time in a page of its own; once where only errors are looked for.
const RUNS: usize = 5;
/// How long the work takes that is done between all yields of one kind, in milliseconds.
const YIELDS: f64 = 1000.0;
/// How many events a task makes that wakes itself, each time: its wake, and where its poll begins and ends.
const EVENTS: f64 = 3.0;
/// How many tasks share the awaits.
const TASKS: [u32; 4] = [1, 100, 10_000, 100_000];

#[test]
#[ignore = "measures this machine, and asserts nothing about it"]
fn bench() {
    measure().unwrap_or_else(|error| panic!("{error:#}"));
}

fn measure() -> Result<()> {
    let short = std::env::var_os("BENCH_SHORT").is_some();
    let runs = if short { 1 } else { RUNS };
    let mut rows = Rows::new();

    let reports = book(runs, "six-strategies");
    compare(&mut rows, &reports, "blocking")?;
    let reports = book(runs, "slices");
    compare(&mut rows, &reports, "in one piece")?;
    yields(&mut rows, runs)?;
    awaits(&mut rows, if short { &TASKS[..2] } else { &TASKS }, runs)?;
    workers(&mut rows, runs)?;
    recorder(&mut rows, runs)?;
    start(&mut rows, runs)?;
    sizes(&mut rows)?;

    tell(&format!("{:?}", Engine::from_environment()?), rows)
}

/// Runs an example of the book on fresh pages.
fn book(runs: usize, slug: &str) -> Vec<Report> {
    let reports = RefCell::new(Vec::new());
    for _ in 0..runs {
        run(async |session| {
            let page = session.site.example(slug)?.page.clone();
            let report = report(session, &page, slug).await?;
            reports.borrow_mut().push(report);
            Ok(())
        });
    }
    reports.into_inner()
}

/// Runs an example of the tests' own book on fresh pages.
fn fixture(runs: usize, slug: &str, query: &str) -> Result<Vec<Report>> {
    let reports = RefCell::new(Vec::new());
    for _ in 0..runs {
        let site = Site::in_folder(project_root()?.join("target/fixture"))?;
        run_on(site, &[], async |session| {
            let report = report(session, &format!("{slug}.html{query}"), slug).await?;
            reports.borrow_mut().push(report);
            Ok(())
        });
    }
    Ok(reports.into_inner())
}

async fn report(session: &Session, page: &str, slug: &str) -> Result<Report> {
    session.open(page).await?;
    Ok(session.panel(slug).run().await?.0)
}

/// How long each variant took beside one of them, and for how long it held the page.
fn compare(rows: &mut Rows, reports: &[Report], base: &str) -> Result<()> {
    for variant in reports[0].variant_names() {
        if variant != base {
            rows.push((
                format!("{variant} / {base}"),
                figures(reports, |report| {
                    Ok(report.median(variant, "total")? / report.median(base, "total")?)
                })?,
            ));
        }
        rows.push((
            format!("{variant}: stall, ms"),
            figures(reports, |report| report.median(variant, "stall"))?,
        ));
        rows.push((
            format!("{variant}: share of the frames kept"),
            figures(reports, |report| frames_kept(report, variant))?,
        ));
    }
    Ok(())
}

/// What each way to give the thread back takes beyond the work, what it leaves waiting, and what it lets be drawn.
fn yields(rows: &mut Rows, runs: usize) -> Result<()> {
    let reports = fixture(runs, "yields", "")?;
    for variant in reports[0].variant_names() {
        // A way that this browser lacks is over at once.
        if reports[0].median(variant, "total")? < YIELDS {
            continue;
        }
        let of = |measure| figures(&reports, |report| report.median(variant, measure));
        let beyond = figures(&reports, |report| {
            Ok(report.median(variant, "total")? / YIELDS)
        })?;
        rows.push((format!("yield by {variant}: time / work"), beyond));
        rows.push((format!("yield by {variant}: stall, ms"), of("stall")?));
        rows.push((
            format!("yield by {variant}: frame gap, ms"),
            of("frame_gap")?,
        ));
        let kept = figures(&reports, |report| frames_kept(report, variant))?;
        rows.push((
            format!("yield by {variant}: share of the frames kept"),
            kept,
        ));
    }
    Ok(())
}

/// What an await costs as a future, beside what it costs in JavaScript; and what a future weighs.
fn awaits(rows: &mut Rows, tasks: &[u32], runs: usize) -> Result<()> {
    const SLUG: &str = "awaits";
    let mut memory: Vec<Vec<f64>> = Vec::new();
    for tasks in tasks {
        let reports = fixture(runs, SLUG, &format!("?{SLUG}.tasks={tasks}"))?;
        let cost = |variant| figures(&reports, |report| report.median(variant, "await"));
        let futures = cost("futures")?;
        rows.push((format!("{tasks} futures: an await, ns"), futures.clone()));
        for peer in ["async functions", "promise chains"] {
            let ratios = futures
                .iter()
                .zip(cost(peer)?)
                .map(|(own, peer)| own / peer);
            rows.push((format!("{tasks} futures / {peer}"), ratios.collect()));
        }
        memory.push(figures(&reports, |report| {
            report.median("futures", "memory")
        })?);
    }
    if let ([few, ..], [.., many]) = (&memory[..], &memory[..])
        && let [.., most] = tasks
    {
        let each = many.iter().zip(few);
        let each = each.map(|(many, few)| (many - few) / f64::from(*most));
        rows.push((format!("{most} futures: bytes each"), each.collect()));
    }
    Ok(())
}

/// How much faster a picture is drawn by several workers than by one, beside what spinning workers say of the cores; and what workers cost.
fn workers(rows: &mut Rows, runs: usize) -> Result<()> {
    let reports = fixture(runs, "tiles", "")?;
    let of = |variant, measure| figures(&reports, |report| report.median(variant, measure));
    for variant in ["two workers", "four workers"] {
        let of_cores = figures(&reports, |report| {
            let faster = report.median("one worker", "tiles")? / report.median(variant, "tiles")?;
            Ok(faster / of_environment(report, "cores")?)
        })?;
        rows.push((format!("tiles: {variant}, share of the cores"), of_cores));
    }
    let cores = figures(&reports, |report| of_environment(report, "cores"))?;
    rows.push(("tiles: cores, by spinning workers".to_owned(), cores));
    for (row, variant, measure) in [
        ("tiles: start of one worker, ms", "one worker", "start"),
        ("tiles: start of four workers, ms", "four workers", "start"),
        ("tiles: a call and its answer, µs", "one worker", "message"),
    ] {
        rows.push((row.to_owned(), of(variant, measure)?));
    }
    Ok(())
}

/// How much longer tasks take that are recorded, and what one event takes.
fn recorder(rows: &mut Rows, runs: usize) -> Result<()> {
    let reports = fixture(runs, "tasks", "")?;
    for variant in ["one task", "many tasks"] {
        let bare = format!("{variant}, bare");
        let ratio = figures(&reports, |report| {
            Ok(report.fastest(variant, "hop")? / report.fastest(&bare, "hop")?)
        })?;
        rows.push((format!("recorder: {variant} / {bare}"), ratio));
    }
    let event = figures(&reports, |report| {
        let hop = |variant| report.fastest(variant, "hop");
        Ok((hop("one task")? - hop("one task, bare")?) * 1000.0 / EVENTS)
    })?;
    rows.push(("recorder: an event, ns".to_owned(), event));
    Ok(())
}

/// How long after the click on Run the first event of the example is recorded, on a page that was visited before.
fn start(rows: &mut Rows, runs: usize) -> Result<()> {
    let waits = RefCell::new(Vec::new());
    for _ in 0..runs {
        run(async |session| {
            const SLUG: &str = "freeze";
            let page = session.site.example(SLUG)?.page.clone();
            report(session, &page, SLUG).await?;
            session.open(&page).await?;
            let wait = session
                .async_script(
                    "const panel = document.querySelector(`[data-example=${arguments[0]}]`);
                    const done = new Promise((resolve) => panel.addEventListener('wasm-example-done', resolve));
                    const click = performance.now();
                    [...panel.shadowRoot.querySelectorAll('button')].find((it) => it.textContent.startsWith('Run')).click();
                    await done;
                    const first = panel.trace().traceEvents.find((event) => event.cat === 'task');
                    return first.ts / 1000 - click;",
                    vec![json!(SLUG)],
                )
                .await?;
            waits
                .borrow_mut()
                .push(wait.as_f64().context("there is no first event")?);
            Ok(())
        });
    }
    rows.push((
        "from a click on Run to the first event, ms".to_owned(),
        waits.into_inner(),
    ));
    Ok(())
}

/// What a reader's browser loads for one example, compressed.
fn sizes(rows: &mut Rows) -> Result<()> {
    let site = Site::built()?;
    let sizes: Vec<f64> = site
        .examples
        .iter()
        .map(|example| (example.wasm_gzip + example.js_gzip) as f64 / 1024.0)
        .collect();
    rows.push(("an example, KB".to_owned(), vec![median(&sizes)]));
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    rows.push(("the largest example, KB".to_owned(), vec![largest]));
    Ok(())
}

/// How many of the frames that an idle page would have drawn a variant let through.
fn frames_kept(report: &Report, variant: &str) -> Result<f64> {
    let idle = of_environment(report, "idle_frame")?;
    Ok(report.median(variant, "frames")? * idle / report.median(variant, "total")?)
}

fn of_environment(report: &Report, name: &str) -> Result<f64> {
    let value = report.environment.get(name).and_then(Value::as_f64);
    value.with_context(|| format!("the report of {} does not tell `{name}`", report.example))
}

fn figures(reports: &[Report], figure: impl Fn(&Report) -> Result<f64>) -> Result<Vec<f64>> {
    reports.iter().map(figure).collect()
}
