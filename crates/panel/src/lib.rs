//! The Rust half of the run panel, one module for the whole site: it runs variants under the eyes of the witnesses and shows what was recorded.
//!
//! What an experiment is, and how its figures are judged and drawn, is the crate `verdict`.

mod observed;
mod run;
mod source;
mod view;
mod watcher;
mod witness;
