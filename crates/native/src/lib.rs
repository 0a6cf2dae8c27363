//! What programs outside the browser do: the same tasks as in a page, on threads of the operating system.
//!
//! A page can start workers and nothing else. What is said about programs in general is therefore run here, and recorded.

pub mod threads;

use std::path::PathBuf;

/// The folder that holds what was recorded.
pub fn recorded() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/recorded"))
}
