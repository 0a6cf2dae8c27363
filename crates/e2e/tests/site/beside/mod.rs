//! Tests that measure nothing.
//!
//! Here nothing may rest on how long something took, a panel's outcome least of all. What needs the focus asks for it, because some browsers share it.

pub mod accessibility;
pub mod controls;
mod endurance;
mod faults;
mod harness;
mod keyboard;
pub mod misbehaviour;
mod offline;
pub mod pages;
