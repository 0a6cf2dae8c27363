//! `check`, `test` and `bench`.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::browser::Engine;
use crate::sh::{self, Steps};
use crate::{book, example, flags, lab, scripts, tools};

/// The quick gate: format, lints on host and wasm, host tests, scripts.
pub fn check(root: &Path) -> Result<()> {
    check_steps(root, &mut Steps::new(5))
}

fn check_steps(root: &Path, steps: &mut Steps) -> Result<()> {
    tools::wasm_target(root)?;

    steps.next("format");
    sh::run(
        sh::cargo(root).args(["fmt", "--all", "--", "--check"]),
        "the format differs: run `cargo fmt --all`",
    )?;

    example::list(root)?;

    steps.next("lints on this machine");
    sh::run(
        sh::cargo(root)
            .args(["clippy", "--quiet", "--workspace", "--all-targets"])
            .args(["--", "-D", "warnings"]),
        "the lints complain: see above",
    )?;

    steps.next("lints on WebAssembly");
    let mut clippy = sh::cargo(root);
    clippy.args(["clippy", "--quiet", "--target", tools::WASM, "--lib"]);
    for package in wasm_packages(root)? {
        clippy.args(["--package", &package]);
    }
    sh::run(
        clippy.args(["--", "-D", "warnings"]),
        "the lints complain about WebAssembly: see above",
    )?;

    steps.next("tests on this machine");
    // `--tests` spares each example the module for this machine that nobody loads.
    sh::run(
        sh::cargo(root)
            .args(["test", "--quiet", "--workspace", "--exclude", "e2e"])
            .arg("--tests"),
        "a test failed: see above",
    )?;

    steps.next("scripts");
    scripts::check(root)
}

/// Checks what the project depends on, by `deny.toml`; known faults only where their list can be fetched.
fn dependencies(root: &Path) -> Result<()> {
    let deny = tools::deny(root)?;
    sh::run(
        sh::command(root, &deny).args(["check", "licenses", "bans", "sources"]),
        "a dependency is not as deny.toml wants it: see above",
    )?;
    let output = sh::command(root, &deny)
        .args(["check", "advisories"])
        .output()
        .context("cargo-deny does not start")?;
    let said = String::from_utf8_lossy(&output.stderr);
    match output.status.success() {
        true => Ok(()),
        false if said.contains("failed to fetch advisory database") => {
            eprintln!("    known faults were not looked for: their list cannot be fetched here");
            Ok(())
        }
        false => bail!("{said}\na dependency has a known fault: see above"),
    }
}

/// The end-to-end tests that try panels under the conditions of other machines, and what has them try all panels.
const CONDITIONS: (&str, &str) = ("conditions::", "E2E_CONDITIONS");

/// Where the end-to-end tests of an engine leave what failed.
const FAILED: &str = "target/failed.txt";

/// What has each engine do all that one is enough for.
const FULL: &str = "E2E_FULL";

/// Every test there is, in each engine or in one; with a filter, the end-to-end tests that it names alone; or all panels under all conditions alone.
pub fn test(root: &Path, asked: &flags::Test) -> Result<()> {
    let filter = match asked.conditions {
        true => Some(CONDITIONS.0),
        false => asked.filter.as_deref(),
    };
    let engine = asked.engine;
    let engines = engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut steps = Steps::new(if filter.is_none() { 12 } else { 6 } + engines.len());
    steps.next("looking for the browsers and their drivers");
    let mut browsers = Vec::new();
    for engine in engines {
        browsers.push((engine, engine.provide(root)?));
    }
    if filter.is_none() {
        check_steps(root, &mut steps)?;
        steps.next("licences, versions and known faults of what is used");
        dependencies(root)?;
    }
    let mdbook = book::provide(root, &mut steps)?;
    steps.next("building the engine of the Lab");
    lab::build(root)?;
    steps.next("building the site into target/book");
    book::site(root, &mdbook, "/")?;
    book::fixture(root, &mdbook)?;
    sh::run(
        sh::cargo(root).args(["test", "--package", "e2e", "--lib", "--quiet"]),
        "a test of the end-to-end tests' own tools failed: see above",
    )?;

    // A failure in one engine is better understood with the others' results beside it.
    let mut failures = Vec::new();
    for (engine, driver) in browsers {
        steps.next(&format!("tests in {}", engine.name()));
        let start = Instant::now();
        if let Err(error) = test_in(root, engine, &driver, &mdbook, filter, asked) {
            failures.push(format!("{}: {error}", engine.name()));
        }
        let took = start.elapsed().as_secs();
        eprintln!(
            "    {} took {} min {} s",
            engine.name(),
            took / 60,
            took % 60
        );
    }
    ensure!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}

