//! Python's programs, run by CPython where it is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// A program and the file that keeps what it printed.
pub struct Program {
    /// The program, with the words that it is given.
    pub run: &'static [&'static str],
    /// What it printed.
    pub kept: &'static str,
}

/// All programs that the book shows.
pub const PROGRAMS: [Program; 3] = [
    Program {
        run: &["ideas/src/ideas.py"],
        kept: "ideas/src/recorded.txt",
    },
    Program {
        run: &["asyncio/src/kitchen.py"],
        kept: "asyncio/src/awaited.txt",
    },
    Program {
        run: &["asyncio/src/kitchen.py", "blocking"],
        kept: "asyncio/src/blocking.txt",
    },
];

impl Program {
    /// The file that keeps what it printed.
    pub fn kept(&self) -> PathBuf {
        examples().join(self.kept)
    }

    /// What it prints; nothing where Python is not installed.
    pub fn output(&self) -> Result<Option<String>> {
        let version = Command::new("python3").arg("--version").output();
        if !version.is_ok_and(|version| version.status.success()) {
            return Ok(None);
        }
        let done = Command::new("python3")
            .args(self.run)
            .current_dir(examples())
            .output()
            .context("python3 cannot be run")?;
        let said = String::from_utf8_lossy(&done.stderr);
        ensure!(done.status.success(), "{:?} failed: {said}", self.run);
        let printed = String::from_utf8(done.stdout).context("it prints no text")?;
        Ok(Some(printed))
    }
}

/// What was told, without the times, which differ from run to run.
pub fn told(printed: &str) -> Vec<&str> {
    let told = printed.lines().filter(|line| !line.starts_with('#'));
    told.collect()
}

fn examples() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples"))
}
