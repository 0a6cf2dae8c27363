//! Child processes and the lines that announce them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The project's folder, from wherever the tool is called.
pub fn project_root() -> Result<PathBuf> {
    let manifest_dir = std::env::var_os("CARGO_MANIFEST_DIR")
        .context("this tool is run by cargo: `cargo xtask COMMAND`")?;
    let root = Path::new(&manifest_dir)
        .ancestors()
        .find(|dir| dir.join("book.toml").is_file())
        .context("there is no book.toml above this tool's own folder")?;
    Ok(root.to_owned())
}

/// The folder that cargo builds into.
pub fn target(root: &Path) -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR");
    named.map_or_else(|| root.join("target"), |named| root.join(named))
}

/// Counts the steps of a command and announces each.
pub struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    /// Starts a count of `total` steps.
    pub fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Announces the next step.
    pub fn next(&mut self, what: &str) {
        self.done += 1;
        eprintln!("{}/{} {what}", self.done, self.total);
    }
}

/// A command that runs in the project's folder.
pub fn command(root: &Path, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root);
    // What cargo told this tool about itself is not true of what the tool starts.
    for (name, _) in std::env::vars_os() {
        if let Some(name) = name.to_str()
            && (name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        {
            command.env_remove(name);
        }
    }
    command
}

/// The same cargo that runs this tool.
pub fn cargo(root: &Path) -> Command {
    command(
        root,
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
    )
}

/// Runs a command to its end; `otherwise` is the sentence for a failure.
pub fn run(command: &mut Command, otherwise: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} does not start", command.get_program().display()))?;
    if !status.success() {
        bail!("{otherwise}");
    }
    Ok(())
}

/// What a command prints, or `None` when it does not start or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies on the search path.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|dir| dir.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}
