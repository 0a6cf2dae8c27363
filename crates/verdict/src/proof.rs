//! What holds a declaration to its word, without a browser: made-up figures with what follows from them, variants broken on purpose, figures that come out a little different.

use crate::declaration::{Declaration, Finding, Variant};
use crate::judge::{CODES, MARGIN, SPEED, decide, on_a_machine, was_right};
use crate::report::{MeasureReport, VariantReport};
use crate::rules::{self, Error, Expression};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A figure: measure, function of the variant, value.
pub type Figure = (String, String, f64);

/// Made-up figures, and what follows from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeUp {
    /// What they are an example of.
    pub name: String,
    /// The figures, measure by measure.
    pub figures: BTreeMap<String, Values>,
    /// What is found, claim by claim.
    #[serde(default)]
    pub found: BTreeMap<String, Finding>,
    /// Which answer is right, counted from 1.
    pub answer: Option<usize>,
}

/// The values of a measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// Of all variants, in their order.
    InOrder(Vec<f64>),
    /// Of some variants, by their functions.
    Of(BTreeMap<String, f64>),
}

impl MadeUp {
    /// The figures one by one.
    pub fn figures(&self, declaration: &Declaration) -> Vec<Figure> {
        let mut figures = Vec::new();
        for (measure, values) in &self.figures {
            let mut push =
                |variant: &str, value| figures.push((measure.clone(), variant.to_owned(), value));
            match values {
                Values::InOrder(values) => {
                    let named = declaration.variants.iter().zip(values);
                    named.for_each(|(variant, value)| push(&variant.function, *value));
                }
                Values::Of(values) => values
                    .iter()
                    .for_each(|(variant, value)| push(variant, *value)),
            }
        }
        figures
    }
}

/// Reads a declaration from JSON.
///
/// # Panics
///
/// If it is not one; the message says where.
pub fn declared(declaration: &str) -> Declaration {
    serde_json::from_str(declaration).unwrap_or_else(|error| panic!("{error} in {declaration}"))
}

/// What the made-up figures of a declaration lead to that they should not, in sentences.
pub fn unproved(declaration: &Declaration) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ruled_out: Vec<&str> = Vec::new();
    for made_up in &declaration.made_up {
        let mut complain = |what: String| wrong.push(format!("‘{}’: {what}", made_up.name));
        let figures = made_up.figures(declaration);
        let variants = variants(&figures);
        for (claim, finding) in &made_up.found {
            let rule = declaration
                .findings
                .iter()
                .find(|rule| &rule.claim == claim);
            match rule.map(|rule| decide(declaration, rule, &variants, 0.0)) {
                None => complain(format!("no rule is about {claim}")),
                Some(Err(error)) => complain(format!("{claim}: {error}")),
                Some(Ok((found, _))) if found != *finding => {
                    complain(format!(
                        "{claim} comes out as {found:?}, and not as {finding:?}"
                    ));
                }
                Some(Ok(_)) => {}
            }
        }
        if let Some(answer) = made_up.answer {
            let answers = declaration.prediction.iter().flat_map(|it| &it.answers);
            let right = answers
                .map(|answer| was_right(answer, &variants).unwrap_or(false))
                .position(|right| right)
                .map(|place| place + 1);
            if right != Some(answer) {
                complain(format!("the right answer is {right:?}, and not {answer}"));
            }
        }
        let claims = declaration.findings.iter();
        let as_expected = claims.clone().count() > 0
            && claims
                .clone()
                .all(|rule| made_up.found.get(&rule.claim) == Some(&rule.expected));
        if as_expected {
            for variant in unnoticed(declaration, &figures) {
                complain(format!("‘{variant}’ can be broken and nobody notices"));
            }
            for turned in turned(declaration, &figures) {
                complain(turned);
            }
        }
        ruled_out.extend(claims.filter_map(|rule| {
            let found = made_up.found.get(&rule.claim)?;
            let contradicts = *found != rule.expected && *found != Finding::Unmeasurable;
            contradicts.then_some(rule.claim.as_str())
        }));
        if as_expected {
            ruled_out.push("");
        }
    }
    for rule in &declaration.findings {
        if !ruled_out.contains(&rule.claim.as_str()) {
            wrong.push(format!(
                "no made-up figures refute what is expected of {}",
                rule.claim
            ));
        }
    }
    if !declaration.findings.is_empty() && !ruled_out.contains(&"") {
        wrong.push("no made-up figures lead to all that is expected".to_owned());
    }
    wrong
}

