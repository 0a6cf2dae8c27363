//! Tests that measure nothing.
//!
//! Here nothing may rest on how long something took, a panel's outcome least of all.

pub mod accessibility;
pub mod controls;
mod endurance;
mod faults;
mod harness;
pub mod misbehaviour;
mod offline;
pub mod pages;
