//! The questions before and after reading: each answer is dealt with.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Session, run, run_measured};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::axe;

e2e::tests! {
    Shared:
        every_answer_is_dealt_with_and_the_score_survives_a_reload
        answers_that_cannot_be_read_are_no_answers
        every_right_answer_is_what_the_code_prints
}

/// The pages that ask, and the names of what they ask.
pub const FORMS: [(&str, &str); 2] = [("questions.html", "before"), ("learning.html", "after")];

/// A question as it stands on its page.
#[derive(Debug, Deserialize)]
pub struct Question {
    pub name: String,
    pub answers: Vec<String>,
    /// Which of the answers is right.
    pub right: usize,
    /// What is said of each answer.
    feedback: Vec<String>,
}

/// Opens a page and reads what it asks.
pub async fn questions(session: &Session, page: &str) -> Result<Vec<Question>> {
    session.open(page).await?;
    let questions = session
        .script(
            "return [...document.querySelectorAll('concept-questions section')].map((it) => {
                const answers = [...it.querySelectorAll('.answers > li')];
                const feedback = [...it.querySelectorAll('.feedback > li')];
                return {
                    name: it.dataset.name,
                    answers: answers.map((answer) => answer.textContent),
                    right: answers.findIndex((answer) => 'right' in answer.dataset),
                    feedback: feedback.map((item) => item.textContent),
                };
            })",
            vec![],
        )
        .await?;
    let questions: Vec<Question> = serde_json::from_value(questions)?;
    ensure!(
        questions.len() >= 20,
        "{page} asks {} questions",
        questions.len()
    );
    Ok(questions)
}

fn every_answer_is_dealt_with_and_the_score_survives_a_reload() {
    run(async |session| {
        let [(page, _), (later, _)] = FORMS;
        let asked = questions(session, page).await?;
        press(session, "Begin").await?;
        // Of the first question nothing is chosen, which is said; the first five are answered wrongly.
        press(session, "Check").await?;
        let said = text(session, ".said").await?;
        ensure!(said == "Choose an answer first.", "{said}");
        axe::check(session, "concept-questions").await?;
        for nth in 0..asked.len() {
            if nth == 3 {
                session.open(page).await?;
                let lead = text(session, ".card").await?;
                ensure!(lead.contains("You have answered 3 of 20"), "{lead}");
                press(session, "Go on").await?;
            }
            answer(session, &asked, nth >= 5).await?;
            if nth == 0 {
                axe::check(session, "concept-questions").await?;
            }
            let next = match nth + 1 == asked.len() {
                true => "See the result",
                false => "Next question",
            };
            press(session, next).await?;
        }
        axe::check(session, "concept-questions").await?;
        let results = text(session, ".card").await?;
        ensure!(results.contains("Your result"), "{results}");
        let missed = "return document.querySelectorAll('concept-questions .card li').length";
        let missed = session.script(missed, vec![]).await?;
        ensure!(missed == 5, "{missed} are to be read again: {results}");
        let asked = questions(session, later).await?;
        press(session, "Begin").await?;
        answer(session, &asked, true).await?;
        session.open(page).await?;
        let results = text(session, ".card").await?;
        ensure!(results.contains("after reading"), "{results}");
        press(session, "Forget all answers").await?;
        press(session, "Forget all answers, before and after").await?;
        let left = session.script("return { ...localStorage }", vec![]).await?;
        ensure!(left["await-and-see.questions"].is_null(), "{left}");
        ensure!(text(session, ".card").await?.contains("20 pieces of code"));
        Ok(())
    });
}

fn answers_that_cannot_be_read_are_no_answers() {
    run(async |session| {
        for kept in [
            "{",
            "[]",
            r#"{"before": {"order": ["calls"], "answers": {}}}"#,
            r#"{"before": 7}"#,
        ] {
            session.open(FORMS[0].0).await?;
            let keep = "localStorage.setItem('await-and-see.questions', arguments[0])";
            session.script(keep, vec![json!(kept)]).await?;
            session.open(FORMS[0].0).await?;
            let card = text(session, ".card").await?;
            ensure!(card.contains("20 pieces of code"), "{kept}: {card}");
        }
        Ok(())
    });
}

/// Answers the question that is asked, and checks what is said of the answer.
async fn answer(session: &Session, asked: &[Question], rightly: bool) -> Result<()> {
    let name = "return document.querySelector('concept-questions .card').dataset.name";
    let name = session.script(name, vec![]).await?;
    let question = asked.iter().find(|question| question.name == name);
    let question = question.with_context(|| format!("{name} is not among the questions"))?;
    let chosen = match (rightly, question.right) {
        (true, right) => right,
        (false, 0) => 1,
        (false, _) => 0,
    };
    session
        .script(
            "document.querySelectorAll('concept-questions input')[arguments[0]].click()",
            vec![json!(chosen)],
        )
        .await?;
    press(session, "Check").await?;
    let feedback = &question.feedback[chosen];
    session
        .wait_for(
            "what is said of the answer",
            Duration::from_secs(10),
            async || {
                let said = text(session, ".said").await?;
                Ok(said.contains(feedback).then_some(()))
            },
        )
        .await?;
    // The next question can be asked for when the code has run.
    session
        .wait_for("the next button", Duration::from_secs(10), async || {
            let buttons = text(session, ".card > button:last-child").await?;
            Ok((buttons != "Check").then_some(()))
        })
        .await?;
    let outcome = text(session, ".outcome").await?;
    let right = &question.answers[question.right];
    ensure!(
        outcome.contains("It has just run here, and printed") && outcome.contains(right),
        "{question:?}: {outcome}"
    );
    Ok(())
}

async fn text(session: &Session, part: &str) -> Result<String> {
    session.text(&format!("concept-questions {part}")).await
}

async fn press(session: &Session, name: &str) -> Result<()> {
    let pressed = session
        .script(
            "const button = [...document.querySelectorAll('concept-questions button')].find((it) => it.textContent === arguments[0]);
            button?.click();
            return Boolean(button);",
            vec![json!(name)],
        )
        .await?;
    ensure!(pressed == Value::Bool(true), "there is no button `{name}`");
    Ok(())
}

/// Some of it tells how long something took.
fn every_right_answer_is_what_the_code_prints() {
    run_measured(async |session| {
        for (page, form) in FORMS {
            for question in questions(session, page).await? {
                let printed = session
                    .async_script(
                        "const { src } = document.querySelector('script[src*=\"/questions.\"]');
                        const code = await import(new URL(`${arguments[0]}.js`, src));
                        const { printed } = await import(new URL('tools.js', src));
                        return await printed(code.default[arguments[1]]);",
                        vec![json!(form), json!(question.name)],
                    )
                    .await?;
                let right = &question.answers[question.right];
                ensure!(
                    printed == *right,
                    "{form} `{}` prints {printed} and the right answer is {right}",
                    question.name
                );
            }
        }
        Ok(())
    });
}
