//! The right answers are what the code of the questions prints; some of it tells how long something took.

use anyhow::ensure;
use e2e::run_measured;
use serde_json::json;

use crate::questions::{FORMS, questions};

#[test]
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
