//! Drives the built site from outside, by the contract alone: a server, a browser, a panel, a heartbeat.

mod board;
mod browser;
mod conditions;
mod display;
mod driver;
mod engines;
mod harness;
mod heartbeat;
mod kept;
mod mouse;
mod panel;
mod recorded;
mod report;
mod scheduler;
mod server;
mod session;
mod site;

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail, ensure};
use futures_util::FutureExt;

pub use board::BOARD;
pub use browser::block_on;
pub use conditions::{Came, keep};
pub use engines::{Engine, Feature};
pub use harness::{Test, run_all};
pub use heartbeat::{Beat, Span};
pub use kept::{Rows, tell};
pub use mouse::Mouse;
pub use panel::Panel;
pub use recorded::{recorded, round};
pub use report::{Finding, Measure, Report, Variant, median};
pub use scheduler::Need;
pub use server::{Fault, Server};
pub use session::{Session, TraceEvent};
pub use site::{Example, Site, project_root};

use scheduler::Leave;

/// Long after anything that is waited for has come, also on what other tests leave of the processors.
pub const WAIT_LIMIT: Duration = Duration::from_secs(60);

/// Far above what any test needs: only a browser that hangs gets here.
const TEST_LIMIT: Duration = Duration::from_secs(900);

/// Runs one test against the built site in a browser of its own.
///
/// After the body, there must be no [complaints](Session::complaints).
pub fn run(body: impl AsyncFnOnce(&Session) -> Result<()>) {
    run_with(&[], body);
}

/// Runs one test as [`run`] does where the engine has these features; elsewhere it says why not.
pub fn run_with(features: &[Feature], body: impl AsyncFnOnce(&Session) -> Result<()>) {
    let site = Site::built().unwrap_or_else(|error| give_up(&error));
    run_on(site, features, body);
}

/// Runs one test as [`run`] does that needs the focus; where browsers share it, while no other test of this process runs.
pub fn run_focused(body: impl AsyncFnOnce(&Session) -> Result<()>) {
    let site = Site::built().unwrap_or_else(|error| give_up(&error));
    let engine = Engine::from_environment().unwrap_or_else(|error| give_up(&error));
    run_when(true, engine, site, &[], body);
}

/// Runs one test of what is measured as [`run`] does, by the rule of [`two_of_three`].
pub fn run_measured(body: impl AsyncFn(&Session) -> Result<()>) {
    run_measured_with(&[], body);
}

/// Runs one test of what is measured as [`run_with`] does, by the rule of [`two_of_three`].
pub fn run_measured_with(features: &[Feature], body: impl AsyncFn(&Session) -> Result<()>) {
    run_with(features, async |session| {
        two_of_three(async || body(session).await).await
    });
}

/// Continues what was tried once by the rule of [`two_of_three`]: if it came out wrong, twice more in a browser.
pub fn run_again(first: Result<()>, body: impl AsyncFn(&Session) -> Result<()>) {
    if let Err(wrong) = first {
        run(async |session| twice_more(&wrong, async || body(session).await).await);
    }
}

/// Tries once what is measured; if that comes out wrong, twice more, and both have to come out right.
///
/// Another program can take the machine in the midst of any single run. A variant that does not do what it should comes out wrong each time. What the first try said goes to standard error, also of a test that passes: to be counted there.
pub async fn two_of_three<T>(body: impl AsyncFn() -> Result<T>) -> Result<T> {
    match body().await {
        Ok(right) => Ok(right),
        Err(wrong) => twice_more(&wrong, body).await,
    }
}

/// Says that a first try came out wrong, and tries twice more, by the rule of [`two_of_three`].
pub async fn twice_more<T>(wrong: &anyhow::Error, body: impl AsyncFn() -> Result<T>) -> Result<T> {
    harness::once_wrong(&format!("{wrong:#}"));
    body().await?;
    body().await
}

/// Runs one test as [`run_with`] does against another folder that holds a site.
pub fn run_on(site: Site, features: &[Feature], body: impl AsyncFnOnce(&Session) -> Result<()>) {
    let engine = Engine::from_environment().unwrap_or_else(|error| give_up(&error));
    for feature in features {
        if let Some(why) = engine.lacks(*feature) {
            return harness::skipped(&format!("{engine:?} lacks {feature:?}: {why}"));
        }
    }
    run_when(false, engine, site, features, body);
}

/// Runs one test once it may.
fn run_when(
    needs_focus: bool,
    engine: Engine,
    site: Site,
    features: &[Feature],
    body: impl AsyncFnOnce(&Session) -> Result<()>,
) {
    let outcome = block_on(async {
        let leave = Leave::wait(engine, needs_focus).await;
        let begin = Instant::now();
        let mut session = Session::start_with(leave, engine, site, features).await?;
        let limit = match scheduler::need() {
            // Others may keep it waiting between any two of its commands.
            Need::Static => 4 * TEST_LIMIT,
            Need::Shared | Need::Exclusive => TEST_LIMIT,
        };
        // A panic must not leave the browser behind.
        let outcome = AssertUnwindSafe(tokio::time::timeout(limit, body(&session)))
            .catch_unwind()
            .await;
        let complaints = tokio::time::timeout(TEST_LIMIT, session.complaints()).await;
        let complaints = complaints.unwrap_or_else(|_| bail!("the browser does not answer"));
        harness::ran(begin.elapsed());
        match outcome {
            Ok(Ok(Ok(()))) => {
                session.leave().await;
                let complaints = complaints?;
                ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
                Ok(())
            }
            failed => {
                session.close().await;
                // They may be the cause.
                let complaints = complaints.unwrap_or_default().join("\n");
                match failed {
                    Ok(Ok(outcome)) => outcome.map_err(|error| anyhow!("{error:#}\n{complaints}")),
                    Ok(Err(_)) => bail!("the test took more than {limit:?}\n{complaints}"),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        }
    });
    outcome.unwrap_or_else(|error| give_up(&error));
}

/// Fails the test with a text: a backtrace of the harness would help nobody.
fn give_up(error: &anyhow::Error) -> ! {
    std::panic::resume_unwind(Box::new(format!("{error:#}")))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Whether tries that come out like this are taken for right, and how many there were.
    fn tried(outcomes: &[bool]) -> (bool, usize) {
        let tries = Cell::new(0);
        let right = block_on(two_of_three(async || {
            let outcome = outcomes[tries.replace(tries.get() + 1)];
            ensure!(outcome, "this try is wrong on purpose");
            Ok(())
        }));
        (right.is_ok(), tries.get())
    }

    #[test]
    fn two_of_three_tries_have_to_come_out_right() {
        assert_eq!(tried(&[true]), (true, 1));
        assert_eq!(tried(&[false, true, true]), (true, 3));
        assert_eq!(tried(&[false, true, false]), (false, 3));
        assert_eq!(tried(&[false, false]), (false, 2));
    }
}
