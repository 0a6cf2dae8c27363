//! Spares a save of a text the call of cargo, which takes longer than all else, where nothing that cargo would look at has changed since the last one.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::cargo::Outcome;

/// Where the last build is noted, below cargo's target folder.
const NOTE: &str = "wasm-example/last-build.json";

/// What else than sources decides how packages are built, below the workspace's folder.
const SETTINGS: [&str; 6] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain",
    "rust-toolchain.toml",
    ".cargo/config",
    ".cargo/config.toml",
];

/// The last build that succeeded, and what it was made of.
#[derive(Deserialize, Serialize)]
struct Last {
    asked: Asked,
    modules: BTreeMap<String, PathBuf>,
    /// Each file with its time, or none where there was no such file.
    inputs: BTreeMap<PathBuf, Option<Duration>>,
}

/// What cargo was asked for.
#[derive(Deserialize, PartialEq, Serialize)]
struct Asked {
    profile: String,
    packages: Vec<String>,
    /// The variables that cargo and the compiler read.
    environment: BTreeMap<String, String>,
}

impl Asked {
    fn of(profile: &str, packages: &[String]) -> Self {
        let read = |name: &str| name.contains("RUST") || name.starts_with("CARGO_");
        // What cargo tells a program that it runs itself differs, and decides nothing.
        let told =
            |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        let named = env::vars().filter(|(name, _)| read(name) && !told(name));
        Self {
            profile: profile.to_owned(),
            packages: packages.to_vec(),
            environment: named.collect(),
        }
    }
}

/// What cargo said the last time, if it would say the same now.
pub(crate) fn outcome(root: &Path, profile: &str, packages: &[String]) -> Option<Outcome> {
    let last: Last = serde_json::from_slice(&fs::read(note(&target(root))).ok()?).ok()?;
    let same = |(path, time): (&PathBuf, &Option<Duration>)| changed(path) == *time;
    let is_same = last.asked == Asked::of(profile, packages) && last.inputs.iter().all(same);
    is_same.then(|| Outcome {
        modules: last.modules,
        succeeded: true,
        ..Outcome::default()
    })
}

/// Notes a build that succeeded.
pub(crate) fn keep(root: &Path, profile: &str, packages: &[String], outcome: &Outcome) {
    let mut inputs: BTreeSet<PathBuf> = SETTINGS.iter().map(|name| root.join(name)).collect();
    for module in outcome.modules.values() {
        inputs.insert(module.clone());
        // Cargo writes the sources of a module beside it, those of its path dependencies too.
        let Ok(rule) = fs::read_to_string(module.with_extension("d")) else {
            return;
        };
        for source in sources(&rule) {
            let manifests = source
                .ancestors()
                .skip(1)
                .take_while(|it| it.starts_with(root));
            inputs.extend(manifests.map(|folder| folder.join("Cargo.toml")));
            inputs.insert(source);
        }
    }
    let inputs = inputs.into_iter().map(|path| (changed(&path), path));
    let last = Last {
        asked: Asked::of(profile, packages),
        modules: outcome.modules.clone(),
        inputs: inputs.map(|(time, path)| (path, time)).collect(),
    };
    // Not noted, it is only built again.
    if let Ok(text) = serde_json::to_vec(&last) {
        let _ = fs::write(note(&target(root)), text);
    }
}

/// The files that a rule of cargo's names after its colon; a space within a name has a backslash before it.
fn sources(rule: &str) -> impl Iterator<Item = PathBuf> {
    let line = rule.lines().next().unwrap_or_default();
    let files = line.split_once(": ").map_or("", |(_, files)| files);
    let files = files.replace("\\ ", "\0");
    let files: Vec<PathBuf> = files
        .split(' ')
        .filter(|name| !name.is_empty())
        .map(|name| name.replace('\0', " ").into())
        .collect();
    files.into_iter()
}

fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |it| root.join(it))
}

fn note(target: &Path) -> PathBuf {
    target.join(NOTE)
}

fn changed(path: &Path) -> Option<Duration> {
    let modified = fs::metadata(path).ok()?.modified().ok()?;
    modified.duration_since(UNIX_EPOCH).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_names_its_sources() {
        let rule = "/t/a.wasm: /b/a\\ b/lib.rs /b/c.js\n\n/b/c.js:\n";
        let found: Vec<PathBuf> = sources(rule).collect();
        assert_eq!(found, [Path::new("/b/a b/lib.rs"), Path::new("/b/c.js")]);
    }
}
