//! Tests that measure nothing.
//!
//! They run on what the others leave of the processors. So nothing here may rest on how long something took, a panel's outcome least of all.

pub mod accessibility;
pub mod controls;
mod endurance;
mod faults;
mod harness;
pub mod misbehaviour;
mod offline;
pub mod pages;
mod without_a_mouse;
