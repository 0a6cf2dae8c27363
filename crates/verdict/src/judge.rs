//! From figures to findings: which case of each rule applies, whether the figures would bear being a little different, and whether the reader had foreseen it.

use crate::declaration::{Answer, Case, Declaration, Finding, Rule};
use crate::format::with_unit;
use crate::recording::Recording;
use crate::report::{FindingReport, VariantReport};
use crate::rules::{self, Error, Expression, Figures};

/// By how much any one figure may come out otherwise on the next run: a finding against the book has to bear that, downwards and upwards.
pub(crate) const MARGIN: f64 = 0.7;

/// How many times as slow, or as fast, a machine may be for all times together.
pub(crate) const SPEED: f64 = 4.0;

/// How many steps of the clock a time has to last to be precise, and by how many a shorter one may be off.
const PRECISE: f64 = 10.0;
const IMPRECISE: f64 = 3.0;

/// The units of what a slower machine has more of.
const TIMES: [&str; 3] = ["ms", "µs", "ns"];

/// The units of what a slower machine has less of.
const RATES: [&str; 2] = ["answers per second", "jobs per second"];

/// The units of what is no quantity: a checksum, an answer or a count of what a browser has is right or wrong, and not 30 % different.
pub(crate) const CODES: [&str; 5] = ["", "yes or no", "in order", "of 9", "of 12"];

/// Why a run decides nothing whose figures fit no case.
const NOT_SHOWN: &str = "The effect that this claim is about did not show in this run: its figures neither bear the claim out nor refute it. Try again when this machine is less busy, or with a longer setting.";

/// Why a rule has no value that divides by a time of nothing.
const TOO_SHORT: &str = "A time that this claim rests on was shorter than a step of this browser’s clock, so it counts as nothing. Try again with a longer setting, or in a browser with a finer clock.";

/// The variants of a run with the recordings of their repeats.
pub type Recordings = [(String, Vec<Recording>)];

/// What was found about each claim.
pub fn findings(
    declaration: &Declaration,
    variants: &[VariantReport],
    recordings: &Recordings,
    clock_step: f64,
) -> Vec<FindingReport> {
    let hidden = hidden(recordings);
    // What a variant with an obstacle has measured counts for nothing, and says nothing about the others.
    let measurable: Vec<VariantReport> = variants
        .iter()
        .filter(|variant| obstacle(recordings, &variant.name).is_none())
        .cloned()
        .collect();
    let finding = |rule: &Rule| {
        let decided = match hidden {
            Some(hidden) => Err(hidden.to_owned()),
            None => {
                decide(declaration, rule, &measurable, clock_step).map_err(|error| match &error {
                    Error::Missing(_, variant) => {
                        obstacle(recordings, declaration.name_of(variant))
                            .unwrap_or_else(|| format!("A figure is missing: {error}."))
                    }
                    Error::NotFinite => TOO_SHORT.to_owned(),
                    Error::Syntax(..) | Error::Unnamed(_) => {
                        format!("The rule cannot be read: {error}.")
                    }
                })
            }
        };
        let (finding, why) = decided.unwrap_or_else(|why| (Finding::Unmeasurable, why));
        let expected = finding == rule.expected;
        FindingReport {
            claim: rule.claim.clone(),
            finding,
            expected,
            why,
        }
    };
    declaration.findings.iter().map(finding).collect()
}

/// The finding of the first case that applies, and its reason.
///
/// A finding that is not the expected one has to contradict the book also with any one figure 30 % different, or off by some steps of the clock (in milliseconds), and on a machine four times as slow or as fast.
/// Otherwise the run does not decide: near-equal figures are no order, and a busy machine is no refutation.
pub fn decide(
    declaration: &Declaration,
    rule: &Rule,
    variants: &[VariantReport],
    clock_step: f64,
) -> Result<(Finding, String), Error> {
    let cases = Cases::of(rule)?;
    let figures = figures(variants);
    let Some(case) = cases.first(&figures)? else {
        return Ok((Finding::Unmeasurable, NOT_SHOWN.to_owned()));
    };
    if case.finding != rule.expected && case.finding != Finding::Unmeasurable {
        for change in cases.changes(declaration, &figures, clock_step) {
            let changed = |measure: &str, variant: &str| {
                let unit = declaration.unit(measure);
                Some(change.of(figures(measure, variant)?, measure, variant, unit))
            };
            let contradicts = cases.first(&changed)?.is_some_and(|case| {
                case.finding != rule.expected && case.finding != Finding::Unmeasurable
            });
            if !contradicts {
                return Ok((
                    Finding::Unmeasurable,
                    change.in_words(declaration, &figures)?,
                ));
            }
        }
    }
    Ok((case.finding, rules::fill(&case.why, &figures)?))
}

/// The cases of a rule, parsed.
struct Cases<'a>(Vec<(Option<Expression>, &'a Case)>);

