//! The programs of `tests/programs` say in the Lab what they say in browsers, in the same order.

use std::fs;
use std::path::{Path, PathBuf};

use lab::record;
use lab::recording::Event;

/// Programs that say something else than in browsers, each with the reason.
const OTHERWISE: [(&str, &str); 1] = [(
    "async-generators/result-not-an-object.js",
    "the engine looks at what `next()` gave before it awaits it",
)];

/// All programs, with what browsers print.
fn programs() -> Vec<(PathBuf, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let mut found = Vec::new();
    for group in fs::read_dir(folder).unwrap() {
        let group = group.unwrap().path();
        if !group.is_dir() {
            continue;
        }
        for file in fs::read_dir(group).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|it| it == "js") {
                let wanted = fs::read_to_string(file.with_extension("out")).unwrap();
                found.push((file.clone(), fs::read_to_string(&file).unwrap(), wanted));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn each_program_says_what_browsers_say() {
    let mut wrong = Vec::new();
    let programs = programs();
    assert!(programs.len() >= 200, "{} programs", programs.len());
    for (file, source, wanted) in programs {
        let recording = record(&source);
        let said: String = recording
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Log { level, text, .. } if level == "log" => Some(format!("{text}\n")),
                _ => None,
            })
            .collect();
        let otherwise = OTHERWISE.iter().any(|(name, _)| file.ends_with(name));
        let is_same = said.trim_end() == wanted.trim_end() && recording.end.given_up.is_none();
        if is_same == otherwise {
            wrong.push(format!(
                "{}: {:?} {:?}\nsaid:\n{said}wanted:\n{wanted}",
                file.display(),
                recording.end.given_up,
                recording.end.fault
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
