//! The verdict board: what every claim came to, and what becomes of it.

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Session, WAIT_LIMIT, run, two_of_three};
use serde_json::{Value, json};

e2e::tests! {
    Shared:
        findings_survive_a_reload_and_go_out_and_come_in
        a_run_of_all_stops_and_goes_on_after_a_reload
        a_summary_comes_by_link_and_a_faulty_one_is_refused
}

fn findings_survive_a_reload_and_go_out_and_come_in() {
    run(async |session| {
        session.open("index.html?freeze.ms=200").await?;
        session.panel("freeze").run().await?;
        session.open(BOARD).await?;
        let row = session.text("[data-claim=K07] .yours").await?;
        ensure!(
            row.contains("holds with a condition. ") && row.contains("with ms 200"),
            "{row}"
        );
        let handed = hand_out(session).await?;
        ensure!(handed["book"] == "Await and See", "{handed}");

        session.press_on_board("Clear my data").await?;
        session.press_on_board("Yes, clear").await?;
        session
            .wait_for(
                "the data to be gone",
                std::time::Duration::from_secs(10),
                async || {
                    let kept = session
                        .script("return Object.keys(localStorage)", vec![])
                        .await?;
                    let kept: Vec<String> = serde_json::from_value(kept)?;
                    let row = session.text("[data-claim=K07] .yours").await?;
                    let gone = row == "You haven’t run it yet."
                        && !kept.iter().any(|name| name == "await-and-see.questions");
                    Ok(gone.then_some(()))
                },
            )
            .await?;

        for (file, why) in [
            (json!("{"), "it is not JSON"),
            (
                json!(r#"{"book": "Another book"}"#),
                "this book did not write it",
            ),
            (
                json!(r#"{"book": "Await and See", "schema": 7}"#),
                "its form is 7",
            ),
            (
                json!(
                    r#"{"book": "Await and See", "schema": 1, "results": {"freeze": {"findings": "<img src=x onerror=alert(1)>"}}}"#
                ),
                "no result",
            ),
        ] {
            take_in(session, file).await?;
            let said = session.text("[role=alert]").await?;
            ensure!(said.contains(why), "{said}");
        }
        let mut marked = handed.clone();
        marked["results"]["freeze"]["findings"][1]["why"] = json!("<img src=x onerror=alert(1)>");
        take_in(session, json!(marked.to_string())).await?;
        let images = session
            .script(
                "return document.querySelectorAll('.claims img').length",
                vec![],
            )
            .await?;
        ensure!(images == 0, "markup got in");
        // What is kept may have been changed by somebody else, and other pages show it too.
        session.open("answers.html").await?;
        let shown = session
            .wait_for("the reader's own finding", WAIT_LIMIT, async || {
                let shown = "
                    const mine = document.querySelector('.your-finding [data-claim=K07]').closest('.your-finding');
                    return [mine.textContent.includes('<img'), document.querySelectorAll('.your-finding img').length]";
                let shown = session.script(shown, vec![]).await?;
                Ok((shown != json!([false, 0])).then_some(shown))
            })
            .await?;
        ensure!(shown == json!([true, 0]), "on the answers: {shown}");
        session.open(BOARD).await?;
        take_in(session, json!(handed.to_string())).await?;
        let said = session.text("verdict-board [role=status]").await?;
        ensure!(said.starts_with("Imported: 0 of 1 results"), "{said}");
        Ok(())
    });
}

fn a_run_of_all_stops_and_goes_on_after_a_reload() {
    run(async |session| {
        session.open(BOARD).await?;
        session.press_on_board("Run all").await?;
        let ran = async |count: usize| {
            session
                .wait_for(
                    "some panels to run",
                    std::time::Duration::from_secs(60),
                    async || {
                        let done = session
                            .script("return Object.keys(e2e.boarded()).length", vec![])
                            .await?;
                        Ok((done.as_u64().unwrap_or(0) as usize >= count).then_some(()))
                    },
                )
                .await
        };
        ran(2).await?;
        let said = session.text("verdict-board [role=status]").await?;
        ensure!(
            said.contains("done. Now: ") && said.contains(" left."),
            "{said}"
        );
        session.press_on_board("Stop").await?;
        session
            .wait_for(
                "the board to stop",
                std::time::Duration::from_secs(10),
                async || {
                    let state = session
                        .script(
                            "return document.querySelector('verdict-board').dataset.state",
                            vec![],
                        )
                        .await?;
                    Ok((state == "stopped").then_some(()))
                },
            )
            .await?;
        let done = session
            .script("return Object.keys(e2e.boarded()).length", vec![])
            .await?;
        let left = session.site.examples.len() as u64 - done.as_u64().unwrap_or(0);
        session.open(BOARD).await?;
        session
            .press_on_board(&format!("Continue: {left} panels left"))
            .await?;
        ran(1).await?;
        // The page goes in mid-run.
        session.open(BOARD).await?;
        let button = session.text("verdict-board button.go").await?;
        ensure!(button.starts_with("Continue: "), "{button}");
        Ok(())
    });
}

fn a_summary_comes_by_link_and_a_faulty_one_is_refused() {
    run(async |session| {
        two_of_three(async || {
            session.open("index.html?freeze.ms=200").await?;
            session.panel("freeze").run().await?;
            session.open(BOARD).await?;
            let link = "return document.querySelector('verdict-board a[href^=\"#summary=\"]').hash";
            let link = session.script(link, vec![]).await?;
            let link = link.as_str().context("the link is a text")?.to_owned();
            session.open("contributing/index.html").await?;
            session.open(&format!("{BOARD}{link}")).await?;
            let sent = session.text(".sent").await?;
            ensure!(sent.contains("the findings on 1 claim,"), "{sent}");
            ensure!(sent.contains("You found the same about 1 claim."), "{sent}");
            for faulty in ["#summary=hhh", "#summary=%3Cimg%20src=x%3E"] {
                session.open("contributing/index.html").await?;
                session.open(&format!("{BOARD}{faulty}")).await?;
                let sent = session.text(".sent").await?;
                ensure!(
                    sent == "The link contains a summary that this board can’t read.",
                    "{sent}"
                );
            }
            Ok(())
        })
        .await
    });
}

/// What the board hands out.
async fn hand_out(session: &Session) -> Result<Value> {
    let text = session
        .async_script(
            "const {createObjectURL} = URL;
            let blob;
            URL.createObjectURL = (made) => { blob = made; return 'data:,'; };
            HTMLAnchorElement.prototype.click = () => {};
            [...document.querySelectorAll('verdict-board button')].find((it) => it.textContent === 'Export my results').click();
            URL.createObjectURL = createObjectURL;
            return blob.text();",
            vec![],
        )
        .await?;
    Ok(serde_json::from_str(
        text.as_str().context("it hands out a text")?,
    )?)
}

/// Gives the board a file with a text.
async fn take_in(session: &Session, text: Value) -> Result<()> {
    session
        .async_script(
            "const input = document.querySelector('verdict-board input[type=file]');
            const chosen = new DataTransfer();
            chosen.items.add(new File([arguments[0]], 'await-and-see.json'));
            input.files = chosen.files;
            input.dispatchEvent(new Event('change'));
            await new Promise((resolve) => setTimeout(resolve, 100));",
            vec![text],
        )
        .await
        .map(drop)
}

/// How many claims of a kind the board lists.
pub async fn claims(session: &Session, kind: &str) -> Result<u64> {
    let count = "return document.querySelectorAll(`.claims ${arguments[0]}`).length";
    let count = session.script(count, vec![json!(kind)]).await?;
    count.as_u64().context("a number of claims")
}
