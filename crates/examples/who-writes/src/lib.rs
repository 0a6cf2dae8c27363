//! Three pages, whose text is in the HTML or comes from a script; each with a slow script that blocks or is deferred.

use experiment::{Promise, Result, Run, reply_source::Source};
use js_sys::Array;
use wasm_bindgen::{link_to, prelude::*};
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params {}
    async in_the_html;
    async in_the_html_blocked;
    async sync_script;
    async sync_script_blocked;
    async async_script;
    async async_script_blocked;
}

#[wasm_bindgen(module = "/src/frame.js")]
extern "C" {
    fn sent(url: &str) -> Promise;
    fn open(place: &JsValue, url: &str) -> JsValue;
    fn watch(frame: &JsValue) -> Promise;
}

/// The server sends the text.
async fn in_the_html(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/in-the-html.htm")).await
}

/// The same, below a script that blocks.
async fn in_the_html_blocked(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/in-the-html-blocked.htm")).await
}

/// A script writes the text, and the page waits for that script.
async fn sync_script(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/sync-script.htm")).await
}

/// The same, below a script that blocks.
async fn sync_script_blocked(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/sync-script-blocked.htm")).await
}

/// A script writes the text when it comes.
async fn async_script(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/async-script.htm")).await
}

/// The same, below a script that blocks.
async fn async_script_blocked(run: Run, _: Params) -> Result {
    show(&run, &link_to!(module = "/src/async-script-blocked.htm")).await
}

/// Reads a page as it is sent, and shows it in a frame until all of it has loaded.
async fn show(run: &Run, page: &str) -> Result {
    // It answers the slow script.
    Source::connect(run).await?;
    // The pages name this file; it has to be next to them.
    let _ = link_to!(module = "/src/writes.js");
    let sent = JsFuture::from(sent(page)).await?;
    run.measure("raw", number(&sent));

    let frame = open(&run.output(), page);
    let seen: Array = JsFuture::from(watch(&frame)).await?.unchecked_into();
    for (place, measure) in ["there", "shown", "loaded"].iter().enumerate() {
        run.measure(measure, number(&seen.get(place as u32)));
    }
    Ok(())
}

fn number(value: &JsValue) -> f64 {
    value.as_f64().unwrap_or_default()
}
