//! A recorded run as data: what lies beside an example's sources as `recorded.json`.

use crate::declaration::{Declaration, Variant};
use crate::items::Summary;
use crate::markup::{Warning, warnings};
use crate::recording::{Recording, typical};
use crate::report::{MeasureReport, VariantReport};
use crate::stats;
use crate::timeline::{Scale, Timeline};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A recorded run.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// The browser's name and version.
    pub engine: String,
    /// The day, in words.
    pub date: String,
    /// The number of cores that the browser stated.
    pub cores: u32,
    /// What was measured: the samples of each measure of each variant, by its function, so that a change of its name records nothing anew. What follows from them is worked out anew, so that a change of a rule or a sentence records nothing anew.
    pub figures: BTreeMap<String, BTreeMap<String, Vec<f64>>>,
    /// What is drawn of each variant.
    pub drawn: Vec<Drawn>,
}

/// What is drawn and told of one variant.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// The variant's function.
    pub variant: String,
    /// Its timeline.
    pub timeline: Timeline,
    /// What happened, counted.
    pub summary: Summary,
    /// What a linter for tasks would say of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// Whether the recorder was full before the end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
}

impl Recorded {
    /// What each variant measured, in the order of the declaration.
    pub fn variants(&self, declaration: &Declaration) -> Vec<VariantReport> {
        let measured = |(name, samples): (&String, &Vec<f64>)| MeasureReport {
            name: name.clone(),
            unit: declaration.unit(name).to_owned(),
            median: stats::median(samples),
            spread: stats::spread(samples),
            samples: samples.clone(),
        };
        let of_variant = |variant: &Variant| {
            Some(VariantReport {
                name: variant.name.clone(),
                function: variant.function.clone(),
                measures: self
                    .figures
                    .get(&variant.function)?
                    .iter()
                    .map(measured)
                    .collect(),
            })
        };
        declaration.variants.iter().filter_map(of_variant).collect()
    }
}

impl Drawn {
    /// What is drawn of a variant: the most typical of its repeats.
    pub fn of((variant, repeats): &(String, Vec<Recording>)) -> Option<Self> {
        let recording = typical(repeats)?;
        Some(Self {
            variant: variant.clone(),
            timeline: Timeline::of(recording),
            summary: Summary::of(recording),
            warnings: warnings(recording),
            full: recording.full,
        })
    }

    /// What is drawn of all variants, without what cannot be seen.
    pub fn reduced(recordings: &[(String, Vec<Recording>)]) -> Vec<Self> {
        let drawn: Vec<Self> = recordings.iter().filter_map(Self::of).collect();
        let scale = Scale::of(drawn.iter().map(|drawn| &drawn.timeline));
        let reduced = drawn.into_iter().map(|drawn| Self {
            timeline: drawn.timeline.reduced(scale),
            ..drawn
        });
        reduced.collect()
    }
}
