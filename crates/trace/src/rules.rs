//! The small language in which an example states its rules: expressions over figures, and sentences with figures in them.
//!
//! `hold('future') < 50 and total('blocking') >= 0.9 * total('future')` is a rule;
//! `held for {hold('blocking')|ms}` is a sentence.
//! A name with a quoted argument is a figure, looked up as measure and arm; `min` and `max` take any number of values.

use crate::format;
use std::fmt;

/// Where expressions find their figures.
pub trait Figures {
    /// The median of a measure of an arm, if it was measured.
    fn figure(&self, measure: &str, arm: &str) -> Option<f64>;
}

impl<F: Fn(&str, &str) -> Option<f64>> Figures for F {
    fn figure(&self, measure: &str, arm: &str) -> Option<f64> {
        self(measure, arm)
    }
}

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The text is no expression; the byte at which it ceases to be one, and what was expected there.
    Syntax(usize, &'static str),
    /// A figure that was not measured: measure and arm.
    Missing(String, String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(at, expected) => write!(f, "expected {expected} at byte {at}"),
            Self::Missing(measure, arm) => write!(f, "{measure} of {arm} was not measured"),
        }
    }
}

impl std::error::Error for Error {}

/// The value of an expression; a comparison is 1 or 0.
fn evaluate(expression: &str, figures: &dyn Figures) -> Result<f64, Error> {
    let mut parser = Parser {
        text: expression,
        at: 0,
        figures,
    };
    let value = parser.any()?;
    parser.skip_space();
    if parser.at < expression.len() {
        return Err(Error::Syntax(parser.at, "an operator or the end"));
    }
    Ok(value)
}

/// Whether an expression is true.
pub fn holds(expression: &str, figures: &dyn Figures) -> Result<bool, Error> {
    Ok(evaluate(expression, figures)? != 0.0)
}

/// Replaces each `{expression|unit}` in a sentence by its value, written with that unit.
pub fn fill(sentence: &str, figures: &dyn Figures) -> Result<String, Error> {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let at = sentence.len() - after.len();
        let (inside, behind) = after
            .split_once('}')
            .ok_or(Error::Syntax(sentence.len(), "a closing brace"))?;
        let (expression, unit) = inside
            .rsplit_once('|')
            .ok_or(Error::Syntax(at, "an expression and its unit"))?;
        filled.push_str(before);
        filled.push_str(&format::with_unit(evaluate(expression, figures)?, unit));
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    figures: &'a dyn Figures,
}

