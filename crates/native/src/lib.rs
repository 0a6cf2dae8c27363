//! What programs outside the browser do: the same tasks as in a page, on threads of the operating system.
//!
//! A page can start workers and nothing else. What is said about programs in general is therefore run here, and recorded.

pub mod python;
pub mod threads;
pub mod updates;

use std::path::PathBuf;

/// The folder that holds what was recorded.
pub fn recorded() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/recorded"))
}

/// The line below each table: where it was recorded.
pub fn recorded_where() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "\n*Recorded on a machine with {cores} cores, under {}, by `cargo run --package native`.*\n",
        std::env::consts::OS
    )
}