impl<'a> Cases<'a> {
    fn of(rule: &'a Rule) -> Result<Self, Error> {
        let parsed = rule.cases.iter().map(|case| {
            let when = case.when.as_deref().map(Expression::parse).transpose()?;
            Ok((when, case))
        });
        parsed.collect::<Result<_, _>>().map(Self)
    }

    fn first(&self, figures: &dyn Figures) -> Result<Option<&'a Case>, Error> {
        for (when, case) in &self.0 {
            let applies = match when {
                Some(when) => when.holds(figures)?,
                None => true,
            };
            if applies {
                return Ok(Some(case));
            }
        }
        Ok(None)
    }

    /// What may have been different in another run.
    fn changes(
        &self,
        declaration: &Declaration,
        figures: &dyn Figures,
        clock_step: f64,
    ) -> Vec<Change<'_>> {
        let mut changes = vec![Change::Machine(SPEED), Change::Machine(1.0 / SPEED)];
        for when in self.0.iter().filter_map(|(when, _)| when.as_ref()) {
            when.each_figure(&mut |measure, variant| {
                let both =
                    [MARGIN, 1.0 / MARGIN].map(|factor| Change::One(measure, variant, factor));
                if !CODES.contains(&declaration.unit(measure)) && !changes.contains(&both[0]) {
                    changes.extend(both);
                }
                let is_precise = |value| value >= PRECISE * clock_step;
                let value = figures.figure(measure, variant).unwrap_or(f64::INFINITY);
                if declaration.unit(measure) == "ms" && !is_precise(value) {
                    let off = IMPRECISE * clock_step;
                    changes.extend([-off, off].map(|off| Change::Clock(measure, variant, off)));
                }
            });
        }
        changes
    }
}

/// What a figure of this unit is multiplied by on a machine so many times as slow.
pub(crate) fn on_a_machine(slower: f64, unit: &str) -> f64 {
    match unit {
        _ if TIMES.contains(&unit) => slower,
        _ if RATES.contains(&unit) => 1.0 / slower,
        _ => 1.0,
    }
}

/// What may have been different in another run.
#[derive(Clone, Copy, PartialEq)]
enum Change<'a> {
    /// How slow the whole machine is.
    Machine(f64),
    /// One figure: measure, variant and factor.
    One(&'a str, &'a str, f64),
    /// One short time, by some steps of the clock: measure, variant and milliseconds.
    Clock(&'a str, &'a str, f64),
}

impl Change<'_> {
    /// What a figure of this unit is then.
    fn of(self, value: f64, measure: &str, variant: &str, unit: &str) -> f64 {
        match self {
            Self::Machine(slower) => value * on_a_machine(slower, unit),
            Self::One(own, of, factor) if (own, of) == (measure, variant) => value * factor,
            Self::Clock(own, of, off) if (own, of) == (measure, variant) => (value + off).max(0.0),
            _ => value,
        }
    }

    /// Why a run that such a change would turn does not decide.
    fn in_words(self, declaration: &Declaration, figures: &dyn Figures) -> Result<String, Error> {
        Ok(match self {
            Self::Machine(_) => "What was measured in this run depends on how fast this machine is, and does not settle the claim. Try again when it is less busy, or with a longer setting.".to_owned(),
            Self::Clock(measure, variant, _) => format!(
                "‘{}’, {}: this time is only a few steps of this browser’s clock, too few to decide by. Try again with a longer setting, or in a browser with a finer clock.",
                declaration.name_of(variant),
                declaration.label(measure),
            ),
            Self::One(measure, variant, _) => {
                let value = figures
                    .figure(measure, variant)
                    .ok_or_else(|| Error::Missing(measure.to_owned(), variant.to_owned()))?;
                format!(
                    "This run was too close to call: with one figure 30 % different, the verdict would be another (‘{}’, {}: {}). Try again when this machine is less busy, or with a longer setting.",
                    declaration.name_of(variant),
                    declaration.label(measure),
                    with_unit(value, declaration.unit(measure)),
                )
            }
        })
    }
}

/// Whether the figures say that an answer was right.
pub fn was_right(answer: &Answer, variants: &[VariantReport]) -> Result<bool, Error> {
    rules::holds(&answer.right, &figures(variants))
}

/// The first measure among those that must be equal in which two variants differ, in a sentence.
pub fn inequality(declaration: &Declaration, variants: &[VariantReport]) -> Option<String> {
    declaration.equal.iter().find_map(|measure| {
        let mut samples = variants.iter().flat_map(|variant| {
            let own = variant.measures.iter().filter(|own| &own.name == measure);
            own.flat_map(|own| &own.samples).map(|sample| (&variant.name, sample))
        });
        let (first, value) = samples.next()?;
        let (other, _) = samples.find(|(_, sample)| *sample != value)?;
        let label = declaration.label(measure);
        Some(format!(
            "'{first}' and '{other}' did not come to the same result ({label}), so their times cannot be compared."
        ))
    })
}