/// The variants that a test could break unnoticed: with the figures of its opposite in the place of such a variant's own, every claim is found as the book expects it.
pub fn unnoticed(declaration: &Declaration, figures: &[Figure]) -> Vec<String> {
    let stood_in = |variant: &&Variant| {
        let value = |measure: &str, function: &str| {
            let own = figures
                .iter()
                .find(|own| own.0 == measure && own.1 == function);
            own.map(|own| own.2)
        };
        let figures: Vec<Figure> = figures
            .iter()
            .map(|(measure, function, own)| {
                let of_opposite =
                    value(measure, &variant.opposite).filter(|_| *function == variant.function);
                (
                    measure.clone(),
                    function.clone(),
                    of_opposite.unwrap_or(*own),
                )
            })
            .collect();
        all_as_expected(declaration, &variants(&figures))
    };
    let judged = declaration.variants_named(None).into_iter();
    let unnoticed = judged.filter(|variant| !variant.aside && stood_in(variant));
    unnoticed.map(|variant| variant.name.clone()).collect()
}

fn all_as_expected(declaration: &Declaration, variants: &[VariantReport]) -> bool {
    declaration.findings.iter().all(|rule| {
        decide(declaration, rule, variants, 0.0).is_ok_and(|(finding, _)| finding == rule.expected)
    })
}

/// What a small difference would turn into another finding: any one figure 30 % less or more, or all times four times as long or as short.
pub fn turned(declaration: &Declaration, figures: &[Figure]) -> Vec<String> {
    let found = |figures: &[Figure]| -> Vec<Option<Finding>> {
        let variants = variants(figures);
        let rules = declaration.findings.iter();
        let found = rules.map(|rule| Some(decide(declaration, rule, &variants, 0.0).ok()?.0));
        found.collect()
    };
    let before = found(figures);
    let mut turned = Vec::new();
    let mut compare = |what: String, changed: &[Figure]| {
        for (rule, (was, is)) in declaration
            .findings
            .iter()
            .zip(before.iter().zip(found(changed)))
        {
            if *was != is && is.is_some_and(|is| is != Finding::Unmeasurable) {
                turned.push(format!("with {what}, {} comes out as {is:?}", rule.claim));
            }
        }
    };
    for (nth, (measure, function, _)) in figures.iter().enumerate() {
        if CODES.contains(&declaration.unit(measure)) {
            continue;
        }
        for factor in [MARGIN, 2.0 - MARGIN] {
            let mut changed = figures.to_vec();
            changed[nth].2 *= factor;
            compare(format!("{factor} times {measure}({function})"), &changed);
        }
    }
    for factor in [SPEED, 1.0 / SPEED] {
        let slower = figures.iter().map(|(measure, function, value)| {
            let factor = on_a_machine(factor, declaration.unit(measure));
            (measure.clone(), function.clone(), value * factor)
        });
        compare(
            format!("all times {factor}-fold"),
            &slower.collect::<Vec<_>>(),
        );
    }
    turned
}

/// The declaration's checks that do not hold for these figures, each with the figures in it.
pub fn failed_checks(
    declaration: &Declaration,
    figures: &dyn Fn(&str, &str) -> Option<f64>,
) -> Vec<String> {
    let failed = declaration.checks.iter().filter_map(|rule| {
        let expression = Expression::parse(rule).ok()?;
        if expression.holds(&|measure: &str, variant: &str| figures(measure, variant)) == Ok(true) {
            return None;
        }
        let mut values = Vec::new();
        expression.each_figure(&mut |measure, variant| {
            let value = figures(measure, variant);
            values.push(format!("{measure}({variant}) is {value:?}"));
        });
        Some(format!("{rule}: {}", values.join(", ")))
    });
    failed.collect()
}

/// How many figures have room in a row.
const COLUMNS: usize = 4;

