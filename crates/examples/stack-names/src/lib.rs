//! An error four calls deep: whose names are still in the stack?

use experiment::{Result, Run, error};
use futures_channel::oneshot;
use futures_util::future::{FutureExt, LocalBoxFuture};
use gloo_timers::future::TimeoutFuture;
use std::hint::black_box;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: f64 }
    async calls;
    async awaits_js;
    async awaits;
    async a_task;
    async a_named_task;
}

#[wasm_bindgen(module = "/src/kitchen.js")]
extern "C" {
    #[wasm_bindgen(js_name = where)]
    fn stack() -> String;
    #[wasm_bindgen(js_name = dinner)]
    fn dinner_js(ms: f64) -> js_sys::Promise;
}

/// One calls the next, and the last has to say where it is.
const NAMES: [&str; 4] = ["dinner", "soup", "stock", "fire"];

/// How often the error is made before it counts.
const WARM: u32 = 40;

/// A chain of plain calls.
mod called {
    use super::{black_box, stack};

    #[inline(never)]
    pub fn dinner() -> String {
        black_box(soup())
    }

    #[inline(never)]
    fn soup() -> String {
        black_box(stock())
    }

    #[inline(never)]
    fn stock() -> String {
        black_box(fire())
    }

    #[inline(never)]
    fn fire() -> String {
        black_box(stack())
    }
}

/// The same as async functions; the last one waits before it says where it is.
mod awaited {
    use super::{TimeoutFuture, apart, stack};

    pub async fn dinner(ms: u32) -> String {
        apart(soup(ms)).await
    }

    async fn soup(ms: u32) -> String {
        apart(stock(ms)).await
    }

    async fn stock(ms: u32) -> String {
        apart(fire(ms)).await
    }

    pub async fn fire(ms: u32) -> String {
        TimeoutFuture::new(ms).await;
        stack()
    }
}

/// The same, but the last one is spawned as a task of its own.
mod handed_over {
    use super::{apart, awaited, in_a_task};

    pub async fn dinner(ms: u32) -> String {
        apart(soup(ms)).await
    }

    async fn soup(ms: u32) -> String {
        apart(stock(ms)).await
    }

    async fn stock(ms: u32) -> String {
        in_a_task(awaited::fire(ms)).await
    }
}

/// The same, and each says for whom it works; the task is told, and says so with its error.
mod named {
    use super::{apart, awaited, in_a_task};

    pub async fn dinner(ms: u32) -> String {
        apart(soup(ms, " for dinner".to_owned())).await
    }

    async fn soup(ms: u32, whom: String) -> String {
        apart(stock(ms, [" for soup", &whom].concat())).await
    }

    async fn stock(ms: u32, whom: String) -> String {
        let task = async move {
            let stack = apart(awaited::fire(ms)).await;
            ["a task for stock", &whom, "\n", &stack].concat()
        };
        in_a_task(task).await
    }
}

/// Keeps the compiler from making one function of two futures: it would have one name.
fn apart(future: impl Future<Output = String> + 'static) -> LocalBoxFuture<'static, String> {
    black_box(future.boxed_local())
}

/// Spawns a future, and awaits its result.
async fn in_a_task(future: impl Future<Output = String> + 'static) -> String {
    let (sender, receiver) = oneshot::channel();
    spawn_local(async move {
        // The caller may have gone.
        let _ = sender.send(apart(future).await);
    });
    receiver.await.unwrap_or_default()
}

async fn calls(run: Run, params: Params) -> Result {
    stacks(run, params, async |ms| {
        TimeoutFuture::new(ms).await;
        called::dinner()
    })
    .await
}

async fn awaits_js(run: Run, params: Params) -> Result {
    let stack = JsFuture::from(dinner_js(params.ms)).await?;
    let stack = stack.as_string();
    found(
        &run,
        &stack.ok_or_else(|| error("An error of this browser has no stack."))?,
    );
    Ok(())
}

async fn awaits(run: Run, params: Params) -> Result {
    stacks(run, params, async |ms| apart(awaited::dinner(ms)).await).await
}

async fn a_task(run: Run, params: Params) -> Result {
    stacks(run, params, async |ms| apart(handed_over::dinner(ms)).await).await
}

async fn a_named_task(run: Run, params: Params) -> Result {
    stacks(run, params, async |ms| apart(named::dinner(ms)).await).await
}

/// Has the error made often, and looks at the last one: WebKit leaves names out for as long as it interprets the code.
async fn stacks(run: Run, params: Params, stack: impl AsyncFn(u32) -> String) -> Result {
    for _ in 0..WARM {
        drop(stack(1).await);
    }
    found(&run, &stack(params.ms as u32).await);
    Ok(())
}

/// Looks for the four in a stack, and shows the functions among which they are.
fn found(run: &Run, stack: &str) {
    let functions = stack
        .lines()
        .filter_map(|line| line.split(['(', '@']).next());
    let named = |function: &&str| NAMES.iter().any(|name| function.contains(name));
    let shown: Vec<&str> = functions.map(str::trim).filter(named).collect();
    run.output().set_text_content(Some(&shown.join(" ← ")));
    let names = NAMES
        .iter()
        .filter(|name| shown.iter().any(|function| function.contains(*name)));
    run.measure("names", names.count() as f64);
}