/// Why an experiment that needs so many cores cannot be measured, if so; a core that other programs use in part still counts.
pub fn too_few_cores(wanted: u32, measured: Option<f64>) -> Option<String> {
    let measured = measured.unwrap_or(0.0);
    (measured < 0.75 * f64::from(wanted)).then(|| {
        format!(
            "This experiment needs {wanted} cores, and this machine ran {} workers at once.",
            crate::format::precise(measured),
        )
    })
}

/// Why nothing at all can be found, if so.
fn hidden(recordings: &Recordings) -> Option<&'static str> {
    let mut all = recordings.iter().flat_map(|(_, repeats)| repeats);
    all.any(|recording| recording.hidden).then_some("The tab was hidden during the run, and browsers slow the timers of hidden tabs down. Run it again and stay on this tab.")
}

/// Why a variant cannot be measured, if so.
fn obstacle(recordings: &Recordings, variant: &str) -> Option<String> {
    let (_, repeats) = recordings.iter().find(|(name, _)| name == variant)?;
    let mut obstacles = repeats.iter().map(|recording| &recording.unmeasurable);
    obstacles.find_map(Clone::clone)
}

/// The medians of these variants, by measure and function.
pub(crate) fn figures(variants: &[VariantReport]) -> impl Fn(&str, &str) -> Option<f64> {
    |measure: &str, variant: &str| {
        variants
            .iter()
            .find(|own| own.function == variant)?
            .median(measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::variant_report;

    #[test]
    fn a_variant_with_an_obstacle_spoils_the_findings_that_rest_on_it_alone() {
        let declaration = crate::proof::declared(
            r#"{"title": "", "lead": "", "run": "", "params": [],
            "variants": [
                {"function": "a", "name": "a", "warning": "", "opposite": "b"},
                {"function": "b", "name": "b", "warning": "", "opposite": "a"}
            ],
            "findings": [
                {"claim": "K01", "says": "", "expected": "holds", "cases": [
                    {"when": "total(a) < 10", "finding": "holds", "why": "It took {total(a)|ms}."}
                ]},
                {"claim": "K02", "says": "", "expected": "holds", "cases": [
                    {"when": "total(a) < total(b)", "finding": "holds", "why": ""}
                ]}
            ]}"#,
        );
        let recorded = |name: &str, unmeasurable: Option<&str>| {
            let recording = Recording {
                end: 5.0,
                unmeasurable: unmeasurable.map(str::to_owned),
                ..Recording::default()
            };
            (name.to_owned(), vec![recording])
        };
        let recordings = [recorded("a", None), recorded("b", Some("No workers here."))];
        let variants = recordings
            .each_ref()
            .map(|(name, all)| variant_report(&declaration, name, all));
        let found = findings(&declaration, &variants, &recordings, 0.1);
        assert_eq!(
            (found[0].finding, found[0].why.as_str()),
            (Finding::Holds, "It took 5 ms.")
        );
        assert_eq!(
            (found[1].finding, found[1].why.as_str()),
            (Finding::Unmeasurable, "No workers here.")
        );
    }

    #[test]
    fn a_few_steps_of_the_clock_refute_nothing() {
        let declaration = crate::proof::declared(
            r#"{"title": "", "lead": "", "run": "", "params": [], "variants": [],
            "findings": [{"claim": "K01", "says": "", "expected": "holds", "cases": [
                {"when": "stall(a) < 0.1 * stall(b)", "finding": "holds", "why": ""},
                {"when": "stall(a) > 0.3 * stall(b)", "finding": "false", "why": ""}
            ]}]}"#,
        );
        let figures = [("stall", "a", 2.0), ("stall", "b", 3.0)];
        let variants = crate::proof::variants(
            &figures
                .map(|(measure, variant, value)| (measure.to_owned(), variant.to_owned(), value)),
        );
        let found = |step| decide(&declaration, &declaration.findings[0], &variants, step);
        assert_eq!(found(0.1).unwrap().0, Finding::False);
        let (finding, why) = found(1.0).unwrap();
        assert_eq!(finding, Finding::Unmeasurable);
        assert!(why.contains("steps of this browser’s clock"), "{why}");
    }

    #[test]
    fn cores_are_counted_only_where_they_are_wanted() {
        assert_eq!(too_few_cores(0, None), None);
        assert_eq!(too_few_cores(2, Some(1.7)), None);
        assert!(too_few_cores(2, None).is_some());
        assert_eq!(
            too_few_cores(16, Some(1.94)).as_deref(),
            Some("This experiment needs 16 cores, and this machine ran 1.9 workers at once.")
        );
    }
}
