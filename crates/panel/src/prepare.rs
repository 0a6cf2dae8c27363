//! The first phase of a run: cores are counted where they matter, and the example gets ready.

use crate::handle::Handle;
use crate::page::{Example, Page, sentence};
use crate::request::Request;
use crate::watcher;
use crate::witness::now;
use js_sys::Date;
use wasm_bindgen::prelude::*;

/// How long the example may take to get ready, in milliseconds.
const LONGEST: u32 = 10_000;

/// How many steps of the clock are looked at, and for how long at most, in milliseconds: a browser that hides the time may count in tenths of a second.
const STEPS: u32 = 20;
const LONGEST_STEP: f64 = 150.0;

/// How many workers spin at most when cores are counted, whatever the browser states.
const MOST_CORES: u32 = 16;

/// What is known before the first variant.
pub struct Prepared {
    /// When the run began, in milliseconds since 1970.
    pub date: f64,
    /// What the browser calls itself.
    pub user_agent: String,
    /// The number of cores that the browser states.
    pub stated_cores: f64,
    /// The step of the page's clock, in milliseconds.
    pub clock_step: f64,
    /// How many workers this machine runs at once, if that was counted.
    pub cores: Option<f64>,
    /// Why the example cannot run here at all, if it says so.
    pub unmeasurable: Option<String>,
}

/// Counts cores, and has the example get ready.
pub async fn prepare(
    request: &Request,
    example: &Example,
    page: &Page,
) -> Result<Prepared, JsValue> {
    page.status("Getting ready.");
    let window = web_sys::window().ok_or_else(|| sentence("There is no window."))?;
    let navigator = window.navigator();
    let date = Date::now();
    let cores = count_cores(request.declaration.cores).await;
    page.go_on()?;
    let handle = Handle::new(page, cores, (0.0, 0.0))?;
    let ready = example.prepare(request.settings.clone(), &handle.object)?;
    let ready = handle.end_of(ready, LONGEST).await;
    let unmeasurable = ready.inspect_err(|_| handle.abandon(example))?;
    Ok(Prepared {
        date,
        user_agent: navigator.user_agent().unwrap_or_default(),
        stated_cores: navigator.hardware_concurrency(),
        clock_step: CLOCK_STEP.with(|step| *step),
        cores,
        unmeasurable,
    })
}

thread_local! {
    /// The smallest distance between two readings of the clock that differ, in milliseconds: found once for the page, because a coarse clock makes the search long.
    static CLOCK_STEP: f64 = clock_step();
}

fn clock_step() -> f64 {
    let begin = now();
    let (mut last, mut step) = (begin, f64::INFINITY);
    for _ in 0..STEPS {
        let mut next = now();
        while next == last && next - begin < LONGEST_STEP {
            next = now();
        }
        step = step.min(next - last);
        last = next;
        if last - begin >= LONGEST_STEP {
            break;
        }
    }
    step
}

/// Counts how many workers this machine runs at once, if an example wants so many at least.
pub async fn count_cores(wanted: u32) -> Option<f64> {
    let stated = web_sys::window()?.navigator().hardware_concurrency();
    match wanted {
        0 => None,
        wanted => watcher::cores(wanted.max((stated as u32).min(MOST_CORES))).await,
    }
}
