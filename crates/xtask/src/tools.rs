//! The tools that building and testing need, installed inside the project when they are missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::sh;

/// The target that examples are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program from the package registry, pinned to one version.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    /// What it costs to compile, in words.
    cost: &'static str,
    /// Arguments to `cargo install` beyond the name and the version.
    extra: &'static [&'static str],
}

const MDBOOK: Tool = Tool {
    package: "mdbook",
    program: "mdbook",
    version: "0.5.4",
    cost: "about a minute, once",
    extra: &["--locked"],
};

const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    cost: "about a minute, once",
    extra: &["--locked"],
};

const DENY: Tool = Tool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    cost: "about a minute, once",
    extra: &["--locked"],
};

/// Provides the pinned mdBook and says where it is.
pub fn mdbook(root: &Path) -> Result<PathBuf> {
    MDBOOK.provide(root)
}

/// Provides Firefox's driver, which few distributions have, and says where it is.
pub fn geckodriver(root: &Path) -> Result<PathBuf> {
    GECKODRIVER.provide(root)
}

/// Provides what looks at the dependencies and says where it is.
pub fn deny(root: &Path) -> Result<PathBuf> {
    DENY.provide(root)
}

/// Removes what the tools were compiled in: a gigabyte that nothing uses again. Until then one tool finds there what it shares with another.
pub fn tidy(root: &Path) {
    // A leftover would do no harm, and most of the time there is none.
    let _ = std::fs::remove_dir_all(folder(root).join(BUILD));
}

fn folder(root: &Path) -> PathBuf {
    root.join("target/tools")
}

/// Where the tools are compiled, in their folder.
const BUILD: &str = "build";

impl Tool {
    fn provide(&self, root: &Path) -> Result<PathBuf> {
        let folder = folder(root);
        let own =
            folder
                .join("bin")
                .join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        let found = [Some(own.clone()), sh::which(self.program)]
            .into_iter()
            .flatten()
            .find(|program| self.is_current(program));
        if let Some(program) = found {
            return Ok(program);
        }

        eprintln!(
            "    compiling {} {} into target/tools ({})",
            self.program, self.version, self.cost
        );
        sh::run(
            sh::cargo(root)
                .args(["install", self.package, "--version", self.version])
                .args(["--quiet", "--force", "--debug"])
                .args(self.extra)
                .arg("--root")
                .arg(&folder)
                .arg("--target-dir")
                .arg(folder.join(BUILD))
                // It runs for seconds: without what helps to debug it is there sooner, and faster.
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
                .env_remove("CARGO_BUILD_TARGET"),
            &format!(
                "{} {} could not be installed; it is downloaded once, so check the network \
                 and run the command again",
                self.package, self.version
            ),
        )?;
        Ok(own)
    }

    fn is_current(&self, program: &Path) -> bool {
        sh::output(Command::new(program).arg("--version"))
            .is_some_and(|line| names_version(&line, self.version))
    }
}

/// Whether a `--version` line such as `mdbook v0.5.4` names this version.
fn names_version(line: &str, version: &str) -> bool {
    line.split_whitespace()
        .any(|word| word.trim_start_matches('v') == version)
}

/// Provides the standard library for [`WASM`].
pub fn wasm_target(root: &Path) -> Result<()> {
    let installed =
        sh::output(sh::command(root, "rustc").args(["--print", "target-libdir", "--target", WASM]))
            .is_some_and(|dir| Path::new(&dir).is_dir());
    if installed {
        return Ok(());
    }
    if sh::which("rustup").is_none() {
        bail!(
            "the target {WASM} is missing and there is no rustup to add it: install Rust from \
             https://rustup.rs, or add that target the way your Rust was installed"
        );
    }
    eprintln!("    adding the target {WASM}");
    sh::run(
        sh::command(root, "rustup").args(["target", "add", WASM]),
        &format!(
            "the target {WASM} could not be added; it is downloaded once, so check the network \
             and run the command again"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_matched_whole() {
        assert!(names_version("mdbook v0.5.4", "0.5.4"));
        assert!(names_version(
            "geckodriver 0.37.1 (1234567890ab 2026-10-01)\n\nThe source code of this program",
            "0.37.1"
        ));
        assert!(!names_version("mdbook v0.5.40", "0.5.4"));
        assert!(!names_version("mdbook v0.5.3", "0.5.4"));
    }
}
