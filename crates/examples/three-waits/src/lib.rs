//! Three waits, and six ways of writing them.

use experiment::{Result, Run, error, task};
use futures_channel::oneshot;
use futures_util::future::join3;
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: u32 }
    async in_a_row;
    async joined;
    async made_first;
    async made_first_hot;
    async made_first_js;
    async spawned_first;
}

#[wasm_bindgen(module = "/src/waits.js")]
extern "C" {
    /// The same in JavaScript: made first, then awaited.
    fn made_first_in_js(ms: u32) -> Promise;
}

/// One wait. Calling this function starts nothing.
async fn wait(ms: u32) {
    TimeoutFuture::new(ms).await;
}

/// Awaits each wait before the next one is made.
async fn in_a_row(run: Run, params: Params) -> Result {
    let ms = params.ms;
    task(&run, "first", wait(ms)).await;
    task(&run, "second", wait(ms)).await;
    task(&run, "third", wait(ms)).await;
    Ok(())
}

/// Awaits all three together.
async fn joined(run: Run, params: Params) -> Result {
    let ms = params.ms;
    join3(
        task(&run, "first", wait(ms)),
        task(&run, "second", wait(ms)),
        task(&run, "third", wait(ms)),
    )
    .await;
    Ok(())
}

/// Makes three futures, and awaits them sequentially: each starts when it is first polled.
async fn made_first(run: Run, params: Params) -> Result {
    let ms = params.ms;
    let first = task(&run, "first", wait(ms));
    let second = task(&run, "second", wait(ms));
    let third = task(&run, "third", wait(ms));
    first.await;
    second.await;
    third.await;
    Ok(())
}

/// Makes three timers, which run from the moment they are made, and awaits them sequentially.
async fn made_first_hot(run: Run, params: Params) -> Result {
    let ms = params.ms;
    let first = task(&run, "first", TimeoutFuture::new(ms));
    let second = task(&run, "second", TimeoutFuture::new(ms));
    let third = task(&run, "third", TimeoutFuture::new(ms));
    first.await;
    second.await;
    third.await;
    Ok(())
}

/// Makes three promises in JavaScript, and awaits them sequentially over there.
async fn made_first_js(_: Run, params: Params) -> Result {
    JsFuture::from(made_first_in_js(params.ms)).await?;
    Ok(())
}

/// Spawns three futures, and awaits their results sequentially.
async fn spawned_first(run: Run, params: Params) -> Result {
    let ms = params.ms;
    let first = spawn(task(&run, "first", wait(ms)));
    let second = spawn(task(&run, "second", wait(ms)));
    let third = spawn(task(&run, "third", wait(ms)));
    for result in [first, second, third] {
        result.await.map_err(|_| error("A task was dropped."))?;
    }
    Ok(())
}

/// Spawns a future: the executor polls it from now on, whether or not the result is awaited.
fn spawn(future: impl Future<Output = ()> + 'static) -> oneshot::Receiver<()> {
    let (done, result) = oneshot::channel();
    spawn_local(async {
        future.await;
        // The receiver is gone if the reader has pressed Stop.
        let _ = done.send(());
    });
    result
}
