//! The report of a run: what tests, the verdict board and the reader's own exports read.

use crate::declaration::{Declaration, Finding};
use crate::recording::{Input, Recording};
use crate::stats;
use serde::Serialize;
use serde_json::{Map, Value, json};
use trace::recorder::Kind;

/// The report of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The version of this shape.
    pub schema: u32,
    /// The example's slug.
    pub example: String,
    /// The claims that the example settles.
    pub claims: Vec<String>,
    /// The settings, by parameter.
    pub params: Map<String, Value>,
    /// Where it ran.
    pub environment: Environment,
    /// The variants that ran.
    pub variants: Vec<VariantReport>,
    /// What was found, claim by claim; empty when a variant ran alone.
    pub findings: Vec<FindingReport>,
    /// The worst over the claims; absent when a variant ran alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// Where a run took place.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Environment {
    /// What the browser calls itself.
    pub user_agent: String,
    /// The number of cores that the browser states, which is not always the truth.
    pub stated_cores: f64,
    /// The number of workers that ran at once, as measured; only where the example needs to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cores: Option<f64>,
    /// The same, counted when it was over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cores_after: Option<f64>,
    /// The step of the page's clock, in milliseconds.
    pub clock_step: f64,
    /// The distance between frames while nothing ran, in milliseconds; absent where none were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle_frame: Option<f64>,
    /// When the run began, in milliseconds since 1970.
    pub date: f64,
}

/// What a variant measured.
#[derive(Clone, Debug, Serialize)]
pub struct VariantReport {
    /// The variant's name.
    pub name: String,
    /// Its function, by which rules name it.
    #[serde(skip)]
    pub function: String,
    /// Its measures.
    pub measures: Vec<MeasureReport>,
}

/// One measure of a variant.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureReport {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// One value per repeat.
    pub samples: Vec<f64>,
    /// The median of the samples.
    pub median: f64,
    /// The distance between their quartiles.
    pub spread: f64,
}

/// What was found about a claim.
#[derive(Clone, Debug, Serialize)]
pub struct FindingReport {
    /// The claim's number.
    pub claim: String,
    /// What was found.
    pub finding: Finding,
    /// Whether that is what was expected.
    pub expected: bool,
    /// The reason, with the figures in it.
    pub why: String,
}

/// How a run came out, all claims together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Every finding is the expected one.
    AsExpected,
    /// At least one is not.
    Unexpected,
    /// None is unexpected, and at least one could not be measured.
    Unmeasurable,
}

impl Outcome {
    /// The worst of the findings.
    pub fn of(findings: &[FindingReport]) -> Self {
        let unmeasurable = |found: &FindingReport| found.finding == Finding::Unmeasurable;
        if findings
            .iter()
            .any(|found| !found.expected && !unmeasurable(found))
        {
            Self::Unexpected
        } else if findings.iter().any(unmeasurable) {
            Self::Unmeasurable
        } else {
            Self::AsExpected
        }
    }
}

/// Gathers the samples of a variant's repeats, measure by measure, in the order in which they were first seen.
pub fn variant_report(
    declaration: &Declaration,
    name: &str,
    repeats: &[Recording],
) -> VariantReport {
    let mut measures: Vec<MeasureReport> = Vec::new();
    for (name, value) in repeats.iter().flat_map(Recording::measures) {
        match measures.iter_mut().find(|measure| measure.name == name) {
            Some(measure) => measure.samples.push(value),
            None => measures.push(MeasureReport {
                unit: declaration.unit(&name).to_owned(),
                name,
                samples: vec![value],
                median: 0.0,
                spread: 0.0,
            }),
        }
    }
    for measure in &mut measures {
        measure.median = stats::median(&measure.samples);
        measure.spread = stats::spread(&measure.samples);
    }
    let variant = declaration
        .variants
        .iter()
        .find(|variant| variant.name == name);
    VariantReport {
        name: name.to_owned(),
        function: variant.map_or(name, |variant| &variant.function).to_owned(),
        measures,
    }
}

impl VariantReport {
    /// The median of a measure, if this variant has it.
    pub fn median(&self, measure: &str) -> Option<f64> {
        Some(self.measures.iter().find(|own| own.name == measure)?.median)
    }
}

/// The events of a run in the Trace Event Format, in the order in which they were recorded; times in microseconds.
pub fn trace_events<'a>(variants: impl Iterator<Item = &'a (String, Vec<Recording>)>) -> Value {
    let mut events = Vec::new();
    let mut push = |at: f64, name: &str, cat: &str, ph: &str, tid: u32, args: Value| {
        let mut event = json!({
            "name": name, "cat": cat, "ph": ph, "ts": at * 1000.0, "pid": 1, "tid": tid, "args": args,
        });
        if ph == "i" {
            event["s"] = "t".into();
        }
        events.push((at, event));
    };
    // What is shown before a variant may be what was shown after the one before it.
    let mut seen = f64::NEG_INFINITY;
    for (variant, recording) in
        variants.flat_map(|(variant, all)| all.iter().map(move |one| (variant, one)))
    {
        push(recording.begin, variant, "task", "B", 0, json!({}));
        for &at in recording.beats.iter().filter(|at| **at > seen) {
            push(at, "beat", "heartbeat", "i", 1, json!({}));
        }
        for &at in recording.frames.iter().filter(|at| **at > seen) {
            push(at, "frame", "frame", "i", 2, json!({}));
        }
        let outside = recording.outside.iter().flatten();
        for &(at, silence) in outside.filter(|(at, _)| *at > seen) {
            let args = json!({ "silence": silence * 1000.0 });
            push(at, "beat of a worker", "heartbeat", "i", 4, args);
        }
        for Input { at, heard, key } in &recording.inputs {
            let name = if *key { "key" } else { "click" };
            push(
                *at,
                name,
                "input",
                "i",
                3,
                json!({ "heard": heard * 1000.0 }),
            );
        }
        for task in recording.long_tasks.iter().flatten() {
            push(task.begin, "long task", "longtask", "B", 5, json!({}));
            push(task.end, "long task", "longtask", "E", 5, json!({}));
        }
        for event in &recording.events {
            let (name, cat, ph, tid) = match event.kind {
                Kind::Spawn => ("spawn", "task", "i", 0),
                Kind::PollBegin => ("poll", "poll", "B", 0),
                Kind::PollPending | Kind::PollReady => ("poll", "poll", "E", 0),
                Kind::Wake => ("wake", "wake", "i", 0),
                Kind::Drop => ("drop", "task", "i", 0),
                Kind::WorkerBegin => ("job", "worker", "B", 10 + event.task),
                Kind::WorkerEnd => ("job", "worker", "E", 10 + event.task),
            };
            let mut args = json!({ "task": event.task });
            if let Some(task) = recording.task(event.task) {
                args["name"] = task.name.as_str().into();
            }
            if let (Kind::Wake, Some(during)) = (event.kind, event.during) {
                args["during"] = during.into();
            }
            push(event.at, name, cat, ph, tid, args);
        }
        // After its polls, or with a coarse clock its end would close one of them.
        push(recording.end, variant, "task", "E", 0, json!({}));
        let watched = recording.beats.iter().chain(&recording.frames);
        seen = watched.copied().fold(seen, f64::max);
    }
    events.sort_by(|one, other| one.0.total_cmp(&other.0));
    json!({ "traceEvents": events.into_iter().map(|(_, event)| event).collect::<Vec<_>>() })
}
