//! What one click starts, in JavaScript and in Rust: in which order is it done, and does anything come in between?

pub mod notes;

use experiment::{Promise, Result, Run, blocking, yielding};
use gloo_timers::future::TimeoutFuture;
use notes::Notes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: f64 }
    async javascript;
    async rust;
    async a_loop_that_awaits;
}

#[wasm_bindgen(module = "/src/click.js")]
extern "C" {
    fn click(url: &str, ms: f64, note: &Closure<dyn FnMut(String)>) -> Promise;
    fn head(url: &str) -> Promise;
}

/// How long a piece of the loop that awaits is, in milliseconds.
const SLICE: f64 = 5.0;

/// The click's function in JavaScript.
async fn javascript(run: Run, params: Params) -> Result {
    let notes = Rc::new(RefCell::new(Notes::default()));
    let note = Closure::new({
        let notes = Rc::clone(&notes);
        move |what: String| notes.borrow_mut().add(&what)
    });
    JsFuture::from(click(&run.site(), params.ms, &note)).await?;
    report(&run, &notes)
}

/// The same in Rust.
async fn rust(run: Run, params: Params) -> Result {
    let notes = begin(&run);
    note(&notes, "sum");
    note(&notes, "loop begins");
    blocking::spin(params.ms);
    note(&notes, "loop ends");
    all_done(&notes).await;
    report(&run, &notes)
}

/// The same in Rust, with a loop that yields again and again.
async fn a_loop_that_awaits(run: Run, params: Params) -> Result {
    let notes = begin(&run);
    note(&notes, "sum");
    note(&notes, "loop begins");
    // Counted, because a busy machine gives fewer turns in a given time.
    for _ in 0..(params.ms / SLICE) as u32 {
        blocking::spin(SLICE);
        yielding::yield_now().await;
    }
    note(&notes, "loop ends");
    all_done(&notes).await;
    report(&run, &notes)
}

/// Starts a request, a timer and a microtask, each of which notes when it is done.
fn begin(run: &Run) -> Rc<RefCell<Notes>> {
    let notes = Rc::new(RefCell::new(Notes::default()));
    let done = |what: &'static str| {
        let notes = Rc::clone(&notes);
        move || note(&notes, what)
    };
    let (reply, timer, microtask) = (done("reply"), done("timer"), done("microtask"));
    let request = JsFuture::from(head(&run.site()));
    spawn_local(async move {
        // A reply that says no is a reply.
        let _ = request.await;
        reply();
    });
    gloo_timers::callback::Timeout::new(0, timer).forget();
    spawn_local(async move { microtask() });
    notes
}

fn note(notes: &RefCell<Notes>, what: &str) {
    notes.borrow_mut().add(what);
}

/// Waits until all that was begun is done.
async fn all_done(notes: &RefCell<Notes>) {
    while notes.borrow().done() < 3 {
        TimeoutFuture::new(10).await;
    }
}

fn report(run: &Run, notes: &RefCell<Notes>) -> Result {
    let notes = notes.borrow();
    run.output().set_text_content(Some(&notes.text()));
    run.measure("interrupted", notes.inside().into());
    run.measure("early", notes.early().into());
    run.measure("swapped", f64::from(u8::from(notes.swapped())));
    Ok(())
}
