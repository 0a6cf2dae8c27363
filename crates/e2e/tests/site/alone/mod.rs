//! Tests that hold what they measure to a few milliseconds or per cent, and so have the machine to themselves.

mod browser_trace;
mod choice;
mod freeze;
mod measured;
pub mod six_strategies;

/// How slow they make a processor to be sure that a freeze is measured out and not counted out.
const SLOW: f64 = 4.0;
