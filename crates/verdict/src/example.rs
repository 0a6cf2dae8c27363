//! `example.toml`: an example's declaration as an author writes it.

use crate::declaration::Declaration;
use crate::proof::faults;
use crate::rules::{Error, Expression, replace_figures};
use std::collections::BTreeMap;

/// Reads an `example.toml`.
///
/// Line breaks within a sentence become spaces, and named figures are put in their places, so that the page knows neither.
///
/// # Errors
///
/// All that is wrong with it, each with its line in the text.
pub fn read(text: &str) -> Result<Declaration, Vec<String>> {
    let mut declaration: Declaration =
        toml::from_str(text).map_err(|error| vec![at_its_line(text, &error)])?;
    let mut wrong = Vec::new();
    let named = named_figures(&declaration.figures, &mut wrong);
    each_text(&mut declaration, &mut |text| {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    });
    let before = declaration.clone();
    if !named.is_empty() {
        put_in_place(&mut declaration, &named, &mut wrong);
    }
    // What could not be put in its place is read as it stood, and found wrong there.
    let judged = if wrong.is_empty() {
        &declaration
    } else {
        &before
    };
    wrong.extend(
        faults(judged)
            .into_iter()
            .filter(|(_, what)| named.is_empty() || !what.starts_with("no figure is called")),
    );
    if wrong.is_empty() {
        return Ok(declaration);
    }
    let told = wrong
        .into_iter()
        .map(|(about, what)| format!("{}: {what}: {about}", line_of(text, &about)));
    Err(told.collect())
}

/// What the example's own module has to say of itself: its parameters and the functions of its variants, in their order.
///
/// The macro `experiment::variants!` writes the same.
pub fn signature(declaration: &Declaration) -> String {
    let mut text = "params".to_owned();
    for param in &declaration.params {
        text.push(' ');
        text.push_str(&param.name);
    }
    text.push_str("; variants");
    for variant in &declaration.variants {
        text.push(' ');
        text.push_str(&variant.function);
    }
    text
}

fn named_figures(
    figures: &BTreeMap<String, String>,
    wrong: &mut Vec<(String, String)>,
) -> BTreeMap<String, Expression> {
    let mut named = BTreeMap::new();
    for (name, text) in figures {
        match Expression::parse(text) {
            Ok(expression) => {
                named.insert(name.clone(), expression);
            }
            Err(error) => wrong.push((text.clone(), error.to_string())),
        }
    }
    named
}

/// Puts an expression in the place of each name.
fn put_in_place(
    declaration: &mut Declaration,
    named: &BTreeMap<String, Expression>,
    wrong: &mut Vec<(String, String)>,
) {
    let plain = |text: &str| -> Result<String, Error> {
        Ok(match Expression::parse(text) {
            Ok(_) => text.to_owned(),
            Err(_) => Expression::parse_with(text, named)?.to_string(),
        })
    };
    let in_sentence = |sentence: &str| {
        replace_figures(sentence, |expression, unit| {
            Ok(format!("{{{}|{unit}}}", plain(expression)?))
        })
    };
    let mut replace = |text: &mut String, new: Result<String, Error>| match new {
        Ok(new) => *text = new,
        Err(error) => wrong.push((text.clone(), error.to_string())),
    };
    for case in declaration
        .findings
        .iter_mut()
        .flat_map(|rule| &mut rule.cases)
    {
        if let Some(when) = &mut case.when {
            let new = plain(when);
            replace(when, new);
        }
        let new = in_sentence(&case.why);
        replace(&mut case.why, new);
    }
    if let Some(asked) = &mut declaration.prediction {
        let new = in_sentence(&asked.measured);
        replace(&mut asked.measured, new);
    }
    for rule in &mut declaration.checks {
        let new = plain(rule);
        replace(rule, new);
    }
    for answer in declaration
        .prediction
        .iter_mut()
        .flat_map(|it| &mut it.answers)
    {
        let new = plain(&answer.right);
        replace(&mut answer.right, new);
    }
}

