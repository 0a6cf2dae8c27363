//! From figures to findings: which case of each rule applies, and whether the reader had foreseen it.

use crate::declaration::{Answer, Declaration, Finding, Rule};
use crate::recording::Recording;
use crate::report::{ArmReport, FindingReport};
use trace::rules::{self, Error};

/// The arms of a run with the recordings of their repeats.
pub type Recordings = [(String, Vec<Recording>)];

/// What was found about each claim.
pub fn findings(
    declaration: &Declaration,
    arms: &[ArmReport],
    recordings: &Recordings,
) -> Vec<FindingReport> {
    let hidden = hidden(recordings);
    // What an arm with an obstacle has measured counts for nothing, and says nothing about the others.
    let measurable: Vec<ArmReport> = arms
        .iter()
        .filter(|arm| obstacle(recordings, &arm.name).is_none())
        .cloned()
        .collect();
    let finding = |rule: &Rule| {
        let decided = match hidden {
            Some(hidden) => Err(hidden.to_owned()),
            None => decide(rule, &measurable).map_err(|error| match &error {
                Error::Missing(_, arm) => obstacle(recordings, arm)
                    .unwrap_or_else(|| format!("A figure is missing: {error}.")),
                Error::Syntax(..) => format!("The rule cannot be read: {error}."),
            }),
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
pub fn decide(rule: &Rule, arms: &[ArmReport]) -> Result<(Finding, String), Error> {
    for case in &rule.cases {
        let applies = match &case.when {
            Some(when) => rules::holds(when, &figures(arms))?,
            None => true,
        };
        if applies {
            return Ok((case.finding, rules::fill(&case.why, &figures(arms))?));
        }
    }
    Ok((
        Finding::Unmeasurable,
        "The figures fit none of the cases.".to_owned(),
    ))
}

/// Whether the figures say that an answer was right.
pub fn was_right(answer: &Answer, arms: &[ArmReport]) -> Result<bool, Error> {
    rules::holds(&answer.right, &figures(arms))
}

/// The first measure among those that must be equal in which two arms differ, in a sentence.
pub fn inequality(declaration: &Declaration, arms: &[ArmReport]) -> Option<String> {
    declaration.equal.iter().find_map(|measure| {
        let mut samples = arms.iter().flat_map(|arm| {
            let own = arm.measures.iter().filter(|own| &own.name == measure);
            own.flat_map(|own| &own.samples).map(|sample| (&arm.name, sample))
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
            trace::format::precise(measured),
        )
    })
}

/// Why nothing at all can be found, if so.
fn hidden(recordings: &Recordings) -> Option<&'static str> {
    let mut all = recordings.iter().flat_map(|(_, repeats)| repeats);
    all.any(|recording| recording.hidden).then_some("The tab was hidden during the run, and browsers slow the timers of hidden tabs down. Run it again and stay on this tab.")
}

/// Why an arm cannot be measured, if so.
fn obstacle(recordings: &Recordings, arm: &str) -> Option<String> {
    let (_, repeats) = recordings.iter().find(|(name, _)| name == arm)?;
    let mut obstacles = repeats.iter().map(|recording| &recording.unmeasurable);
    obstacles.find_map(Clone::clone)
}

fn figures(arms: &[ArmReport]) -> impl Fn(&str, &str) -> Option<f64> {
    |measure: &str, arm: &str| arms.iter().find(|own| own.name == arm)?.median(measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::arm_report;

    #[test]
    fn an_arm_with_an_obstacle_spoils_the_findings_that_rest_on_it_alone() {
        let declaration = crate::proof::declared(
            r#"{"title": "", "lead": "", "run": "", "claims": ["K01", "K02"], "params": [],
            "arms": [
                {"function": "a", "name": "a", "warning": "", "opposite": "b"},
                {"function": "b", "name": "b", "warning": "", "opposite": "a"}
            ],
            "findings": [
                {"claim": "K01", "says": "", "expected": "holds", "cases": [
                    {"when": "total('a') < 10", "finding": "holds", "why": "It took {total('a')|ms}."}
                ]},
                {"claim": "K02", "says": "", "expected": "holds", "cases": [
                    {"when": "total('a') < total('b')", "finding": "holds", "why": ""}
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
        let arms = recordings
            .each_ref()
            .map(|(name, all)| arm_report(&declaration, name, all));
        let found = findings(&declaration, &arms, &recordings);
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
