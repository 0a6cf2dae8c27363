//! What is linked into examples to record them: events, instrumented futures, and spans of work.
//!
//! Nothing here reads a clock of its own: time is an argument.

pub mod recorder;
pub mod spans;
pub mod task;
