//! Drives the built site from outside, by the contract alone: a server, a browser, a panel, a heartbeat.

mod driver;
mod heartbeat;
mod panel;
mod report;
mod server;
mod session;
mod site;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use anyhow::{Result, ensure};
use futures_util::FutureExt;

pub use driver::Engine;
pub use heartbeat::{Beat, Span};
pub use panel::Panel;
pub use report::{Arm, Finding, Measure, Report, median};
pub use server::{Fault, Server};
pub use session::Session;
pub use site::{Example, Site, project_root};

/// Far above what any test needs: only a browser that hangs gets here.
const TEST_LIMIT: Duration = Duration::from_secs(600);

/// Runs one test against the built site in a browser of its own.
///
/// After the body, the console must be free of errors that were not allowed, and no request may
/// have left the site's origin.
pub fn run(body: impl AsyncFnOnce(&Session) -> Result<()>) {
    let site = Site::built().unwrap_or_else(|error| give_up(&error));
    run_on(site, body);
}

/// Runs one test against another folder that holds a site.
pub fn run_on(site: Site, body: impl AsyncFnOnce(&Session) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime can be built");
    runtime.block_on(async {
        let mut session = Session::start(site)
            .await
            .unwrap_or_else(|error| give_up(&error));
        // A panic must not leave the browser behind.
        let outcome = AssertUnwindSafe(tokio::time::timeout(TEST_LIMIT, body(&session)))
            .catch_unwind()
            .await;
        let console = session.console_errors().await;
        let strangers = session.foreign_requests().await;
        session.close().await;
        let outcome = match outcome {
            Ok(Ok(outcome)) => outcome.and_then(|()| {
                let (console, strangers) = (console?, strangers?);
                ensure!(console.is_empty(), "the console has errors: {console:#?}");
                ensure!(
                    strangers.is_empty(),
                    "requests left the site: {strangers:#?}"
                );
                Ok(())
            }),
            Ok(Err(_)) => Err(anyhow::anyhow!("the test took more than {TEST_LIMIT:?}")),
            Err(panic) => {
                for line in console.unwrap_or_default() {
                    eprintln!("console: {line}");
                }
                std::panic::resume_unwind(panic)
            }
        };
        if let Err(error) = outcome {
            give_up(&error);
        }
    });
}

/// Fails the test with one line: a backtrace of the harness would help nobody.
fn give_up(error: &anyhow::Error) -> ! {
    eprintln!("{error:#}");
    std::panic::resume_unwind(Box::new("failed"))
}
