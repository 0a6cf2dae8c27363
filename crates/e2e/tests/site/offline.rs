//! The book as the service worker keeps it: whole, of one edition, and never in the way.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Fault, Feature, Session, Site, WAIT_LIMIT, run, run_on};
use serde_json::json;

use crate::{axe, copy};

e2e::tests! {
    Shared:
        after_one_visit_every_page_and_experiment_works_without_a_network
        a_newer_edition_is_announced_and_no_page_mixes_two
        an_edition_that_is_not_whole_is_not_shown_and_says_why
        nothing_is_kept_while_a_panel_runs
        nothing_is_kept_for_a_reader_who_saves_data
}

const PAGE: &str = "index.html";
/// A page that is among the first to be kept.
const PART: &str = "print.html";
/// What the site has and no page needs without a network.
const NOT_KEPT: &[&str] = &[
    "404.html",
    ".nojekyll",
    // The browser itself keeps the scripts of a registered service worker.
    "service-worker.js",
    "service-worker/kept-book.js",
    "service-worker/replies.js",
    // Read when the book is installed, which takes a network.
    "icons/192.png",
    "icons/512.png",
    // Shown by other sites.
    "icons/card.png",
];

fn after_one_visit_every_page_and_experiment_works_without_a_network() {
    run(async |session| {
        keep(session).await?;
        let kept = kept(session).await?;
        let expected: Vec<String> = session
            .site
            .files()?
            .into_iter()
            // The Lab's engine is kept once it was used.
            .filter(|file| !file.starts_with("lab/"))
            .filter(|file| !NOT_KEPT.contains(&file.as_str()) && !file.ends_with("LICENSE.txt"))
            .collect();
        let missing: Vec<&String> = expected.iter().filter(|it| !kept.contains(it)).collect();
        ensure!(missing.is_empty(), "not kept: {missing:?}");

        // One worker has both duties, also once a panel has asked its source.
        session.open(&session.site.example("metrics")?.page).await?;
        session.panel("metrics").run_variant("joined").await?;
        let workers = "return (await navigator.serviceWorker.getRegistrations()).map((it) => it.active.scriptURL.replace(/.*[/]/, ''))";
        let workers = session.async_script(workers, vec![]).await?;
        ensure!(
            workers == json!(["service-worker.js?keep"]),
            "there are {workers}"
        );
        session.open(PAGE).await?;
        if session.can(Feature::Logs) {
            let why = session.not_installable().await?;
            ensure!(why == json!([]), "it cannot be installed: {why}");
        }

        cut(session).await?;
        // The page that is open was there before there was a worker, and now runs by it.
        session.panel("freeze").run_variant("future").await?;
        for page in session.site.pages()? {
            session.open(&page).await.with_context(|| page.clone())?;
            let styled = "return getComputedStyle(document.body).marginTop === '0px'";
            ensure!(
                session.script(styled, vec![]).await? == json!(true),
                "{page} has no style"
            );
        }
        // One with a worker of its own, one whose requests the same service worker answers, one that shows pages of its own; three that ask for heads, on the page and in a worker, by blocking and without.
        for (slug, variant) in [
            ("six-strategies", "worker"),
            ("metrics", "joined"),
            ("who-writes", "sync script"),
            ("on-hold", "synchronous requests"),
            ("hung", "blocking"),
            ("hot-and-cold", "Rust, awaited"),
        ] {
            let page = &session.site.example(slug)?.page;
            session.open(page).await?;
            let (report, _) = session.panel(slug).run_variant(variant).await?;
            if slug == "on-hold" {
                let requests = report.median(variant, "requests")?;
                ensure!(requests > 10.0, "{requests} requests held the page");
            }
        }
        session.open("").await?;
        session.open("before-you-start.html").await?;
        wait_for_state(session, "An edition is cached").await
    });
}

fn a_newer_edition_is_announced_and_no_page_mixes_two() {
    let folder = tempfile::tempdir().expect("there is room for a second site");
    let site = Site::built().and_then(|site| {
        copy(&site.folder, folder.path())?;
        Site::in_folder(folder.path())
    });
    run_on(
        site.expect("the site can be copied"),
        &[],
        async |session| {
            keep(session).await?;
            let signs = "return document.querySelectorAll('.newer-edition').length";
            ensure!(
                session.script(signs, vec![]).await? == json!(0),
                "the newest edition is called old"
            );
            publish(&session.site.folder)?;
            // What the browser tells the page when a network comes back.
            let back = "dispatchEvent(new Event('online'))";
            session.script(back, vec![]).await?;
            session
                .wait_for("the sign of a newer edition", WAIT_LIMIT, async || {
                    let sign = "return document.querySelector('.newer-edition')?.innerText ?? ''";
                    let sign = session.script(sign, vec![]).await?;
                    let sign = sign.as_str().unwrap_or_default();
                    Ok(sign.contains("newer edition").then_some(()))
                })
                .await?;
            axe::check(session, "html").await?;
            // Until it is followed, the old page still runs: its modules are kept, and gone from the site.
            session.panel("freeze").run_variant("future").await?;

            let follow = "document.querySelector('.newer-edition button').click()";
            session.script(follow, vec![]).await?;
            session
                .wait_for("the second edition", WAIT_LIMIT, async || {
                    Ok(text(session)
                        .await?
                        .contains("Second edition")
                        .then_some(()))
                })
                .await?;
            wait_until_kept(session).await?;
            ensure!(
                session.script(signs, vec![]).await? == json!(0),
                "a sign stays"
            );

            cut(session).await?;
            session.open(PAGE).await?;
            ensure!(
                text(session).await?.contains("Second edition"),
                "an old page"
            );
            session.panel("freeze").run_variant("future").await?;
            Ok(())
        },
    );
}

