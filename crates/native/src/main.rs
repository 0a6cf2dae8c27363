//! Runs every program of this crate and keeps what it measured, for the book.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let file = native::recorded().join("threads.md");
    let text = native::threads::markdown(&native::threads::measure(native::threads::WAIT)?);
    std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}
