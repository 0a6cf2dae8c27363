//! What an example's host tests are written with: made-up figures in, findings out.

use crate::declaration::{Arm, Declaration, Finding};
use crate::judge::{decide, was_right};
use crate::report::{ArmReport, MeasureReport};
use trace::rules::{self, Error};

/// A made-up figure: measure, arm, value.
pub type Figure<'a> = (&'a str, &'a str, f64);

/// Made-up figures of arms: each measure with its values in the order of the arms.
pub fn table<'a, const ARMS: usize, const MEASURES: usize>(
    arms: [&'a str; ARMS],
    measures: [(&'a str, [f64; ARMS]); MEASURES],
) -> Vec<Figure<'a>> {
    let of_measure = |(measure, values): (&'a str, [f64; ARMS])| {
        let named = arms.into_iter().zip(values);
        named.map(move |(arm, value)| (measure, arm, value))
    };
    measures.into_iter().flat_map(of_measure).collect()
}

/// Reads a declaration.
///
/// # Panics
///
/// If it is not one; the message says where.
pub fn declared(declaration: &str) -> Declaration {
    serde_json::from_str(declaration).unwrap_or_else(|error| panic!("{error} in {declaration}"))
}

/// What is found about a claim when the arms have measured these figures.
///
/// # Panics
///
/// If no rule is about that claim, or a rule needs a figure that is not given.
pub fn found(declaration: &str, claim: &str, figures: &[Figure]) -> Finding {
    let declaration = declared(declaration);
    let rule = declaration.findings.iter().find(|rule| rule.claim == claim);
    let rule = rule.expect("a rule about the claim");
    let decided = decide(&declaration, rule, &arms(figures));
    decided.expect("a figure for each name in the rule").0
}

/// The answer that is right when the arms have measured these figures, if one is.
pub fn right_answer(declaration: &str, figures: &[Figure]) -> Option<String> {
    let right = |answer: &_| was_right(answer, &arms(figures)).unwrap_or(false);
    declared(declaration)
        .prediction?
        .answers
        .into_iter()
        .find(right)
        .map(|answer| answer.text)
}

/// The arms that a test could break unnoticed: with the figures of its opposite in the place of such an arm's own, every claim is found as the book expects it.
///
/// # Panics
///
/// If the figures as they are do not lead to what the book expects.
pub fn unnoticed(declaration: &str, figures: &[Figure]) -> Vec<String> {
    let declaration = declared(declaration);
    let as_expected = |figures: &[Figure]| {
        let arms = arms(figures);
        declaration.findings.iter().all(|rule| {
            decide(&declaration, rule, &arms).is_ok_and(|(finding, _)| finding == rule.expected)
        })
    };
    assert!(as_expected(figures), "these figures refute the book");
    let stood_in = |arm: &&Arm| {
        let value = |measure: &str, name: &str| {
            let own = figures.iter().find(|own| (own.0, own.1) == (measure, name));
            own.map(|own| own.2)
        };
        let figures: Vec<Figure> = figures
            .iter()
            .map(|&(measure, name, own)| {
                let of_opposite = value(measure, &arm.opposite).filter(|_| name == arm.name);
                (measure, name, of_opposite.unwrap_or(own))
            })
            .collect();
        as_expected(&figures)
    };
    let judged = declaration.arms_named(None).into_iter();
    let unnoticed = judged.filter(stood_in);
    unnoticed.map(|arm| arm.name.clone()).collect()
}

/// What is wrong with a declaration, in sentences: rules that cannot be read, arms that are not there, claims without a rule, settings where none are filled in.
pub fn faults(declaration: &str) -> Vec<String> {
    let declaration = declared(declaration);
    let mut faults = Vec::new();
    let named = |name: &String| declaration.arms.iter().any(|arm| arm.name == *name);
    let beside = declaration.curve.as_ref().map(|curve| &curve.beside);
    if let Some(beside) = beside.filter(|name| !named(name)) {
        faults.push(format!("the curve is beside `{beside}`, which is no arm"));
    }
    let drawn = declaration.lines.iter().flat_map(|lines| &lines.points);
    let drawn: Vec<&str> = drawn.map(|point| point.measure.as_str()).collect();
    for measure in &drawn {
        if declaration.unit(measure) != declaration.unit(drawn[0]) {
            faults.push(format!(
                "a line goes through `{}` and `{measure}`, which are of two units",
                drawn[0]
            ));
        }
    }
    let measures = declaration.bars.iter().map(|bars| bars.measure.as_str());
    for measure in measures.chain(drawn) {
        if !declaration.measures.iter().any(|own| own.name == measure) {
            faults.push(format!("`{measure}` is drawn, and is no measure"));
        }
    }
    let settled: Vec<_> = declaration
        .findings
        .iter()
        .map(|rule| &rule.claim)
        .collect();
    if settled != declaration.claims.iter().collect::<Vec<_>>() {
        faults.push(format!(
            "the claims are {:?}, the rules are about {settled:?}",
            declaration.claims
        ));
    }
    for arm in &declaration.arms {
        if arm.opposite == arm.name || declaration.place_of(arm, Some(&arm.name)).is_none() {
            faults.push(format!(
                "'{}' is no opposite of '{}'",
                arm.opposite, arm.name
            ));
        }
    }
    let settings = vec![0.0; declaration.params.len()];
    let warnings = declaration.arms.iter().map(|arm| arm.warning.as_str());
    let filled = [declaration.lead.as_str(), &declaration.run].into_iter();
    for text in filled.chain(warnings) {
        if declaration.fill(text, &settings).contains('{') {
            faults.push(format!("a setting is written `{{name|s}}`: {text}"));
        }
    }
    if let Some(prediction) = &declaration.prediction {
        let answers = prediction.answers.iter().map(|answer| answer.text.as_str());
        for text in answers.chain([prediction.question.as_str()]) {
            if text.contains('{') {
                faults.push(format!("a prediction has no settings: {text}"));
            }
        }
    }
    let measured = |measure: &str, arm: &str| {
        let known = !declaration.unit(measure).is_empty()
            || declaration.measures.iter().any(|own| own.name == measure);
        (known && declaration.arms.iter().any(|own| own.name == arm)).then_some(1.0)
    };
    let mut check = |text: &str, result: Result<(), Error>| {
        if let Err(error) = result {
            faults.push(format!("{error}: {text}"));
        }
    };
    for case in declaration.findings.iter().flat_map(|rule| &rule.cases) {
        if let Some(when) = &case.when {
            check(when, rules::holds(when, &measured).map(drop));
        }
        check(&case.why, rules::fill(&case.why, &measured).map(drop));
    }
    for answer in declaration
        .prediction
        .iter()
        .flat_map(|prediction| &prediction.answers)
    {
        check(
            &answer.right,
            rules::holds(&answer.right, &measured).map(drop),
        );
    }
    faults
}

/// The arms that have measured these figures, without units.
pub(crate) fn arms(figures: &[Figure]) -> Vec<ArmReport> {
    let mut arms: Vec<ArmReport> = Vec::new();
    for &(measure, name, value) in figures {
        let measure = MeasureReport {
            name: measure.to_owned(),
            unit: String::new(),
            samples: vec![value],
            median: value,
            spread: 0.0,
        };
        match arms.iter_mut().find(|arm| arm.name == name) {
            Some(arm) => arm.measures.push(measure),
            None => arms.push(ArmReport {
                name: name.to_owned(),
                measures: vec![measure],
            }),
        }
    }
    arms
}
