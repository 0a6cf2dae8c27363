//! What an example declares: in its `example.toml`, from there as JSON in its element.

use serde::{Deserialize, Serialize};

/// An example's declaration.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The panel's heading.
    pub title: String,
    /// One or two sentences on what is about to run.
    pub lead: String,
    /// What the button that runs all variants says after 'Run: '.
    pub run: String,
    /// Whether the variants' totals are compared: then nothing moves on the page but the one hand, because every moving thing costs the variants that let frames through.
    #[serde(default, skip_serializing_if = "is_default")]
    pub throughput: bool,
    /// How many workers must be able to run at once for the figures to mean something; measured, not asked for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cores: u32,
    /// The question asked before the run.
    #[serde(skip_serializing_if = "is_default")]
    pub prediction: Option<Prediction>,
    /// What the variants measure beyond the panel's own measures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub measures: Vec<Measure>,
    /// Whether the variants are drawn as a curve as well.
    #[serde(skip_serializing_if = "is_default")]
    pub curve: Option<Curve>,
    /// Whether each variant is drawn as a line as well.
    #[serde(skip_serializing_if = "is_default")]
    pub lines: Option<Lines>,
    /// The measures that stand in each variant's row, from left to right; the last is the one that the question asks for.
    #[serde(default = "of_the_page", skip_serializing_if = "are_of_the_page")]
    pub columns: Vec<String>,
    /// Whether measures of each variant are drawn as bars in its row.
    #[serde(skip_serializing_if = "is_default")]
    pub bars: Option<Bars>,
    /// Whether the timelines stay folded until the reader wants them, because they show nothing of what is asked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub folded: bool,
    /// Measures that must come out equal in all variants.
    #[serde(default, skip_serializing_if = "is_default")]
    pub equal: Vec<String>,
    /// Expressions that have a name, which may stand in rules and sentences in their place.
    #[cfg(feature = "host")]
    #[serde(default, skip_serializing)]
    pub figures: std::collections::BTreeMap<String, String>,
    /// A rule for each claim.
    #[serde(default)]
    pub findings: Vec<Rule>,
    /// What the reader can set.
    #[serde(default)]
    pub params: Vec<Param>,
    /// The ways that are compared.
    pub variants: Vec<Variant>,
    /// Rules for what the chapter says of the figures of a run at the usual settings.
    #[cfg(feature = "host")]
    #[serde(default, skip_serializing)]
    pub checks: Vec<String>,
    /// Made-up figures, with what follows from them.
    #[cfg(feature = "host")]
    #[serde(default, skip_serializing)]
    pub made_up: Vec<crate::proof::MadeUp>,
    /// What the names of the functions begin with that its module keeps; for the preprocessor.
    #[serde(default, skip_serializing)]
    pub names: Vec<String>,
    /// Messages that this example must log because an uncaught error is its lesson; for the tests.
    #[serde(default, skip_serializing)]
    pub console: Vec<String>,
}

/// The question asked before the run.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Prediction {
    /// The question.
    pub question: String,
    /// What was measured of it, a sentence with figures in it.
    pub measured: String,
    /// What the reader can pick.
    pub answers: Vec<Answer>,
}

/// One answer to the question.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The answer.
    pub text: String,
    /// What someone who picked it should hear if it was wrong.
    pub why: String,
    /// The rule by which the figures say that it was right.
    pub right: String,
}

/// A figure that variants hand over themselves.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name in rules and in the report.
    pub name: String,
    /// Its name for the reader.
    pub label: String,
    /// Its unit, as [`crate::format::with_unit`] knows it.
    pub unit: String,
}

/// A curve through the variants: how much each gets done in a second, against its longest stall.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Curve {
    /// What it shows, without a full stop.
    pub says: String,
    /// The function of the variant whose work in a second is the whole.
    pub beside: String,
}

/// Bars in each variant's row, all on one axis.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// The measures that they are of, all of one unit.
    pub measures: Vec<String>,
    /// Whether equal distances are equal factors, for what differs a hundredfold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub factors: bool,
}

/// A line for each variant, through measures that it takes at one setting after another, all of one unit.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// What they show, without a full stop.
    pub says: String,
    /// What the settings are.
    pub across: String,
    /// How they are read: whether lower or higher is better.
    pub caption: String,
    /// Whether equal distances upwards are equal factors, for what differs a hundredfold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub factors: bool,
    /// The settings, from left to right.
    pub points: Vec<LinePoint>,
}

/// One setting of [`Lines`].
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LinePoint {
    /// The measure that was taken there.
    pub measure: String,
    /// The setting in words.
    pub at: String,
}

/// How the finding about a claim follows from the figures.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The claim's number.
    pub claim: String,
    /// The claim in a sentence, without its full stop.
    pub says: String,
    /// The finding that is expected.
    pub expected: Finding,
    /// What the claim depends on where it is true with a condition, without its "if".
    #[serde(skip_serializing_if = "is_default")]
    pub condition: Option<String>,
    /// The cases, of which the first that applies decides.
    pub cases: Vec<Case>,
}

/// One case of a rule.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// When the case applies; always, without.
    #[serde(skip_serializing_if = "is_default")]
    pub when: Option<String>,
    /// What is then found.
    pub finding: Finding,
    /// The reason, a sentence with figures in it.
    pub why: String,
}

/// What was found about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Finding {
    /// The claim is true as it stands.
    Holds,
    /// It is true under a condition.
    Conditional,
    /// It leads to a wrong idea.
    Misleading,
    /// It is not so.
    False,
    /// This browser, or this run, cannot tell.
    Unmeasurable,
}

