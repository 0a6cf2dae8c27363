//! The reply source and the blocking wait: real requests on a site of plain files, and a sentence where there are none.

use anyhow::{Context, Result, ensure};
use e2e::{Fault, Feature, Session, run_on, two_of_three};
use serde_json::{Value, json};

use crate::broken_variants::one_variant;
use crate::misbehaviour::{run, run_measured, site};
use crate::{ensure_outcome, ensure_worker_is_missed};

e2e::tests! {
    Shared:
        replies_come_when_they_should_and_a_blocking_wait_holds_the_page
        replies_with_a_variant_broken_is_unexpected
        without_a_service_worker_replies_are_unmeasurable_and_the_page_works
        the_source_leaves_every_other_request_alone
        a_bad_parameter_is_a_reply_that_names_it
        a_seed_repeats_jitter_and_failure
        a_script_of_the_page_is_replied_to_by_one_that_does_nothing
}

const SLUG: &str = "replies";
const PAGE: &str = "replies.html";
const WORKER: &str = "service-worker.js";

/// After how long a request that hangs is given up, in milliseconds.
const GIVE_UP: f64 = 200.0;

/// How long a reply and a wait take unless the reader chooses otherwise, in milliseconds.
const REPLY: f64 = 300.0;
const WAIT: f64 = 500.0;

fn replies_come_when_they_should_and_a_blocking_wait_holds_the_page() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        let (report, span) = session.panel(SLUG).run().await?;
        ensure_outcome(&report, "as-expected")?;

        let one = report.median("one", "took")?;
        ensure!((REPLY..2.0 * REPLY).contains(&one), "one took {one:.0} ms");
        let others = report.median("at once", "others")?;
        ensure!(others >= 10.0, "only {others} others were open at once");

        // Differences of the clock's readings are not exact in their last digit.
        for variant in ["dropped", "kept"] {
            let took = report.median(variant, "took")?.round();
            ensure!(took >= GIVE_UP, "`{variant}` was over after {took:.0} ms");
        }
        for variant in ["blocking", "awaited", "elsewhere"] {
            let took = report.median(variant, "took")?.round();
            ensure!(took >= WAIT, "`{variant}` took {took:.0} ms");
        }
        for variant in ["blocking", "elsewhere"] {
            let requests = report.median(variant, "requests")?;
            ensure!(requests >= 2.0, "`{variant}` took {requests} requests");
        }
        let felt = session.beat(span).await?.lateness;
        ensure!(felt >= 0.8 * WAIT, "the page was held for {felt:.0} ms");
        Ok(())
    });
}

fn replies_with_a_variant_broken_is_unexpected() {
    run_on(site(), &[Feature::ManyRuns], async |session| {
        two_of_three(async || one_variant(session, SLUG).await).await
    });
}

fn without_a_service_worker_replies_are_unmeasurable_and_the_page_works() {
    run(async |session| {
        session.server.break_file(WORKER, Fault::Missing);
        // The browser's own lines about the file that this test takes away.
        session.allow_console(WORKER);
        session.allow_console("when fetching the script");
        session.open(PAGE).await?;
        let panel = session.panel(SLUG);
        let (report, _) = panel.run().await?;
        ensure!(
            panel.outcome().await?.as_deref() == Some("unmeasurable"),
            "{:#?}",
            report.findings
        );
        ensure_worker_is_missed(&report)?;
        let (report, _) = panel.run_variant("blocking").await?;
        let hold = report.median("blocking", "stall")?;
        ensure!(hold >= 0.8 * WAIT, "the page was held for {hold:.0} ms");
        session.panel("faults").run_variant("fine").await?;
        Ok(())
    });
}

fn the_source_leaves_every_other_request_alone() {
    run(async |session| {
        connect(session).await?;
        // Nothing is there, and nothing can be sent there; the browser says so.
        session.allow_console("Failed to load resource");
        session.server.break_file("chapter/reply/", Fault::Missing);
        let seen = session.server.requested().len();
        session
            .async_script(
                "await fetch('toc.html', { cache: 'no-store' });
                await fetch('chapter/reply/?ms=0');
                await fetch('reply/?ms=1');
                await fetch('reply/?ms=2', { method: 'POST' });",
                vec![],
            )
            .await?;
        let requested = session.server.requested().split_off(seen);
        ensure!(
            requested == ["toc.html", "chapter/reply/", "reply/"],
            "the server was asked for {requested:?}"
        );
        Ok(())
    });
}

fn a_bad_parameter_is_a_reply_that_names_it() {
    run(async |session| {
        connect(session).await?;
        for (query, named) in [
            ("ms=abc", "ms"),
            ("ms=", "ms"),
            ("ms=-1", "ms"),
            ("jitter=1e9", "jitter"),
            ("fail=2", "fail"),
            ("toString=1", "toString"),
        ] {
            let reply = reply(session, query).await?;
            let why = reply["why"].as_str().unwrap_or_default();
            ensure!(why.contains(named), "{query} is replied to by {reply}");
        }
        Ok(())
    });
}

fn a_seed_repeats_jitter_and_failure() {
    run(async |session| {
        connect(session).await?;
        let mut waits = Vec::new();
        let mut failures = 0;
        for seed in 1..=20 {
            let query = format!("jitter=10&fail=0.5&seed={seed}");
            let first = reply(session, &query).await?;
            let again = reply(session, &query).await?;
            ensure!(first == again, "{query}: {first}, then {again}");
            let ms = first["ms"].as_f64().context("the wait is a number")?;
            ensure!((0.0..10.0).contains(&ms), "{query} waits {ms} ms");
            waits.push(ms);
            failures += u32::from(!first["why"].is_null());
        }
        waits.sort_by(f64::total_cmp);
        waits.dedup();
        ensure!(waits.len() == 20, "seeds share a wait: {waits:?}");
        ensure!((5..=15).contains(&failures), "{failures} of 20 failed");
        Ok(())
    });
}

fn a_script_of_the_page_is_replied_to_by_one_that_does_nothing() {
    run(async |session| {
        connect(session).await?;
        // One that is no script would be an error in the console.
        let took = session
            .async_script(
                "const begin = performance.now();
                const script = document.createElement('script');
                const settled = new Promise((resolve) => (script.onload = script.onerror = resolve));
                script.src = 'reply/?ms=100';
                document.head.append(script);
                const { type } = await settled;
                return { type, ms: performance.now() - begin };",
                vec![],
            )
            .await?;
        ensure!(took["type"] == "load", "it came to {took}");
        ensure!(took["ms"].as_f64() >= Some(99.0), "it came to {took}");
        Ok(())
    });
}

/// Opens the page and lets it connect with the source.
async fn connect(session: &Session) -> Result<()> {
    session.open(PAGE).await?;
    session.panel(SLUG).run_variant("one").await?;
    Ok(())
}

/// Asks the source as any script of the page can; its status is always 200.
async fn reply(session: &Session, query: &str) -> Result<Value> {
    let reply = session
        .async_script(
            "const response = await fetch(`reply/?${arguments[0]}`);
            return { status: response.status, ...(await response.json()) };",
            vec![json!(query)],
        )
        .await?;
    ensure!(reply["status"] == 200, "{query} is replied to by {reply}");
    Ok(reply)
}
