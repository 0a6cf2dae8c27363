//! The site's scripts: their format, lints and types, by tools from the npm registry that are used here alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::sh;

/// What names the tools and pins them.
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// What is checked as one program each: pages, workers, the service worker, and what readers are shown.
const PROGRAMS: [&str; 4] = [
    "crates/site/tsconfig.json",
    "crates/site/tsconfig.workers.json",
    "crates/site/tsconfig.service-worker.json",
    "crates/examples/tsconfig.json",
];

/// Checks all scripts; without Node.js says that it did not, unless `CI` is set.
///
/// The host tests must have run: one of them writes out what the scripts get from Rust.
pub fn check(root: &Path) -> Result<()> {
    let tools = match provide(root) {
        Ok(tools) => tools,
        Err(error) if std::env::var_os("CI").is_none() => {
            eprintln!("    the scripts were not looked at: {error:#}");
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    sh::run(
        sh::command(root, tools.join("biome")).args(["check", "--error-on-warnings", "."]),
        "the scripts are not as .biome.json wants them: see above, and \
         `target/tools/node/node_modules/.bin/biome check --write .` mends most of it",
    )?;
    for program in PROGRAMS {
        sh::run(
            sh::command(root, tools.join("tsc")).args(["--project", program]),
            "the types of the scripts do not fit: see above",
        )?;
    }
    Ok(())
}

/// Provides the tools that the lock file names, and says in which folder they are.
fn provide(root: &Path) -> Result<PathBuf> {
    let folder = root.join("target/tools/node");
    let tools = folder.join("node_modules/.bin");
    let site = root.join("crates/site");
    let is_current =
        |name: &str| fs::read(folder.join(name)).ok() == fs::read(site.join(name)).ok();
    // npm links the programs when all is there.
    if FILES.into_iter().all(is_current) && tools.is_dir() {
        return Ok(tools);
    }
    if sh::which("npm").is_none() {
        bail!("there is no Node.js with npm; get it from https://nodejs.org");
    }
    eprintln!("    installing the tools for scripts into target/tools/node");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    for name in FILES {
        fs::copy(site.join(name), folder.join(name)).with_context(|| name.to_owned())?;
    }
    sh::run(
        sh::command(&folder, "npm").args(["ci", "--silent", "--no-audit", "--no-fund"]),
        "npm cannot install what crates/site/package-lock.json names; it is downloaded once, so check the network",
    )?;
    Ok(tools)
}
