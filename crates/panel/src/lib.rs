//! The Rust half of the run panel, one module for the whole site: the order of arms, witnesses, figures, timeline and findings.
//!
//! [`run`] and [`witness`] touch the browser; everything else is pure and tested on the host.

pub mod declaration;
pub mod judge;
pub mod markup;
pub mod proof;
pub mod recording;
pub mod report;
mod run;
pub mod timeline;
mod witness;