/// What is wrong with a declaration, each with the text that it is about: rules that cannot be read, variants that are not there, claims without a rule, settings where none are filled in.
pub fn faults(declaration: &Declaration) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let named = |function: &str| {
        declaration
            .variants
            .iter()
            .any(|variant| variant.function == function)
    };
    let known = |measure: &str| {
        !declaration.unit(measure).is_empty()
            || declaration.measures.iter().any(|own| own.name == measure)
    };
    if let Some(curve) = declaration.curve.iter().find(|curve| !named(&curve.beside)) {
        let what = format!(
            "the curve is beside `{}`, which is no variant",
            curve.beside
        );
        faults.push((curve.beside.clone(), what));
    }
    let points = declaration.lines.iter().flat_map(|lines| &lines.points);
    let points: Vec<&str> = points.map(|point| point.measure.as_str()).collect();
    let bars = declaration.bars.iter().flat_map(|bars| &bars.measures);
    let bars: Vec<&str> = bars.map(String::as_str).collect();
    for (drawn, what) in [(&points, "a line goes through"), (&bars, "bars are of")] {
        for measure in drawn {
            let first = drawn[0];
            if declaration.unit(measure) != declaration.unit(first) {
                let what = format!("{what} `{first}` and `{measure}`, which are of two units");
                faults.push(((*measure).to_owned(), what));
            }
        }
    }
    let columns = &declaration.columns;
    if columns.len() > COLUMNS || columns.is_empty() && bars.len() < 2 {
        let what = format!(
            "a row has 1 to {COLUMNS} figures or several bars, and this has {} figures",
            columns.len()
        );
        faults.push(("columns".to_owned(), what));
    }
    let columns = columns.iter().map(String::as_str);
    for measure in columns.chain(bars).chain(points) {
        if !known(measure) {
            let what = format!("`{measure}` is shown, and is no measure");
            faults.push((measure.to_owned(), what));
        }
    }
    for (nth, variant) in declaration.variants.iter().enumerate() {
        if variant.opposite == variant.function || !named(&variant.opposite) {
            let what = format!(
                "'{}' is no opposite of '{}'",
                variant.opposite, variant.name
            );
            faults.push((variant.opposite.clone(), what));
        }
        if declaration.variants[..nth]
            .iter()
            .any(|other| other.name == variant.name)
        {
            faults.push((
                variant.name.clone(),
                format!("two variants are called '{}'", variant.name),
            ));
        }
    }
    let settings = vec![0.0; declaration.params.len()];
    let warnings = declaration
        .variants
        .iter()
        .map(|variant| variant.warning.as_str());
    let filled = [declaration.lead.as_str(), &declaration.run].into_iter();
    for text in filled.chain(warnings) {
        if declaration.fill(text, &settings).contains('{') {
            faults.push((
                text.to_owned(),
                "a setting is written `{name|s}`".to_owned(),
            ));
        }
    }
    let answers = || declaration.prediction.iter().flat_map(|it| &it.answers);
    let asked = declaration.prediction.iter().map(|it| &it.question);
    for text in answers().map(|answer| &answer.text).chain(asked) {
        if text.contains('{') {
            faults.push((text.clone(), "a prediction has no settings".to_owned()));
        }
    }
    for rule in &declaration.findings {
        if rule.condition.is_some() != (rule.expected == Finding::Conditional) {
            let what = "a claim has a `condition` exactly where `conditional` is expected";
            faults.push((rule.says.clone(), what.to_owned()));
        }
        let unconditional = |case: &&crate::declaration::Case| case.when.is_none();
        for case in rule.cases.iter().filter(unconditional) {
            if case.finding != Finding::Unmeasurable {
                let what = format!(
                    "{:?} needs a rule: what nothing was observed of is `unmeasurable`",
                    case.finding
                );
                faults.push((case.why.clone(), what));
            }
        }
    }
    let measured = |measure: &str, variant: &str| (known(measure) && named(variant)).then_some(1.0);
    let mut check = |text: &str, result: Result<(), Error>| {
        // With a figure of 1 for everything, a rule may well divide by nothing.
        if let Err(error) = result
            && error != Error::NotFinite
        {
            faults.push((text.to_owned(), error.to_string()));
        }
    };
    for rule in &declaration.findings {
        for case in &rule.cases {
            if let Some(when) = &case.when {
                check(when, rules::holds(when, &measured).map(drop));
            }
            check(&case.why, rules::fill(&case.why, &measured).map(drop));
        }
    }
    for rule in &declaration.checks {
        check(rule, rules::holds(rule, &measured).map(drop));
    }
    if let Some(asked) = &declaration.prediction {
        check(
            &asked.measured,
            rules::fill(&asked.measured, &measured).map(drop),
        );
    }
    for answer in answers() {
        check(
            &answer.right,
            rules::holds(&answer.right, &measured).map(drop),
        );
    }
    for made_up in &declaration.made_up {
        for (measure, variant, _) in made_up.figures(declaration) {
            if measured(&measure, &variant).is_none() {
                let what = format!(
                    "‘{}’ makes up {measure} of {variant}, which is not measured",
                    made_up.name
                );
                faults.push((made_up.name.clone(), what));
            }
        }
        for (measure, values) in &made_up.figures {
            if let Values::InOrder(values) = values
                && values.len() != declaration.variants.len()
            {
                let what = format!(
                    "‘{}’ makes up {} values of {measure}, and there are {} variants",
                    made_up.name,
                    values.len(),
                    declaration.variants.len()
                );
                faults.push((made_up.name.clone(), what));
            }
        }
    }
    faults
}

/// The variants that have measured these figures, without units.
pub(crate) fn variants<M: AsRef<str>, F: AsRef<str>>(
    figures: &[(M, F, f64)],
) -> Vec<VariantReport> {
    let mut variants: Vec<VariantReport> = Vec::new();
    for (measure, function, value) in figures {
        let function = function.as_ref();
        let measure = MeasureReport {
            name: measure.as_ref().to_owned(),
            unit: String::new(),
            samples: vec![*value],
            median: *value,
            spread: 0.0,
        };
        match variants
            .iter_mut()
            .find(|variant| variant.function == function)
        {
            Some(variant) => variant.measures.push(measure),
            None => variants.push(VariantReport {
                name: function.to_owned(),
                function: function.to_owned(),
                measures: vec![measure],
            }),
        }
    }
    variants
}
