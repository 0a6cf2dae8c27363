//! A panel's report as the contract has it.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What `element.report` holds after a run.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Report {
    /// The version of this form.
    pub schema: u32,
    /// The slug.
    pub example: String,
    /// The claims that the example tests.
    pub claims: Vec<String>,
    /// The parameters of the run.
    pub params: Map<String, Value>,
    /// Where it ran.
    pub environment: Map<String, Value>,
    /// What was measured, variant by variant.
    pub variants: Vec<Variant>,
    /// What follows for the claims.
    pub findings: Vec<Finding>,
    /// The worst over the claims; a run of a single variant has none.
    #[serde(default)]
    pub outcome: Option<String>,
}

/// The measures of one variant.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Variant {
    /// The name.
    pub name: String,
    /// The measures.
    pub measures: Vec<Measure>,
}

/// One measure of a variant.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Measure {
    /// The name.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// Every value, in the order taken.
    pub samples: Vec<f64>,
    /// The middle value.
    pub median: f64,
    /// How far the values lie apart.
    pub spread: f64,
}

/// What was found about one claim.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Finding {
    /// The claim.
    pub claim: String,
    /// The finding in one word.
    pub finding: String,
    /// Whether it is what the book expects.
    pub expected: bool,
    /// The reason, with the run's figures.
    pub why: String,
}

impl Report {
    /// A variant by its name.
    pub fn variant(&self, name: &str) -> Result<&Variant> {
        self.variants
            .iter()
            .find(|variant| variant.name == name)
            .with_context(|| format!("the report of {} has no variant `{name}`", self.example))
    }

    /// The median of a variant's measure.
    pub fn median(&self, variant: &str, measure: &str) -> Result<f64> {
        self.variant(variant)?.median(measure)
    }

    /// The least sample of a variant's measure.
    pub fn fastest(&self, variant: &str, measure: &str) -> Result<f64> {
        let samples = &self.variant(variant)?.measure(measure)?.samples;
        Ok(samples.iter().copied().fold(f64::INFINITY, f64::min))
    }

    /// The names of the variants.
    pub fn variant_names(&self) -> Vec<&str> {
        self.variants
            .iter()
            .map(|variant| variant.name.as_str())
            .collect()
    }
}

impl Variant {
    /// The median of a measure.
    pub fn median(&self, measure: &str) -> Result<f64> {
        Ok(self.measure(measure)?.median)
    }

    fn measure(&self, name: &str) -> Result<&Measure> {
        let found = self.measures.iter().find(|found| found.name == name);
        found.with_context(|| format!("the variant `{}` has no measure `{name}`", self.name))
    }
}

/// The middle value of some; of an even number, the mean of the two in the middle.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        length if length % 2 == 0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
        _ => sorted[middle],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&[]).is_nan());
    }
}
