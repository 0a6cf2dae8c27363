//! Tests that measure nothing, so that `cargo xtask test` lets them run beside each other.
//!
//! Here nothing may rest on how long something took, a panel's outcome least of all, nor on the focus, which one window of a display has.

pub mod accessibility;
pub mod controls;
mod endurance;
mod faults;
mod harness;
pub mod misbehaviour;
mod offline;
pub mod pages;
