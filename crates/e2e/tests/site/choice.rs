//! The five questions that answer from the reader's own figures.

use anyhow::{Result, ensure};
use e2e::{Session, run_measured};
use serde_json::json;

use crate::axe;

e2e::tests! {
    Exclusive:
        five_questions_talk_sense_in_the_corners
}

/// Answers the five questions in the order in which they stand, and gives what is recommended then.
async fn recommended(session: &Session, answers: [usize; 4], ms: u32) -> Result<String> {
    session
        .script(
            "const form = document.querySelector('best-variant form');
            ['place', 'does', 'count', 'chained'].forEach((name, nth) => form.elements[name][arguments[0][nth]].checked = true);
            form.elements.ms.value = arguments[1];
            form.dispatchEvent(new Event('input'));",
            vec![json!(answers), json!(ms)],
        )
        .await?;
    session.text("best-variant [role=status]").await
}

fn five_questions_talk_sense_in_the_corners() {
    run_measured(async |session| {
        session.open(&session.site.example("chooser")?.page).await?;
        let said = recommended(session, [0, 0, 0, 0], 40).await?;
        ensure!(said.contains("your own figures"), "{said}");
        session.panel("chooser").run().await?;
        for (answers, ms, variant) in [
            ([1, 0, 1, 0], 1, "plain sequential code"),
            ([0, 0, 1, 0], 1, "plain sequential code"),
            ([0, 0, 1, 0], 80, "a worker"),
            ([0, 0, 0, 0], 1000, "two workers"),
            ([1, 0, 0, 0], 1000, "two workers"),
            ([0, 2, 0, 0], 40, "concurrent awaits"),
            ([1, 2, 0, 0], 40, "concurrent awaits"),
            ([1, 2, 1, 0], 40, "plain sequential code"),
            ([0, 2, 1, 0], 400, "an await"),
            ([0, 2, 0, 1], 400, "sequential awaits"),
            ([1, 2, 0, 1], 400, "plain sequential code"),
            ([0, 0, 0, 1], 400, "two workers"),
        ] {
            let said = recommended(session, answers, ms).await?;
            ensure!(
                said.starts_with(&format!("Take {variant}.")),
                "{answers:?} of {ms} ms: {said}"
            );
        }
        let said = recommended(session, [0, 0, 0, 0], 0).await?;
        ensure!(said == "Enter a length from 1 to 10,000 ms.", "{said}");
        axe::check(session, "best-variant").await
    });
}
