//! Eight failures, and four that might be told of them.

use experiment::worker::Worker;
use experiment::{Promise, Result, Run, job};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: f64 }
    async thrown;
    async rejected;
    async caught_and_forgotten;
    async err_dropped;
    async err_awaited;
    async chain;
    async panic_awaited;
    async panic_forgotten;
}

#[wasm_bindgen(module = "/src/ears.js")]
extern "C" {
    fn listen() -> Function;
    #[wasm_bindgen(catch, js_name = throwLater)]
    fn throw_later() -> Result<()>;
    #[wasm_bindgen(catch, js_name = rejectLater)]
    fn reject_later() -> Result<()>;
    #[wasm_bindgen(js_name = catchAndForget)]
    fn catch_and_forget() -> Promise;
}

/// Why a step is not done.
struct Failed;

async fn fails(ms: f64) -> std::result::Result<(), Failed> {
    TimeoutFuture::new(ms as u32).await;
    Err(Failed)
}

async fn thrown(run: Run, params: Params) -> Result {
    hear(run, params, async |_| Ok(throw_later().is_err())).await
}

async fn rejected(run: Run, params: Params) -> Result {
    hear(run, params, async |_| Ok(reject_later().is_err())).await
}

async fn caught_and_forgotten(run: Run, params: Params) -> Result {
    hear(run, params, async |_| {
        Ok(JsFuture::from(catch_and_forget()).await.is_err())
    })
    .await
}

/// Spawns a future that fails; the executor has no use for its result.
async fn err_dropped(run: Run, params: Params) -> Result {
    hear(run, params, async |_| {
        spawn_local(async move {
            let _ = fails(params.ms).await;
        });
        // The executor has returned nothing that could be asked.
        Ok(false)
    })
    .await
}

/// The same, awaited.
async fn err_awaited(run: Run, params: Params) -> Result {
    hear(run, params, async |_| Ok(fails(params.ms).await.is_err())).await
}

/// Two steps, of which the second needs the first.
async fn chain(run: Run, params: Params) -> Result {
    let second = Rc::new(Cell::new(0.0));
    let steps = {
        let second = Rc::clone(&second);
        async move || {
            fails(params.ms).await?;
            second.set(1.0);
            std::result::Result::<(), Failed>::Ok(())
        }
    };
    let told = run.clone();
    hear(run, params, async |_| Ok(steps().await.is_err())).await?;
    told.measure("second", second.get());
    Ok(())
}

async fn panic_awaited(run: Run, params: Params) -> Result {
    hear(run, params, async |worker| {
        Ok(worker.call(job!(fall())).await.is_err())
    })
    .await
}

async fn panic_forgotten(run: Run, params: Params) -> Result {
    hear(run, params, async |worker| {
        drop(worker.begin(&job!(fall()))?);
        // Its result has no way back.
        Ok(false)
    })
    .await
}

/// Lets something fail, and asks all who might have heard of it.
async fn hear(
    run: Run,
    params: Params,
    failure: impl AsyncFnOnce(&Worker) -> Result<bool>,
) -> Result {
    let worker = Worker::ready().await?;
    worker.call(job!(listen_to_panics())).await?;
    let ears = Ears(listen());
    let caller = failure(&worker).await?;
    TimeoutFuture::new(2 * params.ms as u32).await;
    let heard: Array = ears.0.call0(&JsValue::NULL)?.unchecked_into();
    let panics = worker.call(job!(panics())).await?;
    let [errors, rejections] = [0, 1].map(|nth| heard.get(nth).as_f64().unwrap_or_default());
    run.measure("errors", errors);
    run.measure("rejections", rejections);
    run.measure("hook", panics.into());
    run.measure("caller", f64::from(caller));
    Ok(())
}

/// The page's ears; dropped, they hear no more, and what fails later is told by the browser again.
struct Ears(Function);

impl Drop for Ears {
    fn drop(&mut self) {
        // It ends the listening once more, and throws nothing.
        let _ = self.0.call0(&JsValue::NULL);
    }
}

thread_local! {
    static PANICS: Cell<u32> = const { Cell::new(0) };
}

/// What the worker is asked for: to count its panics from now on.
#[wasm_bindgen]
pub fn listen_to_panics() {
    std::panic::set_hook(Box::new(|_| PANICS.set(PANICS.get() + 1)));
}

/// What the worker is asked for: how many panics there were.
#[wasm_bindgen]
pub fn panics() -> u32 {
    PANICS.get()
}

/// What the worker is asked for: to fall over.
#[wasm_bindgen]
pub fn fall() {
    panic!("This worker was asked to fall over.");
}
