//! Tests that look at pages and measure nothing.
//!
//! They run on what the others leave of the processors. So nothing here may rest on how long something took. A panel runs here only where a clock ends it: work that was sized on a quick machine is given up on a slow one.

mod accessibility;
mod inert;
pub mod pages;
mod paper;
mod without_a_mouse;
