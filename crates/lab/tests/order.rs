//! The programs of `tests/programs` say in the Lab what they say in browsers, in the same order.

mod programs;

use std::fs;
use std::path::{Path, PathBuf};

use lab::record;
use lab::recording::Event;
use programs::{Program, otherwise, programs};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

#[test]
fn each_program_says_what_browsers_say() {
    let mut wrong = Vec::new();
    let programs = programs(&folder()).unwrap();
    assert!(programs.len() >= 200, "{} programs", programs.len());
    let otherwise = otherwise(&folder()).unwrap();
    for program in programs {
        let source = fs::read_to_string(folder().join(&program.name)).unwrap();
        let recording = record(&source);
        let said: String = recording
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Log { level, text, .. } if level == "log" => Some(format!("{text}\n")),
                _ => None,
            })
            .collect();
        let wanted = program.said.join("\n");
        let is_known = otherwise.iter().any(|it| it.is("lab", &program));
        let is_same = said.trim_end() == wanted.trim_end() && recording.end.given_up.is_none();
        if is_same == is_known {
            wrong.push(format!(
                "{}: {:?} {:?}\nsaid:\n{said}wanted:\n{wanted}",
                program.name, recording.end.given_up, recording.end.fault
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
    let programs = programs(&folder()).unwrap();
    let otherwise = otherwise(&folder()).unwrap();
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
            let differs = |program: &&&Program| otherwise.iter().any(|it| it.is(engine, program));
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
