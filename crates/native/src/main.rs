//! Runs every program of this crate and keeps what it measured, for the book.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let threads = native::threads::measure(native::threads::WAIT)?;
    keep("threads.md", &native::threads::markdown(&threads))?;
    let updates = native::updates::measure(native::updates::TIMES);
    keep("updates.md", &native::updates::markdown(&updates))
}

fn keep(name: &str, text: &str) -> Result<()> {
    let file = native::recorded().join(name);
    std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
