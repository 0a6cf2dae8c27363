//! What a reader asks for by Run.

use serde::Deserialize;
use verdict::declaration::Declaration;

/// What the reader asks for.
#[derive(Deserialize)]
pub struct Request {
    /// The example's slug.
    pub example: String,
    /// Its declaration.
    pub declaration: Declaration,
    /// The settings, in the order of the parameters.
    pub settings: Vec<f64>,
    /// The only variant to run; all, without.
    pub variant: Option<String>,
    /// How many times as often as declared each variant is to run.
    pub times: u32,
    /// The variant that is broken on purpose, by a test.
    pub broken: Option<String>,
    /// The answer that the reader picked; -1 without one.
    pub picked: i32,
}
