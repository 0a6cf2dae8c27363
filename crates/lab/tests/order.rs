//! The programs of `tests/programs` say in the Lab what they say in browsers, in the same order.

use std::fs;
use std::path::{Path, PathBuf};

use lab::record;
use lab::recording::Event;
use serde::Deserialize;

/// Programs that say something else in one engine.
#[derive(Debug, Deserialize)]
struct Otherwise {
    engine: String,
    programs: String,
    why: String,
}

#[derive(Debug, Deserialize)]
struct List {
    otherwise: Vec<Otherwise>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

fn otherwise() -> Vec<Otherwise> {
    let list = fs::read_to_string(folder().join("otherwise.toml")).unwrap();
    toml::from_str::<List>(&list).unwrap().otherwise
}

/// A program: its group and name, its text, and what browsers print.
struct Program {
    name: String,
    source: String,
    wanted: String,
}

/// All programs.
fn programs() -> Vec<Program> {
    let mut found = Vec::new();
    for group in fs::read_dir(folder()).unwrap() {
        let group = group.unwrap().path();
        if !group.is_dir() {
            continue;
        }
        for file in fs::read_dir(group).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|it| it == "js") {
                let name = file.strip_prefix(folder()).unwrap();
                found.push(Program {
                    name: name.to_string_lossy().into_owned(),
                    source: fs::read_to_string(&file).unwrap(),
                    wanted: fs::read_to_string(file.with_extension("out")).unwrap(),
                });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

#[test]
fn each_program_says_what_browsers_say() {
    let mut wrong = Vec::new();
    let programs = programs();
    assert!(programs.len() >= 200, "{} programs", programs.len());
    let otherwise = otherwise();
    for Program {
        name,
        source,
        wanted,
    } in programs
    {
        let recording = record(&source);
        let said: String = recording
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Log { level, text, .. } if level == "log" => Some(format!("{text}\n")),
                _ => None,
            })
            .collect();
        let is_known = otherwise
            .iter()
            .any(|it| it.engine == "lab" && name.starts_with(&it.programs));
        let is_same = said.trim_end() == wanted.trim_end() && recording.end.given_up.is_none();
        if is_same == is_known {
            wrong.push(format!(
                "{name}: {:?} {:?}\nsaid:\n{said}wanted:\n{wanted}",
                recording.end.given_up, recording.end.fault
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n{} wrong",
        wrong.join("\n"),
        wrong.len()
    );
}

/// The table of results as the book has it.
fn table() -> String {
    let engines = ["lab", "chromium", "firefox", "webkit"];
    let (programs, otherwise) = (programs(), otherwise());
    let mut groups: Vec<&str> = programs
        .iter()
        .map(|it| it.name.split('/').next().unwrap())
        .collect();
    groups.dedup();
    let mut table = "| programs on | number | the Lab | Chromium | Firefox | WebKit |\n|---|---:|---:|---:|---:|---:|\n".to_owned();
    let row = |name: &str, of: &str| {
        let own: Vec<&Program> = programs
            .iter()
            .filter(|it| it.name.starts_with(of))
            .collect();
        let same = engines.map(|engine| {
            let differs = |program: &&&Program| {
                let mut known = otherwise.iter();
                known.any(|it| it.engine == engine && program.name.starts_with(&it.programs))
            };
            (own.len() - own.iter().filter(differs).count()).to_string()
        });
        format!("| {name} | {} | {} |\n", own.len(), same.join(" | "))
    };
    for group in groups {
        table += &row(&group.replace('-', " "), &format!("{group}/"));
    }
    table += &row("**all**", "");
    table += "\n";
    for it in &otherwise {
        let engine = match it.engine.as_str() {
            "lab" => "The Lab",
            "webkit" => "WebKit",
            other => other,
        };
        table += &format!("- {engine}, `{}`: {}\n", it.programs, it.why);
    }
    table
}

#[test]
fn the_book_has_the_table_of_results() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../book/lab-rules.md");
    let page = fs::read_to_string(page).unwrap();
    let table = table();
    assert!(
        page.contains(&table),
        "book/lab-rules.md has another table than this:\n{table}"
    );
}
