//! Runs every program of this crate and keeps what it measured, for the book.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads = native::threads::measure(native::threads::WAIT)?;
    keep("threads.md", &native::threads::markdown(&threads))?;
    let updates = native::updates::measure(native::updates::TIMES);
    keep("updates.md", &native::updates::markdown(&updates))?;
    for program in &native::python::PROGRAMS {
        match program.output()? {
            Some(printed) => std::fs::write(program.kept(), printed)
                .with_context(|| format!("{} cannot be written", program.kept))?,
            None => eprintln!("python3 is not installed; {} stays as it is", program.kept),
        }
    }
    Ok(())
}

fn keep(name: &str, text: &str) -> Result<()> {
    let file = native::recorded().join(name);
    std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
