//! Requests one after another, in the three ways a page has.

use experiment::{Promise, Result, Run, clock, unmeasurable};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { ms: f64 }
    sync flag_synchronous;
    async flag_asynchronous;
    async by_fetch;
}

#[wasm_bindgen(module = "/src/ajax.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn synchronous(url: &str) -> Result<bool>;
    fn asynchronous(url: &str, seen: &Closure<dyn FnMut(bool)>) -> Promise;
    fn fetched(url: &str, seen: &Closure<dyn FnMut(bool)>) -> Promise;
}

/// What is said where no synchronous request is answered.
const REFUSED: &str = "A synchronous request was not answered: the site cannot be reached, or this browser refuses such requests.";

/// Asks with the flag for synchronous requests, until the time is over.
fn flag_synchronous(run: Run, params: Params) -> Result {
    let (site, end) = (run.site(), clock::now() + params.ms);
    let (mut requests, mut seen) = (0, true);
    while clock::now() < end {
        seen &= synchronous(&site).map_err(|_| unmeasurable(REFUSED))?;
        requests += 1;
    }
    report(&run, requests, seen);
    Ok(())
}

/// Asks with the flag for asynchronous requests, one after another.
async fn flag_asynchronous(run: Run, params: Params) -> Result {
    one_after_another(run, params, asynchronous).await
}

/// Asks by `fetch`, one after another.
async fn by_fetch(run: Run, params: Params) -> Result {
    one_after_another(run, params, fetched).await
}

/// Asks once: the closure is told whether the next line sees the reply.
type Ask = fn(&str, &Closure<dyn FnMut(bool)>) -> Promise;

async fn one_after_another(run: Run, params: Params, ask: Ask) -> Result {
    let (site, end) = (run.site(), clock::now() + params.ms);
    let all_seen = Rc::new(Cell::new(true));
    let seen = Closure::new({
        let all_seen = Rc::clone(&all_seen);
        move |replied| all_seen.set(all_seen.get() && replied)
    });
    let mut requests = 0;
    while clock::now() < end {
        JsFuture::from(ask(&site, &seen)).await?;
        requests += 1;
    }
    report(&run, requests, all_seen.get());
    Ok(())
}

fn report(run: &Run, requests: u32, seen: bool) {
    run.measure("requests", requests.into());
    run.measure("seen", f64::from(u8::from(seen)));
}