/// Calls `each` for every text in which an author may break lines.
fn each_text(declaration: &mut Declaration, each: &mut impl FnMut(&mut String)) {
    each(&mut declaration.lead);
    if let Some(prediction) = &mut declaration.prediction {
        each(&mut prediction.question);
        each(&mut prediction.measured);
        for answer in &mut prediction.answers {
            each(&mut answer.text);
            each(&mut answer.why);
            each(&mut answer.right);
        }
    }
    for rule in &mut declaration.findings {
        each(&mut rule.says);
        for case in &mut rule.cases {
            case.when.iter_mut().for_each(&mut *each);
            each(&mut case.why);
        }
    }
}

fn at_its_line(text: &str, error: &toml::de::Error) -> String {
    let line = error
        .span()
        .map_or(1, |span| 1 + text[..span.start].matches('\n').count());
    format!("{line}: {}", error.message())
}

/// The line in which a text begins, as far as it stands in one; 1 if it cannot be found.
fn line_of(whole: &str, text: &str) -> usize {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or(text), words.next());
    let begin = [Some(first), second]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let wanted: Vec<&str> = text.split_whitespace().take(12).collect();
    let found = whole.match_indices(begin.as_str()).find(|(at, _)| {
        let here = whole[*at..].split_whitespace().take(wanted.len());
        here.zip(&wanted)
            .all(|(here, wanted)| here.trim_matches('"').starts_with(wanted))
    });
    found.map_or(1, |(at, _)| 1 + whole[..at].matches('\n').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = r#"
title = "Two loops"
lead = """
A loop.
And another, for {ms|s}."""
run = "both"

[figures]
worst = "max(stall(one), stall(other))"

[[findings]]
claim = "K01"
says = "They differ"
expected = "holds"

[[findings.cases]]
when = """
stall(one) < 0.5 * stall(other)
and worst > 50"""
finding = "holds"
why = "The worst was {worst|ms}."

[[params]]
name = "ms"
label = "long"
unit = "ms"
min = 1
max = 2
step = 1
default = 1

[[variants]]
name = "one loop"
function = "one"
opposite = "other"

[[variants]]
name = "another"
function = "other"
opposite = "one"
"#;

    #[test]
    fn lines_are_joined_and_named_figures_put_in_their_places() {
        let declaration = read(EXAMPLE).unwrap();
        assert_eq!(declaration.lead, "A loop. And another, for {ms|s}.");
        let case = &declaration.findings[0].cases[0];
        assert_eq!(
            case.when.as_deref(),
            Some("(stall(one) < (0.5 * stall(other))) and (max(stall(one), stall(other)) > 50)")
        );
        assert_eq!(
            case.why,
            "The worst was {max(stall(one), stall(other))|ms}."
        );
        assert_eq!(declaration.variants[0].warning, "the page stays responsive");
        assert_eq!(signature(&declaration), "params ms; variants one other");
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_line() {
        let text = EXAMPLE
            .replace("and worst > 50", "and worse > 50")
            .replace("opposite = \"other\"", "opposite = \"nobody\"")
            .replace("{ms|s}", "{ms}");
        let wrong = read(&text).unwrap_err();
        assert_eq!(
            wrong,
            [
                "18: no figure is called `worse`: stall(one) < 0.5 * stall(other) and worse > 50",
                "35: 'nobody' is no opposite of 'one loop': nobody",
                "4: a setting is written `{name|s}`: A loop. And another, for {ms}.",
            ]
        );
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line() {
        let wrong = read(&EXAMPLE.replace("label = ", "lable = ")).unwrap_err();
        assert!(
            wrong[0].starts_with("25: unknown field `lable`"),
            "{wrong:?}"
        );
    }

    #[test]
    fn a_finding_that_nothing_observed_is_refused() {
        let case = "[[findings.cases]]\nfinding = \"false\"\nwhy = \"Else.\"\n\n[[params]]";
        let wrong = read(&EXAMPLE.replace("[[params]]", case)).unwrap_err();
        assert!(wrong[0].contains("False needs a rule"), "{wrong:?}");
    }
}
