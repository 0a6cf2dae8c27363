//! The same ideas in JavaScript, in Rust and, recorded, in Python; and whether work begins before it is awaited.

pub mod said;

mod ideas;

use experiment::{Promise, Result, Run, clock};
use futures_channel::oneshot;
use gloo_timers::future::TimeoutFuture;
use said::{RECORDED, as_expected, begun_unasked};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: f64 }
    async javascript;
    async rust;
    async rust_spawned;
    sync python_recorded;
}

#[wasm_bindgen(module = "/src/ideas.js")]
extern "C" {
    #[wasm_bindgen(js_name = ideas)]
    fn ideas_js() -> Promise;
    #[wasm_bindgen(js_name = work)]
    fn work_js(ms: f64, begun: &Closure<dyn FnMut()>) -> Promise;
}

/// An async function of JavaScript, called, left alone for a while, and awaited.
async fn javascript(run: Run, params: Params) -> Result {
    let said = JsFuture::from(ideas_js()).await?;
    show(&run, &said.as_string().unwrap_or_default());
    let begun = Rc::new(Cell::new(false));
    let begins = Closure::new({
        let begun = Rc::clone(&begun);
        move || begun.set(true)
    });
    let begin = clock::now();
    let working = work_js(params.ms, &begins);
    pause(&run, params, &begun).await;
    JsFuture::from(working).await?;
    run.measure("took", clock::now() - begin);
    Ok(())
}

/// An async function of Rust, called, left alone for a while, and awaited.
async fn rust(run: Run, params: Params) -> Result {
    show(&run, &ideas::ideas().await);
    let begun = Rc::new(Cell::new(false));
    let begin = clock::now();
    let working = ideas::work(params.ms as u32, Rc::clone(&begun));
    pause(&run, params, &begun).await;
    working.await;
    run.measure("took", clock::now() - begin);
    Ok(())
}

/// The same, spawned as a task of its own immediately.
async fn rust_spawned(run: Run, params: Params) -> Result {
    let begun = Rc::new(Cell::new(false));
    let begin = clock::now();
    let (done, working) = oneshot::channel();
    let work = ideas::work(params.ms as u32, Rc::clone(&begun));
    spawn_local(async move {
        work.await;
        // The caller may have gone.
        let _ = done.send(());
    });
    pause(&run, params, &begun).await;
    let _ = working.await;
    run.measure("took", clock::now() - begin);
    Ok(())
}

/// What CPython did, from the recording.
fn python_recorded(run: Run, _: Params) -> Result {
    show(&run, RECORDED);
    let begun = begun_unasked(RECORDED);
    run.measure("begun", f64::from(u8::from(begun)));
    Ok(())
}

/// Does something else, and then looks whether the work has begun.
async fn pause(run: &Run, params: Params, begun: &Cell<bool>) {
    TimeoutFuture::new((params.ms * 2.0 / 3.0) as u32).await;
    run.measure("begun", f64::from(u8::from(begun.get())));
}

/// Writes what each idea did into the page, and measures how many did what was expected.
fn show(run: &Run, said: &str) {
    let lines: Vec<&str> = said.lines().collect();
    run.output().set_text_content(Some(&lines.join("; ")));
    run.measure("ideas", as_expected(said).into());
}
