//! May this user come in? The question with its await, and without.

use experiment::{Result, Run};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { users: u32 }
    async js_awaited;
    async js_forgotten;
    async rust_awaited;
    async rust_forgotten;
}

#[wasm_bindgen(module = "/src/door.js")]
extern "C" {
    /// The door in JavaScript; how many were let in, and how many checks were noted.
    fn let_in_js(users: u32, forgotten: bool) -> Promise;
}

/// JavaScript, with its await.
async fn js_awaited(run: Run, params: Params) -> Result {
    in_js(run, params, false).await
}

/// JavaScript, without: what is asked is whether there is a promise, and there is.
async fn js_forgotten(run: Run, params: Params) -> Result {
    in_js(run, params, true).await
}

/// Rust, with its await.
async fn rust_awaited(run: Run, params: Params) -> Result {
    let door = Door::default();
    let mut granted = 0;
    for user in 0..params.users {
        if door.may_enter(user).await {
            granted += 1;
        }
    }
    report(&run, granted, door.noted.get());
    Ok(())
}

/// Rust, without: a future is no `bool`, so the only possible mistake is to drop it.
async fn rust_forgotten(run: Run, params: Params) -> Result {
    let door = Door::default();
    for user in 0..params.users {
        // Without the `drop`, the compiler warns that futures do nothing unless polled.
        drop(door.may_enter(user));
    }
    TimeoutFuture::new(0).await;
    report(&run, 0, door.noted.get());
    Ok(())
}

/// Asks JavaScript.
async fn in_js(run: Run, params: Params, forgotten: bool) -> Result {
    let counted = JsFuture::from(let_in_js(params.users, forgotten)).await?;
    let counted: Array = counted.unchecked_into();
    let number = |place| counted.get(place).as_f64().unwrap_or_default() as u32;
    report(&run, number(0), number(1));
    Ok(())
}

/// A door that lets nobody in, and a count of those who knocked.
#[derive(Default)]
struct Door {
    noted: Cell<u32>,
}

impl Door {
    /// Notes who asks, and says no.
    async fn may_enter(&self, _user: u32) -> bool {
        self.noted.set(self.noted.get() + 1);
        TimeoutFuture::new(0).await;
        false
    }
}

fn report(run: &Run, granted: u32, noted: u32) {
    run.measure("granted", granted.into());
    run.measure("noted", noted.into());
}
