//! Runs every program of this crate and keeps what it measured, for the book.

use std::path::Path;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads = native::threads::measure(native::threads::WAIT)?;
    let recorded = native::recorded();
    keep(
        &recorded.join("threads.md"),
        &native::threads::markdown(&threads),
    )?;
    let updates = native::updates::measure(native::updates::TIMES);
    keep(
        &recorded.join("updates.md"),
        &native::updates::markdown(&updates),
    )?;
    for program in &native::python::PROGRAMS {
        match program.output()? {
            Some(printed) => keep(&program.kept(), &printed)?,
            None => eprintln!("python3 is not installed; {} stays as it is", program.kept),
        }
    }
    Ok(())
}

fn keep(file: &Path, text: &str) -> Result<()> {
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}
