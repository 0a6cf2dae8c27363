//! The programs whose order is compared: what is known of them, for the tests of the Lab and of the book.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde::{Deserialize, Serialize};

/// A program: its group and name, and the lines that it says.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Program {
    /// Its group and its file.
    pub name: String,
    /// What browsers print.
    pub said: Vec<String>,
}

/// All programs of a folder, in the order of their names.
pub fn programs(folder: &Path) -> Result<Vec<Program>> {
    let mut found = Vec::new();
    for group in fs::read_dir(folder)? {
        let group = group?.path();
        if !group.is_dir() {
            continue;
        }
        for file in fs::read_dir(&group)? {
            let file = file?.path();
            if file.extension().is_some_and(|it| it == "js") {
                let said = fs::read_to_string(file.with_extension("out"))?;
                found.push(Program {
                    name: file.strip_prefix(folder)?.to_string_lossy().into_owned(),
                    said: said.lines().map(str::to_owned).collect(),
                });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Programs that say something else in one engine than in the others.
#[derive(Debug, Deserialize)]
pub struct Otherwise {
    /// The engine, in small letters.
    pub engine: String,
    /// A program, or the beginning of several names.
    pub programs: String,
    /// Why.
    #[allow(dead_code, reason = "only the book's table tells it")]
    pub why: String,
}

impl Otherwise {
    /// Whether a program is among these in an engine.
    pub fn is(&self, engine: &str, program: &Program) -> bool {
        self.engine == engine && program.name.starts_with(&self.programs)
    }
}

/// All of them that a folder lists.
pub fn otherwise(folder: &Path) -> Result<Vec<Otherwise>> {
    #[derive(Deserialize)]
    struct List {
        otherwise: Vec<Otherwise>,
    }
    let list = fs::read_to_string(folder.join("otherwise.toml"))?;
    Ok(toml::from_str::<List>(&list)?.otherwise)
}
