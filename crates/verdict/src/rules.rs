//! The small language in which an example states its rules: expressions over figures, and sentences with figures in them.
//!
//! `stall(future) < 50 and total(blocking) >= 0.9 * total(future)` is a rule;
//! `held for {stall(blocking)|ms}` is a sentence.
//! A name with an argument is a figure, looked up as measure and variant, which is named by its function; `min` and `max` take any number of values.
//! A name alone stands for an expression that has been given this name.

use crate::format;
use std::collections::BTreeMap;
use std::fmt;

/// Where expressions find their figures.
pub trait Figures {
    /// The median of a measure of a variant, if it was measured.
    fn figure(&self, measure: &str, variant: &str) -> Option<f64>;
}

impl<F: Fn(&str, &str) -> Option<f64>> Figures for F {
    fn figure(&self, measure: &str, variant: &str) -> Option<f64> {
        self(measure, variant)
    }
}

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The text is no expression; the byte at which it ceases to be one, and what was expected there.
    Syntax(usize, &'static str),
    /// A figure that was not measured: measure and variant.
    Missing(String, String),
    /// A name for which no expression stands.
    Unnamed(String),
    /// A calculation without a result, such as a division by nothing.
    NotFinite,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(at, expected) => write!(f, "expected {expected} at byte {at}"),
            Self::Missing(measure, variant) => write!(f, "{measure} of {variant} was not measured"),
            Self::Unnamed(name) => write!(f, "no figure is called `{name}`"),
            Self::NotFinite => write!(f, "a time was too short for this browser’s clock"),
        }
    }
}

impl std::error::Error for Error {}

/// An expression, parsed once and evaluated as often as there are figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number that is written out.
    Number(f64),
    /// A measure of a variant.
    Figure {
        /// The measure's name.
        measure: String,
        /// The variant's name.
        variant: String,
    },
    /// The smallest of these.
    Min(Vec<Expression>),
    /// The largest of these.
    Max(Vec<Expression>),
    /// Two expressions and what is done with them.
    Binary(Operator, Box<[Expression; 2]>),
}

/// What is done with two values; a comparison and a connective give 1 or 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `==`
    Equal,
    /// `<`
    Less,
    /// `>`
    More,
    /// `and`
    And,
    /// `or`
    Or,
}

impl Expression {
    /// Parses a text.
    ///
    /// # Errors
    ///
    /// If it is no expression; the error says where it ceases to be one.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_with(text, &BTreeMap::new())
    }

    /// Parses a text in which names may stand for these expressions.
    ///
    /// # Errors
    ///
    /// If it is no expression, or one of its names is not among them.
    pub fn parse_with(text: &str, named: &BTreeMap<String, Expression>) -> Result<Self, Error> {
        let mut parser = Parser { text, at: 0, named };
        let expression = parser.any()?;
        parser.skip_space();
        if parser.at < text.len() {
            return Err(Error::Syntax(parser.at, "an operator or the end"));
        }
        Ok(expression)
    }

    /// The value; a comparison is 1 or 0.
    ///
    /// # Errors
    ///
    /// If a figure is missing, or a value is not finite: no comparison with it would mean anything.
    pub fn value(&self, figures: &dyn Figures) -> Result<f64, Error> {
        let value = match self {
            Self::Number(number) => *number,
            Self::Figure { measure, variant } => figures
                .figure(measure, variant)
                .ok_or_else(|| Error::Missing(measure.clone(), variant.clone()))?,
            Self::Min(all) => of_all(all, figures, f64::INFINITY, f64::min)?,
            Self::Max(all) => of_all(all, figures, f64::NEG_INFINITY, f64::max)?,
            Self::Binary(operator, operands) => {
                let [left, right] = &**operands;
                operator.apply(left.value(figures)?, right.value(figures)?)
            }
        };
        if value.is_finite() {
            Ok(value)
        } else {
            Err(Error::NotFinite)
        }
    }

    /// Whether it is true.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value).
    pub fn holds(&self, figures: &dyn Figures) -> Result<bool, Error> {
        Ok(self.value(figures)? != 0.0)
    }

    /// Calls `each` with the measure and the variant of every figure in it.
    pub fn each_figure<'a>(&'a self, each: &mut impl FnMut(&'a str, &'a str)) {
        match self {
            Self::Number(_) => {}
            Self::Figure { measure, variant } => each(measure, variant),
            Self::Min(all) | Self::Max(all) => all.iter().for_each(|one| one.each_figure(each)),
            Self::Binary(_, operands) => operands.iter().for_each(|one| one.each_figure(each)),
        }
    }
}

