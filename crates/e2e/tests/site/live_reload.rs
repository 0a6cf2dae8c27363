//! The book while somebody writes it: served by mdBook, which has open pages load themselves anew at each save.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{project_root, run_on};
use serde_json::json;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::copy;
use crate::misbehaviour::site;

e2e::tests! {
    Shared:
        a_save_reloads_an_open_page_and_no_service_worker_is_in_the_way
}

/// The tests' small book, whose examples are compiled already.
const BOOK: &str = "crates/e2e/fixture/book";
const EXAMPLES: &str = "crates/e2e/fixture/examples";
/// By when mdBook has built that book and listens; and by when it has noticed a save, which it looks for once a second.
const LIMIT: Duration = Duration::from_secs(120);

/// What must not be there while pages are loaded anew: a policy against scripts inside a page, as mdBook's for this is one, and what keeps the book.
const IN_THE_WAY: &str = "
    const found = [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy], script[src*=offline]')];
    const kept = await navigator.serviceWorker.getRegistrations();
    return [found.map((it) => it.outerHTML), kept.map((it) => it.active?.scriptURL.replace(/.*[/]/, ''))];";

fn a_save_reloads_an_open_page_and_no_service_worker_is_in_the_way() {
    run_on(site(), &[], async |session| {
        let folder = tempfile::tempdir()?;
        copy(&project_root()?.join(BOOK), &folder.path().join("book"))?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let _served = serve(folder.path(), port)?;
        session
            .wait_for("mdBook to listen", LIMIT, async || {
                let listens = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
                Ok(listens.ok().map(drop))
            })
            .await?;
        let origin = format!("http://127.0.0.1:{port}");
        session.open_at(&origin, "replies.html").await?;
        let found = session.async_script(IN_THE_WAY, vec![]).await?;
        ensure!(found == json!([[], []]), "in the way: {found}");
        // A panel may start the service worker, which then answers what is asked of the source alone.
        session
            .script(
                "document.querySelector('wasm-example').shadowRoot.querySelector('.one').click()",
                vec![],
            )
            .await?;
        session
            .wait_for("the end of a run", LIMIT, async || {
                let state = "return document.querySelector('wasm-example').dataset.state";
                Ok((session.script(state, vec![]).await? == json!("done")).then_some(()))
            })
            .await?;
        let found = session.async_script(IN_THE_WAY, vec![]).await?;
        ensure!(
            found == json!([[], ["service-worker.js"]]),
            "after a run: {found}"
        );

        session.script("window.old = true", vec![]).await?;
        let page = folder.path().join("book/replies.md");
        let text = fs::read_to_string(&page)?;
        let mut nth = 0;
        session
            .wait_for("the page that was saved", LIMIT, async || {
                // mdBook listens before it watches: what was saved between the two it never sees.
                if nth % 200 == 0 {
                    fs::write(&page, format!("{text}\nSaved {nth} times.\n"))?;
                }
                nth += 1;
                let shown = "return !window.old && document.body.innerText.includes('Saved')";
                let shown = session.script(shown, vec![]).await;
                // While the page loads, a driver may refuse.
                Ok(shown.is_ok_and(|it| it == json!(true)).then_some(()))
            })
            .await?;
        // The page that it serves must not outlive it.
        session.open("index.html").await
    });
}

/// Has mdBook serve a copy of the tests' book.
fn serve(folder: &Path, port: u16) -> Result<Child> {
    let mdbook = std::env::var_os("MDBOOK").unwrap_or_else(|| "mdbook".into());
    Command::new(mdbook)
        .args(["serve", "--hostname", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .current_dir(project_root()?)
        .env("MDBOOK_BOOK__SRC", folder.join("book"))
        .env("MDBOOK_BUILD__BUILD_DIR", folder.join("built"))
        .env("MDBOOK_PREPROCESSOR__WASM_EXAMPLE__EXAMPLES", EXAMPLES)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("mdBook does not start")
}
