//! Pages whose browser lacks something: WebAssembly, storage, room, or the worker that watches.

use anyhow::{Context, ensure};
use e2e::{Fault, Feature, run, run_with};

use crate::bad_input::fails;
use crate::{ensure_outcome, ensure_worker_is_missed};

e2e::tests! {
    Shared:
        without_webassembly_a_panel_says_so_and_shows_a_recorded_run
        without_storage_the_book_runs_and_what_needs_a_service_worker_says_so
        without_room_an_order_is_refused_aloud_and_the_page_goes_on
        without_the_worker_that_watches_a_panel_runs_all_the_same
}

fn without_webassembly_a_panel_says_so_and_shows_a_recorded_run() {
    run_with(&[Feature::NoWebAssembly], async |session| {
        session.open("index.html").await?;
        let panel = session.panel("freeze");
        fails(&panel).await?;
        let alerts = panel.alerts().await?;
        ensure!(
            alerts
                .iter()
                .any(|alert| alert.contains("WebAssembly is switched off")
                    && alert.contains("Allow it for this site")),
            "it says {alerts:?}"
        );
        Ok(())
    });
}

fn without_storage_the_book_runs_and_what_needs_a_service_worker_says_so() {
    run_with(&[Feature::NoStorage], async |session| {
        session.open("index.html?freeze.ms=200").await?;
        // What stands in for the storage takes everything and keeps nothing.
        let kept = "localStorage.setItem('a', 'b'); return localStorage.getItem('a');";
        let kept = session.script(kept, vec![]).await?;
        ensure!(kept.is_null(), "the browser keeps {kept}");
        session.panel("freeze").run().await?;
        let example = session.site.example("metrics")?;
        session.open(&example.page).await?;
        let (report, _) = session.panel("metrics").run().await?;
        ensure_outcome(&report, "unmeasurable")?;
        ensure_worker_is_missed(&report)?;
        let example = session.site.example("lasting")?;
        session.open(&example.page).await?;
        let (report, _) = session.panel("lasting").run().await?;
        ensure_outcome(&report, "unmeasurable")
    });
}

fn without_room_an_order_is_refused_aloud_and_the_page_goes_on() {
    run_with(&[Feature::FullStorage], async |session| {
        let page = &session.site.example("lasting")?.page;
        session.open(page).await?;
        session.fill_storage().await?;
        let panel = session.panel("lasting");
        panel.press("Run stored, queue ended too").await?;
        panel.wait_state(&["failed"]).await?;
        let alerts = panel.alerts().await?;
        ensure!(alerts[0].contains("Quota"), "{alerts:?}");
        session
            .panel("pipeline")
            .run_variant("bounded at two")
            .await?;
        Ok(())
    });
}

fn without_the_worker_that_watches_a_panel_runs_all_the_same() {
    run(async |session| {
        session.open("index.html?freeze.ms=200").await?;
        session.panel("freeze").run().await?;
        let fetched = session.server.requested();
        let watcher = fetched
            .iter()
            .find(|path| path.ends_with("watcher.js"))
            .context("no worker watches")?
            .clone();
        session.server.break_file(&watcher, Fault::Missing);
        session.allow_console("watcher.js");
        session.open("index.html?freeze.ms=200").await?;
        let (report, _) = session.panel("freeze").run().await?;
        ensure_outcome(&report, "as-expected")?;
        Ok(())
    });
}