/// The expression as a text that parses to it again, with brackets around all that is in another.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |all: &[Self]| {
            let all: Vec<String> = all.iter().map(Self::to_string).collect();
            all.join(", ")
        };
        let inner = |operand: &Self| match operand {
            Self::Binary(..) => format!("({operand})"),
            _ => operand.to_string(),
        };
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Figure { measure, variant } => write!(f, "{measure}({variant})"),
            Self::Min(all) => write!(f, "min({})", listed(all)),
            Self::Max(all) => write!(f, "max({})", listed(all)),
            Self::Binary(operator, operands) => {
                let [left, right] = &**operands;
                let sign = operator.sign();
                write!(f, "{} {sign} {}", inner(left), inner(right))
            }
        }
    }
}

fn of_all(
    all: &[Expression],
    figures: &dyn Figures,
    none: f64,
    choose: fn(f64, f64) -> f64,
) -> Result<f64, Error> {
    all.iter()
        .try_fold(none, |value, one| Ok(choose(value, one.value(figures)?)))
}

impl Operator {
    fn apply(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::AtLeast => truth(left >= right),
            Self::AtMost => truth(left <= right),
            Self::Equal => truth(left == right),
            Self::Less => truth(left < right),
            Self::More => truth(left > right),
            Self::And => truth(left != 0.0 && right != 0.0),
            Self::Or => truth(left != 0.0 || right != 0.0),
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Equal => "==",
            Self::Less => "<",
            Self::More => ">",
            Self::And => "and",
            Self::Or => "or",
        }
    }

    fn of(self, left: Expression, right: Expression) -> Expression {
        Expression::Binary(self, Box::new([left, right]))
    }
}

/// The value of an expression in a text; a comparison is 1 or 0.
fn evaluate(expression: &str, figures: &dyn Figures) -> Result<f64, Error> {
    Expression::parse(expression)?.value(figures)
}

/// Whether an expression in a text is true.
pub fn holds(expression: &str, figures: &dyn Figures) -> Result<bool, Error> {
    Expression::parse(expression)?.holds(figures)
}

