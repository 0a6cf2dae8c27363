//! The engine of the Lab: a module of its own, built apart from the book because it takes minutes.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::{sh, tools};

/// Where the book has it, below the project's folder, and what its name begins with.
const PLACE: (&str, &str) = ("book/lab", "engine-");

/// The linker bounds its memory and gives it room for deep calls; `Math.random` is seeded by the crate itself.
const FLAGS: &str = r#"target.wasm32-unknown-unknown.rustflags=["--cfg", "getrandom_backend=\"custom\"", "-C", "link-arg=--max-memory=268435456", "-C", "link-arg=-zstack-size=8388608"]"#;

/// Builds the engine into the book's folder.
pub fn build(root: &Path) -> Result<()> {
    let mut cargo = compile(root);
    sh::run(&mut cargo, "the Lab's engine does not compile: see above")?;
    place(root)
}

/// How often it is looked whether the book is there.
const LOOK: Duration = Duration::from_secs(1);

/// Has another process build the engine once the book is served: the first page does not wait for it.
pub fn build_once_served(root: &Path) -> Result<()> {
    let own = std::env::current_exe()?;
    let mut command = Command::new(own);
    command.args(["lab", "--once-served"]).current_dir(root);
    command.spawn().context("this tool does not start itself")?;
    Ok(())
}

/// Waits until a book that is built from now on is there.
pub fn wait_for_book(root: &Path) {
    let begin = SystemTime::now();
    let page = root.join("target/book/index.html");
    let is_new = || {
        let written = fs::metadata(&page).and_then(|it| it.modified());
        written.is_ok_and(|it| it > begin)
    };
    while !is_new() {
        std::thread::sleep(LOOK);
    }
}

fn compile(root: &Path) -> Command {
    let mut cargo = sh::cargo(root);
    cargo
        .args(["rustc", "--quiet", "--package", "lab", "--lib"])
        .args(["--crate-type", "cdylib", "--profile", "lab"])
        .args(["--target", tools::WASM, "--config", FLAGS]);
    cargo
}

fn place(root: &Path) -> Result<()> {
    let built = sh::target(root).join(tools::WASM).join("lab/lab.wasm");
    let bytes = fs::read(&built).with_context(|| built.display().to_string())?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let name = format!("{}{:010x}.wasm", PLACE.1, hasher.finish() >> 24);
    let folder = root.join(PLACE.0);
    // A file that stays as it is lets mdBook, which watches the folder, rest.
    if folder.join(&name).is_file() {
        return Ok(());
    }
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    // Under another name until it is complete: a page finds it by its name.
    let begun = folder.join("begun");
    fs::write(&begun, bytes).with_context(|| begun.display().to_string())?;
    Ok(fs::rename(begun, folder.join(name))?)
}
