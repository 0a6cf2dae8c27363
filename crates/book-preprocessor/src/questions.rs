//! The questions: what they are, and how a page shows them.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use mdbook_wasm_example::{escape, unsearched};
use serde::Deserialize;

/// The code of the questions that are asked before reading.
pub const BEFORE: &str = include_str!("../front-end/before.js");

/// The code of the questions that are asked after reading.
pub const AFTER: &str = include_str!("../front-end/after.js");

const PAIRS: &str = include_str!("../questions.toml");

/// One of the two sets of questions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// Asked before reading.
    Before,
    /// Asked after reading.
    After,
}

impl Form {
    /// The form of a name.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "before" => Ok(Self::Before),
            "after" => Ok(Self::After),
            _ => bail!("there are no questions `{name}`, only `before` and `after`"),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::Before => BEFORE,
            Self::After => AFTER,
        }
    }

    /// The code of a question as it is shown, without the line that opens the function and the one that ends it.
    pub fn code(self, name: &str) -> Result<Code> {
        let mut lines = self.source().lines();
        let asynchronous = lines
            .find_map(|line| {
                let line = line.strip_prefix("  ")?;
                let (asynchronous, rest) = match line.strip_prefix("async ") {
                    Some(rest) => (true, rest),
                    None => (false, line),
                };
                rest.strip_prefix(name)?
                    .starts_with("({")
                    .then_some(asynchronous)
            })
            .with_context(|| format!("{}.js has no code `{name}`", self.name()))?;
        let text: Vec<&str> = lines
            .take_while(|line| *line != "  },")
            .map(|line| line.strip_prefix("    ").unwrap_or(line))
            .collect();
        Ok(Code {
            text: text.join("\n"),
            asynchronous,
        })
    }
}

/// The code of a question.
#[derive(Debug, PartialEq)]
pub struct Code {
    /// What is shown.
    pub text: String,
    /// Whether it awaits or hands over.
    pub asynchronous: bool,
}

/// Two questions on the same lesson.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The name of the code in both forms.
    pub name: String,
    /// What both teach, in a sentence.
    pub lesson: String,
    /// The page that tells it.
    pub read: String,
    /// What can be answered; one of them is right.
    pub answers: Vec<Answer>,
}

/// One answer to both questions of a pair.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What the code of the first form would print.
    pub before: String,
    /// What the code of the second form would print.
    pub after: String,
    /// Why it is right, if it is.
    pub right: Option<String>,
    /// What is believed by whoever chooses it, if it is wrong.
    pub misconception: Option<String>,
    /// Why it is wrong, if it is.
    pub why: Option<String>,
    /// What is believed in the second form, if it is something else.
    pub after_misconception: Option<String>,
    /// Why that is wrong.
    pub after_why: Option<String>,
}

impl Answer {
    /// What it says the code prints.
    pub fn prints(&self, form: Form) -> &str {
        match form {
            Form::Before => &self.before,
            Form::After => &self.after,
        }
    }

    /// What is believed by whoever chooses it, and why it is wrong.
    fn wrong(&self, form: Form) -> Option<(&str, &str)> {
        let own = self
            .after_misconception
            .as_ref()
            .zip(self.after_why.as_ref());
        let common = self.misconception.as_ref().zip(self.why.as_ref());
        let (misconception, why) = match form {
            Form::Before => common,
            Form::After => own.or(common),
        }?;
        Some((misconception, why))
    }
}

impl Pair {
    /// The answers, ordered by what they say, so that their order betrays nothing.
    pub fn sorted(&self, form: Form) -> Vec<&Answer> {
        let mut answers: Vec<&Answer> = self.answers.iter().collect();
        answers.sort_by_key(|answer| answer.prints(form));
        answers
    }

    fn check(&self) -> Result<()> {
        let right = self
            .answers
            .iter()
            .filter(|answer| answer.right.is_some())
            .count();
        ensure!(right == 1, "{right} answers are right");
        for answer in &self.answers {
            let wrong = answer.wrong(Form::Before).is_some();
            let in_pairs = answer.after_misconception.is_some() == answer.after_why.is_some();
            ensure!(
                wrong != answer.right.is_some() && in_pairs,
                "`{}` is not either right or a misconception with its reason",
                answer.before
            );
        }
        for form in [Form::Before, Form::After] {
            let said: BTreeSet<&str> = self.answers.iter().map(|it| it.prints(form)).collect();
            ensure!(
                said.len() == self.answers.len() && said.len() >= 3,
                "two answers say the same {} reading, or there are fewer than three",
                form.name()
            );
        }
        let kinds = [
            Form::Before.code(&self.name)?,
            Form::After.code(&self.name)?,
        ];
        ensure!(
            kinds[0].asynchronous == kinds[1].asynchronous,
            "one of the two is asynchronous and the other is not"
        );
        Ok(())
    }
}

#[derive(Deserialize)]
struct Pairs {
    pair: Vec<Pair>,
}

/// All pairs of questions, each of which is in order.
pub fn pairs() -> Result<Vec<Pair>> {
    let pairs: Pairs = toml::from_str(PAIRS).context("questions.toml")?;
    for pair in &pairs.pair {
        pair.check()
            .with_context(|| format!("questions.toml, `{}`", pair.name))?;
    }
    Ok(pairs.pair)
}

