//! What a page asks for at the same time: for itself, and for ten pictures.

pub mod stretches;

use experiment::{Promise, Result, Run, clock, unmeasurable, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use stretches::{inversions, most_at_once};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { pictures: u32 }
    async this_page;
    async all_at_once;
    async one_after_another;
}

/// How many files of this page must have been asked for to tell how many were at the same time.
const FEWEST: usize = 6;

#[wasm_bindgen(module = "/src/pictures.js")]
extern "C" {
    #[wasm_bindgen(js_name = filesOfThePage)]
    fn files_of_the_page() -> Vec<f64>;
    #[wasm_bindgen(js_name = picturesSince)]
    fn pictures_since(since: f64) -> Vec<f64>;
    #[wasm_bindgen(js_name = makeRoom)]
    fn make_room();
    fn picture(site: &str, nth: u32) -> Promise;
}

/// Reads what the browser has written down while this very page loaded.
async fn this_page(run: Run, _: Params) -> Result {
    let files = files_of_the_page();
    // Begin and end of each.
    if files.len() / 2 < FEWEST {
        return Err(unmeasurable(
            "Your browser took nearly all files of this page from its own cache, so it did not have to ask for them. Load the page again without the cache (Ctrl and F5, or Command, Shift and R), and then run it.",
        ));
    }
    report(&run, &files)
}

/// Asks for all pictures, and then waits for all.
async fn all_at_once(run: Run, params: Params) -> Result {
    make_room();
    let begin = clock::now();
    let site = run.site();
    let mut coming: FuturesUnordered<LocalBoxFuture<'_, Result>> = (0..params.pictures)
        .map(|nth| {
            let picture = JsFuture::from(picture(&site, nth));
            async { picture.await.map(drop) }.boxed_local()
        })
        .collect();
    while let Some(came) = coming.next().await {
        came?;
    }
    // The browser writes an entry down a moment after its picture is there.
    yielding::timer().await;
    report(&run, &pictures_since(begin))
}

/// Asks for each picture when the one before it is there.
async fn one_after_another(run: Run, params: Params) -> Result {
    make_room();
    let begin = clock::now();
    for nth in 0..params.pictures {
        JsFuture::from(picture(&run.site(), nth)).await?;
    }
    yielding::timer().await;
    report(&run, &pictures_since(begin))
}

fn report(run: &Run, asked: &[f64]) -> Result {
    let stretches = stretches::pairs(asked);
    if stretches.is_empty() {
        return Err(unmeasurable(
            "This browser has written down nothing of what the page asked for.",
        ));
    }
    run.measure("asked", stretches.len() as f64);
    run.measure("at_once", most_at_once(&stretches).into());
    run.measure("inversions", inversions(&stretches).into());
    Ok(())
}