fn an_edition_that_is_not_whole_is_not_shown_and_says_why() {
    run(async |session| {
        let wasm = session.site.example("freeze")?.wasm.clone();
        session.server.break_file(&wasm, Fault::Missing);
        session.server.let_it_be_kept();
        session.open("before-you-start.html").await?;
        wait_for_state(session, &wasm).await?;
        // Opened anew it belongs to the worker, which has a part of the book by now.
        session.open("before-you-start.html").await?;
        let part = kept(session).await?;
        ensure!(part.iter().any(|file| file == PART), "kept: {part:?}");
        cut(session).await?;
        let answered =
            "return fetch(arguments[0], { cache: 'no-store' }).then(() => true, () => false)";
        ensure!(
            session.async_script(answered, vec![json!(PART)]).await? == json!(false),
            "a part of the book is shown"
        );
        Ok(())
    });
}

fn nothing_is_kept_while_a_panel_runs() {
    run(async |session| {
        session.server.let_it_be_kept();
        session.open("index.html?freeze.ms=8000").await?;
        session
            .wait_for("the first file to be kept", WAIT_LIMIT, async || {
                Ok(asked_for_the_book(session).then_some(()))
            })
            .await?;
        let panel = session.panel("freeze");
        panel.press("Run future").await?;
        panel.wait_state(&["running"]).await?;
        // The file that was on its way.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let before = session.server.requested();
        panel.wait_state(&["done"]).await?;
        let mut during = session.server.requested().split_off(before.len());
        // A browser looks for a newer worker when it likes.
        during.retain(|path| !path.starts_with("service-worker"));
        ensure!(during.is_empty(), "kept during the run: {during:?}");
        wait_until_kept(session).await
    });
}

fn nothing_is_kept_for_a_reader_who_saves_data() {
    run(async |session| {
        session.open("before-you-start.html").await?;
        wait_for_state(session, "set to save data").await?;
        ensure!(!asked_for_the_book(session), "it is kept all the same");
        Ok(())
    });
}

/// Whether the server has been asked for the page that nobody opens.
fn asked_for_the_book(session: &Session) -> bool {
    let requested = session.server.requested();
    requested.iter().any(|path| path == PART)
}

/// Waits until the open page says this about the book's being kept.
async fn wait_for_state(session: &Session, part: &str) -> Result<()> {
    session
        .wait_for(part, WAIT_LIMIT, async || {
            let state = "return document.querySelector('.offline-state')?.textContent ?? ''";
            let state = session.script(state, vec![]).await?;
            let state = state.as_str().unwrap_or_default();
            Ok(state.contains(part).then_some(()))
        })
        .await
}

/// Opens a page and stays until the book is kept.
///
/// Its address brings a search, which loads more than the page comes with.
async fn keep(session: &Session) -> Result<()> {
    session.server.let_it_be_kept();
    session.open(&format!("{PAGE}?search=future")).await?;
    wait_until_kept(session).await
}

async fn wait_until_kept(session: &Session) -> Result<()> {
    session
        .wait_for("the book to be kept", WAIT_LIMIT, async || {
            let ready = "return document.documentElement.dataset.offline === 'ready'";
            Ok((session.script(ready, vec![]).await? == json!(true)).then_some(()))
        })
        .await
}

/// Every file that is kept, relative to the site.
async fn kept(session: &Session) -> Result<Vec<String>> {
    let list = session
        .async_script(
            "const site = new URL('.', location.href).href;
            const files = [];
            for (const name of await caches.keys()) {
                for (const { url } of await (await caches.open(name)).keys()) files.push(url.replace(site, ''));
            }
            return files;",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(list)?)
}

/// Takes the network away.
async fn cut(session: &Session) -> Result<()> {
    session.allow_console("ERR_CONNECTION_REFUSED");
    session.server.stop().await
}

async fn text(session: &Session) -> Result<String> {
    let text = session.script("return document.body?.innerText ?? ''", vec![]);
    Ok(text.await?.as_str().unwrap_or_default().to_owned())
}

/// Changes a site as the next edition would: other words, so another search index, and a module under another name.
fn publish(folder: &Path) -> Result<()> {
    let site = Site::in_folder(folder)?;
    let files = site.files()?;
    let index = files.iter().find(|file| file.starts_with("searchindex-"));
    let index = index.context("the site has a search index")?;
    let wasm = site.example("freeze")?.wasm.clone();
    let renames = [
        (index.as_str(), "searchindex-00000000.js"),
        (wasm.as_str(), "wasm/freeze-0000000000.wasm"),
    ];
    for (old, new) in renames {
        fs::rename(folder.join(old), folder.join(new))?;
    }
    for page in site
        .pages()?
        .iter()
        .map(String::as_str)
        .chain(["examples.json"])
    {
        let mut text = String::from_utf8(site.read(page)?)?;
        for (old, new) in renames {
            text = text.replace(old, new);
        }
        text = text.replace("<main>", "<main><p>Second edition</p>");
        fs::write(folder.join(page), text)?;
    }
    Ok(())
}