impl Parser<'_> {
    fn any(&mut self) -> Result<f64, Error> {
        let mut value = self.all()?;
        while self.word("or") {
            let other = self.all()?;
            value = truth(value != 0.0 || other != 0.0);
        }
        Ok(value)
    }

    fn all(&mut self) -> Result<f64, Error> {
        let mut value = self.comparison()?;
        while self.word("and") {
            let other = self.comparison()?;
            value = truth(value != 0.0 && other != 0.0);
        }
        Ok(value)
    }

    fn comparison(&mut self) -> Result<f64, Error> {
        let left = self.sum()?;
        // Two-byte operators first: `<` is a prefix of `<=`.
        for operator in [">=", "<=", "==", "<", ">"] {
            if self.token(operator) {
                let right = self.sum()?;
                return Ok(truth(match operator {
                    ">=" => left >= right,
                    "<=" => left <= right,
                    "==" => left == right,
                    "<" => left < right,
                    _ => left > right,
                }));
            }
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<f64, Error> {
        let mut value = self.product()?;
        loop {
            if self.token("+") {
                value += self.product()?;
            } else if self.token("-") {
                value -= self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<f64, Error> {
        let mut value = self.atom()?;
        loop {
            if self.token("*") {
                value *= self.atom()?;
            } else if self.token("/") {
                value /= self.atom()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn atom(&mut self) -> Result<f64, Error> {
        if self.token("(") {
            let value = self.any()?;
            return self.close().map(|()| value);
        }
        let name = self.run_of(|c| c.is_ascii_alphabetic() || c == '_');
        if !name.is_empty() {
            return self.call(&name);
        }
        let digits = self.run_of(|c| c.is_ascii_digit() || c == '.');
        digits
            .parse()
            .map_err(|_| Error::Syntax(self.at, "a number, a figure or a bracket"))
    }

    fn call(&mut self, name: &str) -> Result<f64, Error> {
        if !self.token("(") {
            return Err(Error::Syntax(self.at, "an opening bracket"));
        }
        if matches!(name, "min" | "max") {
            let mut value = self.any()?;
            while self.token(",") {
                let other = self.any()?;
                value = if name == "min" {
                    value.min(other)
                } else {
                    value.max(other)
                };
            }
            return self.close().map(|()| value);
        }
        if !self.token("'") {
            return Err(Error::Syntax(self.at, "an arm's name in quotes"));
        }
        let length = self.text[self.at..]
            .find('\'')
            .ok_or(Error::Syntax(self.at, "a closing quote"))?;
        let arm = &self.text[self.at..self.at + length];
        self.at += length + 1;
        self.close()?;
        self.figures
            .figure(name, arm)
            .ok_or_else(|| Error::Missing(name.to_owned(), arm.to_owned()))
    }

    fn close(&mut self) -> Result<(), Error> {
        if self.token(")") {
            Ok(())
        } else {
            Err(Error::Syntax(self.at, "a closing bracket"))
        }
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn token(&mut self, token: &str) -> bool {
        self.skip_space();
        let found = self.text[self.at..].starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn word(&mut self, word: &str) -> bool {
        let before = self.at;
        let found = self.token(word)
            && !self.text[self.at..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if !found {
            self.at = before;
        }
        found
    }

    fn run_of(&mut self, wanted: impl Fn(char) -> bool) -> String {
        self.skip_space();
        let run: String = self.text[self.at..]
            .chars()
            .take_while(|&c| wanted(c))
            .collect();
        self.at += run.len();
        run
    }
}

fn truth(value: bool) -> f64 {
    if value { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(measure: &str, arm: &str) -> Option<f64> {
        match (measure, arm) {
            ("hold", "async without a yield") => Some(1004.0),
            ("hold", "worker") => Some(2.0),
            _ => None,
        }
    }

    #[test]
    fn arithmetic_binds_before_comparison_and_comparison_before_and() {
        let value = |text| evaluate(text, &figures).unwrap();
        assert_eq!(value("1 + 2 * 3"), 7.0);
        assert_eq!(value("(1 + 2) * 3 - 1"), 8.0);
        assert_eq!(value("1 + 1 >= 2 and 3 < 2 + 2"), 1.0);
        assert_eq!(value("1 > 2 or 2 > 1"), 1.0);
        assert_eq!(value("max(1, 5, 3) / min(4, 2)"), 2.5);
    }

    #[test]
    fn a_figure_is_looked_up_by_measure_and_arm() {
        let rule = "hold('async without a yield') >= 10 * hold('worker')";
        assert_eq!(holds(rule, &figures), Ok(true));
    }

    #[test]
    fn a_figure_that_was_not_measured_is_named() {
        let error = holds("total('worker') < 50", &figures).unwrap_err();
        assert_eq!(error.to_string(), "total of worker was not measured");
    }

    #[test]
    fn nonsense_is_refused_with_its_place() {
        for text in [
            "",
            "1 +",
            "hold(worker)",
            "1 2",
            "(1",
            "hold('worker",
            "andy",
        ] {
            assert!(
                matches!(evaluate(text, &figures), Err(Error::Syntax(..))),
                "{text}"
            );
        }
    }

    #[test]
    fn a_sentence_is_filled_with_figures_and_units() {
        let sentence = "{hold('async without a yield')|ms}, {hold('worker') / 2|times}.";
        assert_eq!(fill(sentence, &figures).unwrap(), "1,004 ms, once.");
        assert!(fill("{hold('worker')}", &figures).is_err());
        assert!(fill("{hold('worker')|ms", &figures).is_err());
    }
}