/// Writes the questions of a form as a page without scripts shows them: each with its code, its answers, and what is to be said of each.
pub fn markup(pairs: &[Pair], form: Form, folder: &str) -> Result<String> {
    let mut questions = String::new();
    for (nth, pair) in (1..).zip(pairs) {
        let code = form.code(&pair.name)?;
        let kind = match code.asynchronous {
            true => "asynchronous",
            false => "plain",
        };
        questions.push_str(&format!(
            "<section data-name=\"{}\" data-kind=\"{kind}\"><p class=\"asked\">Question {nth}: what is printed?</p>\
             <pre><code class=\"language-javascript\">{}</code></pre><ul class=\"answers\">",
            escape(&pair.name),
            escape(&code.text)
        ));
        let answers = pair.sorted(form);
        for answer in &answers {
            let right = if answer.right.is_some() {
                " data-right"
            } else {
                ""
            };
            questions.push_str(&format!("<li{right}>{}</li>", escape(answer.prints(form))));
        }
        questions.push_str("</ul><details><summary>The answer</summary><ul class=\"feedback\">");
        for answer in &answers {
            let feedback = match (&answer.right, answer.wrong(form)) {
                (Some(right), _) => format!("<strong>Right.</strong> {}", escape(right)),
                (None, Some((misconception, why))) => {
                    format!(
                        "<strong>{}?</strong> {}",
                        escape(misconception),
                        escape(why)
                    )
                }
                _ => bail!("an answer to `{}` has no feedback", pair.name),
            };
            questions.push_str(&format!(
                "<li data-answer=\"{}\">{feedback}</li>",
                escape(answer.prints(form))
            ));
        }
        questions.push_str(&format!(
            "</ul><p class=\"lesson\">{} <a href=\"{}\">Read about it</a></p></details></section>",
            escape(&pair.lesson),
            escape(&pair.read)
        ));
    }
    let name = form.name();
    // What the module brings is named here too, so that the service worker finds it.
    Ok(format!(
        "<concept-questions data-form=\"{name}\" data-code-js=\"{folder}/{name}.js\" data-element-js=\"{folder}/questions.js\">\n{}</concept-questions>\n",
        unsearched(&questions)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_pairs_of_each_kind_are_asked_and_each_is_in_order() {
        let pairs = pairs().unwrap();
        let asynchronous = pairs
            .iter()
            .filter(|pair| Form::Before.code(&pair.name).unwrap().asynchronous)
            .count();
        assert_eq!((pairs.len(), asynchronous), (20, 10));
        let names: BTreeSet<&str> = pairs.iter().map(|pair| pair.name.as_str()).collect();
        assert_eq!(names.len(), pairs.len());
    }

    #[test]
    fn the_known_misconceptions_are_among_them() {
        let pairs = pairs().unwrap();
        let named: BTreeSet<&str> = pairs
            .iter()
            .flat_map(|pair| &pair.answers)
            .filter_map(|answer| answer.misconception.as_deref())
            .collect();
        for misconception in [
            "Async means threads",
            "Async means faster",
            "Async code can't block",
            "A callback makes it asynchronous",
            "Sequential awaits overlap",
            "One thread means no races",
        ] {
            assert!(named.contains(misconception), "{misconception}");
        }
    }

    #[test]
    fn every_code_is_asked_for() {
        let pairs = pairs().unwrap();
        for form in [Form::Before, Form::After] {
            let codes = form.source().matches("\n  },").count();
            assert_eq!(codes, pairs.len(), "{}", form.name());
        }
    }

    #[test]
    fn code_is_shown_without_its_frame() {
        let code = Form::Before.code("sum").unwrap();
        assert!(code.text.starts_with("const begin"), "{}", code.text);
        assert!(code.text.ends_with("print(since(begin));"), "{}", code.text);
        assert!(!code.asynchronous);
        assert!(Form::Before.code("row").unwrap().asynchronous);
        let missing = Form::After.code("nothing").unwrap_err();
        assert_eq!(missing.to_string(), "after.js has no code `nothing`");
    }

    #[test]
    fn a_faulty_pair_says_what_is_wrong() {
        let fault = |answers: &str| {
            let text = format!("name = \"sum\"\nlesson = \"\"\nread = \"\"\nanswers = [{answers}]");
            let pair: Pair = toml::from_str(&text).unwrap();
            pair.check().unwrap_err().to_string()
        };
        let right = "{ before = \"a\", after = \"a\", right = \"x\" }";
        let wrong = "{ before = \"b\", after = \"b\", misconception = \"x\", why = \"y\" }";
        assert_eq!(fault(wrong), "0 answers are right");
        assert!(
            fault(&format!(
                "{right}, {{ before = \"b\", after = \"b\", why = \"y\" }}"
            ))
            .contains("`b` is not either")
        );
        assert!(fault(&format!("{right}, {wrong}, {wrong}")).contains("say the same before"));
        assert!(fault(&format!("{right}, {wrong}")).contains("fewer than three"));
    }

    #[test]
    fn a_form_that_is_not_there_is_refused() {
        assert!(Form::named("between").is_err());
    }

    #[test]
    fn answers_stand_in_an_order_that_betrays_nothing() {
        let pairs = pairs().unwrap();
        for form in [Form::Before, Form::After] {
            let first = pairs
                .iter()
                .filter(|pair| pair.sorted(form)[0].right.is_some())
                .count();
            assert!(
                first < 13,
                "{first} of {} begin with the right one",
                pairs.len()
            );
        }
    }
}
