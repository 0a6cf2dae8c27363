//! The Rust half of the run panel, one module for the whole site: the order of arms, witnesses, figures, timeline and findings.
//!
//! The private modules touch the browser; the public ones are pure and tested on the host.

pub mod bars;
pub mod curve;
pub mod declaration;
pub mod items;
pub mod judge;
pub mod lines;
pub mod markup;
mod observed;
pub mod order;
pub mod proof;
pub mod recording;
pub mod report;
mod run;
mod source;
pub mod timeline;
mod view;
mod watcher;
mod witness;