/// Calls `each` for every `{expression|unit}` in a sentence, and puts what it returns in its place.
///
/// # Errors
///
/// If a brace has no partner, or no unit stands in it; and the errors of `each`.
pub fn replace_figures(
    sentence: &str,
    mut each: impl FnMut(&str, &str) -> Result<String, Error>,
) -> Result<String, Error> {
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
        filled.push_str(&each(expression, unit)?);
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Replaces each `{expression|unit}` in a sentence by its value, written with that unit.
pub fn fill(sentence: &str, figures: &dyn Figures) -> Result<String, Error> {
    replace_figures(sentence, |expression, unit| {
        Ok(format::with_unit(evaluate(expression, figures)?, unit))
    })
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    named: &'a BTreeMap<String, Expression>,
}

impl Parser<'_> {
    fn any(&mut self) -> Result<Expression, Error> {
        let mut value = self.all()?;
        while self.word("or") {
            value = Operator::Or.of(value, self.all()?);
        }
        Ok(value)
    }

    fn all(&mut self) -> Result<Expression, Error> {
        let mut value = self.comparison()?;
        while self.word("and") {
            value = Operator::And.of(value, self.comparison()?);
        }
        Ok(value)
    }

    fn comparison(&mut self) -> Result<Expression, Error> {
        let left = self.sum()?;
        // Two-byte operators first: `<` is a prefix of `<=`.
        for (token, operator) in [
            (">=", Operator::AtLeast),
            ("<=", Operator::AtMost),
            ("==", Operator::Equal),
            ("<", Operator::Less),
            (">", Operator::More),
        ] {
            if self.token(token) {
                return Ok(operator.of(left, self.sum()?));
            }
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<Expression, Error> {
        let mut value = self.product()?;
        loop {
            if self.token("+") {
                value = Operator::Add.of(value, self.product()?);
            } else if self.token("-") {
                value = Operator::Subtract.of(value, self.product()?);
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<Expression, Error> {
        let mut value = self.atom()?;
        loop {
            if self.token("*") {
                value = Operator::Multiply.of(value, self.atom()?);
            } else if self.token("/") {
                value = Operator::Divide.of(value, self.atom()?);
            } else {
                return Ok(value);
            }
        }
    }

    fn atom(&mut self) -> Result<Expression, Error> {
        if self.token("(") {
            let value = self.any()?;
            return self.close().map(|()| value);
        }
        let name = self.name();
        if !name.is_empty() {
            return self.call(name);
        }
        let digits = self.run_of(|c| c.is_ascii_digit() || c == '.');
        digits
            .parse()
            .map(Expression::Number)
            .map_err(|_| Error::Syntax(self.at, "a number, a figure or a bracket"))
    }

    fn call(&mut self, name: String) -> Result<Expression, Error> {
        if !self.token("(") {
            let named = self.named.get(&name).cloned();
            return named.ok_or(Error::Unnamed(name));
        }
        if matches!(name.as_str(), "min" | "max") {
            let mut all = vec![self.any()?];
            while self.token(",") {
                all.push(self.any()?);
            }
            self.close()?;
            return Ok(if name == "min" {
                Expression::Min(all)
            } else {
                Expression::Max(all)
            });
        }
        let variant = self.name();
        if variant.is_empty() {
            return Err(Error::Syntax(self.at, "the name of a variant's function"));
        }
        self.close()?;
        Ok(Expression::Figure {
            measure: name,
            variant,
        })
    }

    /// A name, or nothing: letters, digits and underscores, and no digit at its beginning.
    fn name(&mut self) -> String {
        self.skip_space();
        if self.text[self.at..].starts_with(|c: char| c.is_ascii_digit()) {
            return String::new();
        }
        self.run_of(|c| c.is_ascii_alphanumeric() || c == '_')
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

    fn figures(measure: &str, variant: &str) -> Option<f64> {
        match (measure, variant) {
            ("stall", "no_yield") => Some(1004.0),
            ("stall", "worker") => Some(2.0),
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
    fn a_figure_is_looked_up_by_measure_and_variant() {
        let rule = "stall(no_yield) >= 10 * stall(worker)";
        assert_eq!(holds(rule, &figures), Ok(true));
    }

    #[test]
    fn a_figure_that_was_not_measured_is_named() {
        let error = holds("total(worker) < 50", &figures).unwrap_err();
        assert_eq!(error.to_string(), "total of worker was not measured");
    }

    #[test]
    fn a_name_stands_for_an_expression() {
        let worst = Expression::parse("max(stall(no_yield), stall(worker))").unwrap();
        let named = BTreeMap::from([("worst".to_owned(), worst)]);
        let rule = Expression::parse_with("worst > 2 * stall(worker) and 1 < 2", &named).unwrap();
        assert_eq!(rule.holds(&figures), Ok(true));
        let written = rule.to_string();
        assert_eq!(
            written,
            "(max(stall(no_yield), stall(worker)) > (2 * stall(worker))) and (1 < 2)"
        );
        assert_eq!(Expression::parse(&written).unwrap(), rule);
        let unnamed = Error::Unnamed("andy".to_owned());
        assert_eq!(Expression::parse("andy"), Err(unnamed));
    }

    #[test]
    fn nonsense_is_refused_with_its_place() {
        for text in [
            "",
            "1 +",
            "stall('worker')",
            "stall(5)",
            "1 2",
            "(1",
            "stall(worker",
        ] {
            assert!(
                matches!(evaluate(text, &figures), Err(Error::Syntax(..))),
                "{text}"
            );
        }
    }

    #[test]
    fn a_division_by_nothing_is_an_error_and_no_comparison() {
        for rule in ["1 / 0 > 2", "0 / 0 < 1", "max(1, 0 / 0) > 0"] {
            assert_eq!(holds(rule, &figures), Err(Error::NotFinite), "{rule}");
        }
        let infinite = |_: &str, _: &str| Some(f64::INFINITY);
        assert_eq!(holds("stall(worker) > 2", &infinite), Err(Error::NotFinite));
    }

    #[test]
    fn the_figures_of_an_expression_are_named() {
        let rule = "stall(a) < 2 * max(total(b), 3) or frames(a) == 0";
        let mut named = Vec::new();
        let expression = Expression::parse(rule).unwrap();
        expression.each_figure(&mut |measure, variant| named.push((measure, variant)));
        assert_eq!(named, [("stall", "a"), ("total", "b"), ("frames", "a")]);
    }

    #[test]
    fn a_sentence_is_filled_with_figures_and_units() {
        let sentence = "{stall(no_yield)|ms}, {stall(worker) / 2|times}.";
        assert_eq!(fill(sentence, &figures).unwrap(), "1,004 ms, once.");
        assert!(fill("{stall(worker)}", &figures).is_err());
        assert!(fill("{stall(worker)|ms", &figures).is_err());
    }
}