impl Finding {
    /// Its name in a declaration and in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Conditional => "conditional",
            Self::Misleading => "misleading",
            Self::False => "false",
            Self::Unmeasurable => "unmeasurable",
        }
    }

    /// What it says of a claim that stands before it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Conditional => "holds with a condition",
            Self::Misleading => "misleading",
            Self::False => "false",
            Self::Unmeasurable => "not shown",
        }
    }

    /// What stands before a claim: an icon, and the verdict.
    pub fn verdict(self) -> (&'static str, &'static str) {
        match self {
            Self::Holds => ("✓", "True here"),
            Self::Conditional => ("◐", "True if…"),
            Self::Misleading => ("≠", "Misleading"),
            Self::False => ("✕", "False here"),
            Self::Unmeasurable => ("?", "Not shown this time"),
        }
    }
}

/// A parameter that the reader can set.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// Its name in rules, in the report and in the page's address.
    pub name: String,
    /// Its name for the reader.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
    /// The distance between values.
    pub step: f64,
    /// The value to begin with.
    pub default: f64,
}

/// One of the ways that are compared.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its function in the example's source.
    pub function: String,
    /// Its name.
    pub name: String,
    /// What the reader is told before it runs.
    #[serde(default = "page_stays_yours")]
    pub warning: String,
    /// Whether it is meant to hold the page.
    #[serde(default, skip_serializing_if = "is_default")]
    pub freezes: bool,
    /// Whether it runs without the recorder, because it measures costs to which recording would add.
    #[serde(default, skip_serializing_if = "is_default")]
    pub bare: bool,
    /// Whether the reader does it by hand: then its own button alone runs it, and it takes as long as the reader likes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_hand: bool,
    /// Whether no finding rests on it.
    #[cfg(feature = "host")]
    #[serde(default, skip_serializing)]
    pub aside: bool,
    /// How often it runs; once, without. What repeats is warmed up by a run that does not count.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub repeats: u32,
    /// The function of the variant with the opposite outcome, which stands in for this one when it is broken on purpose.
    pub opposite: String,
}

fn of_the_page() -> Vec<String> {
    ["total", "frames", "stall"].map(str::to_owned).to_vec()
}

fn are_of_the_page(columns: &[String]) -> bool {
    columns == of_the_page()
}

fn once() -> u32 {
    1
}

fn is_once(repeats: &u32) -> bool {
    *repeats == 1
}

fn page_stays_yours() -> String {
    "the page stays responsive".to_owned()
}

/// Whether JSON can leave a value out, because reading it back gives the same.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Declaration {
    /// The variants that run: the one that is named, or all that need no hand.
    pub fn variants_named(&self, only: Option<&str>) -> Vec<&Variant> {
        let asked = |variant: &&Variant| only.map_or(!variant.by_hand, |only| only == variant.name);
        self.variants.iter().filter(asked).collect()
    }

    /// Whether a variant is one that the reader does by hand.
    pub fn is_by_hand(&self, variant: &str) -> bool {
        self.variants
            .iter()
            .any(|own| own.by_hand && own.name == variant)
    }

    /// The place of the variant that runs under this variant's name: its own, or its opposite's if it is the broken one.
    pub fn place_of(&self, variant: &Variant, broken: Option<&str>) -> Option<usize> {
        let function = if broken == Some(&variant.name) {
            &variant.opposite
        } else {
            &variant.function
        };
        let is_it = |variant: &Variant| &variant.function == function;
        self.variants.iter().position(is_it)
    }

    /// The claims that the findings settle.
    pub fn claims(&self) -> Vec<String> {
        let claims = self.findings.iter().map(|rule| rule.claim.clone());
        claims.collect()
    }

    /// What the reader can pick before the run; nothing where nothing is asked.
    pub fn answers(&self) -> &[Answer] {
        self.prediction.as_ref().map_or(&[], |it| &it.answers)
    }

    /// The name of the variant with this function.
    pub fn name_of<'a>(&'a self, function: &'a str) -> &'a str {
        let variant = self
            .variants
            .iter()
            .find(|variant| variant.function == function);
        variant.map_or(function, |variant| &variant.name)
    }

    /// The unit in which a measure is written.
    pub fn unit(&self, measure: &str) -> &str {
        match measure {
            "total" | "stall" | "frame_gap" | "silence" | "long_task" | "input_delay"
            | "event_delay" => "ms",
            "frames" => "frames",
            _ => self.own(measure).map_or("", |own| &own.unit),
        }
    }

    /// What a measure is called before the reader.
    pub fn label<'a>(&'a self, measure: &'a str) -> &'a str {
        match measure {
            "total" => "total",
            "stall" => "longest stall",
            "frame_gap" => "longest frame gap",
            "frames" => "frames",
            "silence" => "longest stall, as a worker saw it",
            "long_task" => "longest long task, as the browser tells it",
            "input_delay" => "slowest click or key",
            "event_delay" => "slowest click or key, as the browser tells it",
            _ => self.own(measure).map_or(measure, |own| &own.label),
        }
    }

    /// A text with each `{param|s}` replaced by that setting in seconds.
    pub fn fill(&self, text: &str, settings: &[f64]) -> String {
        self.params
            .iter()
            .zip(settings)
            .fold(text.to_owned(), |text, (param, value)| {
                let seconds = value / 1000.0;
                text.replace(&format!("{{{}|s}}", param.name), &format!("{seconds} s"))
            })
    }

    fn own(&self, measure: &str) -> Option<&Measure> {
        self.measures.iter().find(|own| own.name == measure)
    }
}
