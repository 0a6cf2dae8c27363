//! The verdict board, on which all panels run one after the other.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::report::Report;
use crate::session::Session;

/// The board's page.
pub const BOARD: &str = "board.html";

/// What all panels may take in one engine.
const LIMIT: Duration = Duration::from_secs(600);

/// Where the board is in its run.
#[derive(Debug, Deserialize)]
struct Stage {
    state: String,
    phase: Option<String>,
}

impl Session {
    /// Presses a button of the board by its text's beginning.
    pub async fn press_on_board(&self, text: &str) -> Result<()> {
        let pressed = self
            .script(
                "const button = [...document.querySelectorAll('verdict-board button')].find((it) => !it.hidden && it.textContent.startsWith(arguments[0]));
                button?.click();
                return Boolean(button);",
                vec![json!(text)],
            )
            .await?;
        ensure!(pressed == json!(true), "the board has no button `{text}`");
        Ok(())
    }

    /// Has the board run all panels, and gives the last report of each example.
    ///
    /// Those that need several cores come last; then no other test of this process runs.
    pub async fn run_all(&self) -> Result<BTreeMap<String, Report>> {
        self.press_on_board("Run all").await?;
        let begin = std::time::Instant::now();
        let wait = async |until: fn(&Stage) -> bool| {
            self.wait_for("the board", LIMIT, async || {
                let stage = self.stage().await?;
                Ok(until(&stage).then_some(stage))
            })
            .await
        };
        let over = |stage: &Stage| stage.state != "running";
        let mut stage =
            wait(|stage| stage.state != "running" || stage.phase.as_deref() != Some("first"))
                .await?;
        let mut took = begin.elapsed();
        if !over(&stage) {
            // The wait for the machine is none of the board's doing.
            let rest = async {
                let begin = std::time::Instant::now();
                wait(over).await.map(|stage| (stage, begin.elapsed()))
            };
            let (last, rest) = self.alone(rest).await?;
            stage = last;
            took += rest;
        }
        ensure!(took < LIMIT, "all panels took more than {LIMIT:?}");
        ensure!(stage.state == "done", "the board is {}", stage.state);
        let reports = self.script("return e2e.boarded()", vec![]).await?;
        serde_json::from_value(reports).context("the reports are not as the contract has them")
    }

    /// Waits for the next change of the board, for a few seconds, and says where it is.
    async fn stage(&self) -> Result<Stage> {
        match self.stage_of_this_page().await {
            Ok(stage) => Ok(stage),
            // The board loads itself anew where a browser has no memory left for another module.
            Err(_) => {
                tokio::time::sleep(Duration::from_secs(2)).await;
                self.stage_of_this_page().await
            }
        }
    }

    async fn stage_of_this_page(&self) -> Result<Stage> {
        // The page waits for itself: a question every few milliseconds would be a good part of what it measures.
        let stage: Value = self
            .async_script(
                "const board = document.querySelector('verdict-board');
                const was = [board.dataset.state, board.dataset.phase].join();
                await new Promise((resolve) => {
                    const observer = new MutationObserver(() => [board.dataset.state, board.dataset.phase].join() !== was && resolve());
                    observer.observe(board, {attributes: true});
                    setTimeout(resolve, board.dataset.state === 'running' ? 8000 : 0);
                });
                return {state: board.dataset.state, phase: board.dataset.phase ?? null};",
                vec![],
            )
            .await?;
        Ok(serde_json::from_value(stage)?)
    }
}