/// Runs the tests of the site in one engine; with a filter, those that it names.
fn test_in(
    root: &Path,
    engine: Engine,
    driver: &Path,
    mdbook: &Path,
    filter: Option<&str>,
    asked: &flags::Test,
) -> Result<()> {
    let mut cargo = engine.cargo(root, driver);
    if asked.conditions {
        cargo.env(CONDITIONS.1, "1");
    }
    if asked.full {
        cargo.env(FULL, "1");
    }
    cargo
        .env("MDBOOK", mdbook)
        .args([
            "test",
            "--quiet",
            "--package",
            "e2e",
            "--test",
            "site",
            "--",
        ])
        .args(filter);
    // Of an earlier run.
    let _ = fs::remove_file(root.join(FAILED));
    sh::run(&mut cargo, "an end-to-end test failed").with_context(|| {
        let failures = fs::read_to_string(root.join(FAILED));
        failures.unwrap_or_else(|_| "the tests broke off: see above".to_owned())
    })
}

/// Measures what the book says about speed, in each engine and for an author, or in one engine.
pub fn bench(root: &Path, engine: Option<Engine>, short: bool, keep: bool) -> Result<()> {
    let engines = engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let author = engine.is_none() && !short;
    let mut steps = Steps::new(4 + engines.len() + usize::from(author));
    let mdbook = book::provide(root, &mut steps)?;
    steps.next("building the site into target/book");
    book::site(root, &mdbook, "/")?;
    book::fixture(root, &mdbook)?;
    let measure = |mut command: Command| {
        if short {
            command.env("BENCH_SHORT", "1");
        }
        if keep {
            command.env("BENCH_KEEP", "1");
        }
        sh::run(&mut command, "the measurement failed: see above")
    };
    if author {
        steps.next("measuring what an author waits for");
        let mut command = ignored(sh::cargo(root), "author");
        command.env("MDBOOK", &mdbook);
        measure(command)?;
    }
    for engine in engines {
        steps.next(&format!("measuring in {}", engine.name()));
        let driver = engine.provide(root)?;
        measure(ignored(engine.cargo(root, &driver), "bench"))?;
    }
    Ok(())
}

/// Runs every example once and keeps what its panel then shows, for paper and for readers without JavaScript; every program outside the browser; and what the verdict board comes to in each engine.
pub fn record(root: &Path) -> Result<()> {
    let mut steps = Steps::new(6 + Engine::ALL.len());
    steps.next("one run of every program outside the browser");
    sh::run(
        sh::cargo(root).args(["run", "--quiet", "--package", "native"]),
        "not every program was recorded: see above",
    )?;
    let mdbook = book::provide(root, &mut steps)?;
    steps.next("building the site into target/book");
    book::site(root, &mdbook, "/")?;
    let one = |engine: Engine, test: &str| {
        let driver = engine.provide(root)?;
        sh::run(
            ignored(engine.cargo(root, &driver), "record").arg(test),
            "not everything was recorded: see above",
        )
    };
    steps.next("one run of every example");
    one(Engine::Chromium, "record_every_example")?;
    for engine in Engine::ALL {
        steps.next(&format!("the verdict board in {}", engine.name()));
        one(engine, "record_what_the_board_comes_to")?;
    }
    Ok(())
}

/// Makes a call of cargo that of an end-to-end test that is ignored otherwise, because it asserts nothing.
fn ignored(mut cargo: Command, test: &str) -> Command {
    cargo
        .args(["test", "--quiet", "--package", "e2e", "--test", test])
        .args(["--", "--ignored", "--nocapture"]);
    cargo
}

/// The packages that run in the page: the panel, the examples, which are named as their folders are, and what these are written with.
fn wasm_packages(root: &Path) -> Result<Vec<String>> {
    let examples = root.join("crates/examples");
    let entries = fs::read_dir(&examples)
        .with_context(|| format!("{} cannot be read", examples.display()))?;
    let mut found = vec!["experiment".to_owned(), "panel".to_owned()];
    for entry in entries {
        let entry = entry?;
        if entry.path().join("Cargo.toml").is_file() {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_are_among_what_runs_in_the_page() {
        let names = wasm_packages(&sh::project_root().unwrap()).unwrap();
        assert!(names.iter().any(|name| name == "freeze"), "{names:?}");
    }
}
