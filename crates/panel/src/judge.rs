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
    let obstacle = obstacle(recordings);
    let finding = |rule: &Rule| {
        let (finding, why) = match &obstacle {
            Some(obstacle) => (Finding::Unmeasurable, obstacle.clone()),
            None => decide(rule, arms).unwrap_or_else(|error| {
                (
                    Finding::Unmeasurable,
                    format!("A figure is missing: {error}."),
                )
            }),
        };
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

/// Why nothing can be found, if so.
fn obstacle(recordings: &Recordings) -> Option<String> {
    let mut all = recordings.iter().flat_map(|(_, repeats)| repeats);
    if all.clone().any(|recording| recording.hidden) {
        return Some("The tab was hidden during the run, and browsers slow the timers of hidden tabs down. Run it again and stay on this tab.".to_owned());
    }
    all.find_map(|recording| recording.unmeasurable.clone())
}

fn figures(arms: &[ArmReport]) -> impl Fn(&str, &str) -> Option<f64> {
    |measure: &str, arm: &str| arms.iter().find(|own| own.name == arm)?.median(measure)
}

#[cfg(test)]
mod tests {
    use super::*;

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
