//! What an experiment is, without a browser: its declaration, its rules and findings, what was recorded of it, and how that is drawn.
//!
//! Everything here is pure: time is an argument, drawings are text.
//! The panel runs experiments and shows what this crate makes of them; the preprocessor and the tests read declarations by it.

pub mod curve;
pub mod declaration;
#[cfg(feature = "host")]
pub mod example;
pub mod format;
pub mod items;
pub mod judge;
pub mod lines;
pub mod lints;
pub mod markup;
pub mod order;
#[cfg(feature = "host")]
pub mod proof;
pub mod recorded;
pub mod recording;
pub mod report;
pub mod row;
pub mod rules;
pub mod stats;
pub mod timeline;
