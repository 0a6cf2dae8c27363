//! Every `example.toml` of the project: whether it can be read, and whether its made-up figures lead to what it says of them.

use std::fs;
use std::path::{Path, PathBuf};

use verdict::declaration::Declaration;
use verdict::example::read;
use verdict::proof::{Figure, failed_checks, turned, unnoticed, unproved};
use verdict::recorded::Recorded;

/// The folders whose folders are examples, and the template of a new one.
const FOLDERS: [&str; 2] = ["examples", "e2e/fixture/examples"];
const TEMPLATE: &str = "xtask/template";

fn crates() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Reads all of them, or says all that is wrong with any.
fn declarations() -> Vec<(String, Declaration)> {
    let folders = FOLDERS.iter().flat_map(|folder| {
        let entries = fs::read_dir(crates().join(folder)).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
    });
    let mut folders: Vec<PathBuf> = folders.chain([crates().join(TEMPLATE)]).collect();
    folders.sort();
    let mut wrong = Vec::new();
    let mut all = Vec::new();
    for folder in folders {
        let file = folder.join("example.toml");
        let name = format!(
            "{}/example.toml",
            folder.strip_prefix(crates()).unwrap().display()
        );
        match fs::read_to_string(&file).map(|text| read(&text)) {
            Ok(Ok(declaration)) => all.push((name, declaration)),
            Ok(Err(problems)) => wrong.extend(problems.iter().map(|it| format!("{name}:{it}"))),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    all
}

/// The medians of a recorded run.
fn figures(declaration: &Declaration, recorded: &Recorded) -> Vec<Figure> {
    let mut figures = Vec::new();
    for variant in recorded.variants(declaration) {
        for measure in variant.measures {
            figures.push((measure.name, variant.function.clone(), measure.median));
        }
    }
    figures
}

/// The declarations of which a run is recorded, each with its medians.
fn recorded() -> impl Iterator<Item = (String, Declaration, Vec<Figure>)> {
    declarations()
        .into_iter()
        .filter_map(|(name, declaration)| {
            let file = crates().join(&name).with_file_name("recorded.json");
            let text = fs::read_to_string(&file).ok()?;
            let recorded: Recorded = serde_json::from_str(&text).expect(&name);
            let figures = figures(&declaration, &recorded);
            Some((name, declaration, figures))
        })
}

#[test]
fn no_small_difference_turns_a_recorded_run_into_another_finding() {
    let mut wrong = Vec::new();
    for (name, declaration, figures) in recorded() {
        let problems = turned(&declaration, &figures);
        wrong.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
        for variant in unnoticed(&declaration, &figures) {
            wrong.push(format!(
                "{name}: ‘{variant}’ can be broken and nobody notices"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_recorded_run_is_as_its_chapter_says() {
    let mut wrong = Vec::new();
    for (name, declaration, figures) in recorded() {
        let figure = |measure: &str, function: &str| {
            let own = |it: &&Figure| it.0 == measure && it.1 == function;
            figures.iter().find(own).map(|it| it.2)
        };
        let failed = failed_checks(&declaration, &figure);
        wrong.extend(failed.iter().map(|check| format!("{name}: {check}")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_example_is_in_order_and_proved_by_made_up_figures() {
    let mut wrong = Vec::new();
    for (name, declaration) in declarations() {
        // The tests' own examples are there for what goes wrong, and settle nothing of the book.
        if name.starts_with("e2e") {
            continue;
        }
        let problems = unproved(&declaration);
        wrong.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
