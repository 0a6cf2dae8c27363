//! Twelve things that a browser offers: which of them can be waited for by blocking?

use experiment::worker::Worker;
use experiment::{Result, Run, job};
use js_sys::Array;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params {}
    async on_the_page;
    async in_a_worker;
}

#[wasm_bindgen(module = "/src/probe.js")]
extern "C" {
    fn probe(url: &str) -> Array;
}

/// Tries them on the page.
async fn on_the_page(run: Run, _: Params) -> Result {
    report(&run, &probed(&run.site()));
    Ok(())
}

/// Tries them in a worker.
async fn in_a_worker(run: Run, _: Params) -> Result {
    let worker = Worker::start()?;
    let found = worker.call(job!(probed(&run.site()))).await?;
    report(&run, &found);
    Ok(())
}

/// What can block, and what can be had later, where this runs.
#[wasm_bindgen]
pub fn probed(url: &str) -> Array {
    probe(url)
}

fn report(run: &Run, found: &Array) {
    let [blocking, later] = [0, 1].map(|column| found.get(column).unchecked_into::<Array>());
    run.measure("blocking", blocking.length().into());
    run.measure("later", later.length().into());
    let names = blocking.join(", ").as_string().unwrap_or_default();
    run.output()
        .set_text_content(Some(&["can block: ", &names].concat()));
}
