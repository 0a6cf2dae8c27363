//! Everything of a run that needs no browser: recorded events, instrumented futures, statistics, and the rules that turn figures into findings.
//!
//! The examples carry [`recorder`], [`task`] and [`spans`] into the page; the panel reads what they recorded and applies [`stats`] and [`rules`].
//! Nothing here reads a clock of its own: time is an argument.

pub mod format;
pub mod lints;
pub mod recorder;
pub mod rules;
pub mod spans;
pub mod stats;
pub mod task;
