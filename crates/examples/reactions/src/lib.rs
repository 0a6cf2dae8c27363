//! Events come faster than a handler is done with them: one handler blocks, the other awaits.

use experiment::worker::Worker;
use experiment::{Promise, Result, Run, blocking, clock, job, row, task};
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

experiment::variants! {
    params { ms: f64 }
    async the_handler_blocks;
    async the_handler_awaits;
}

/// How many events come, and how long after each other, in milliseconds.
const EVENTS: u32 = 12;
const EVERY: f64 = 20.0;

#[wasm_bindgen(module = "/src/events.js")]
extern "C" {
    fn channel() -> String;
    fn send(count: u32, every: f64, name: &str) -> Promise;

    type Listening;

    #[wasm_bindgen(constructor)]
    fn new(count: u32, react: &Closure<dyn FnMut(f64)>, name: &str) -> Listening;

    #[wasm_bindgen(method, getter)]
    fn all(this: &Listening) -> Promise;

    #[wasm_bindgen(method)]
    fn close(this: &Listening);
}

/// Listens for the events until it is dropped.
struct Listener(Listening);

impl Drop for Listener {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Reacts by a call that waits for its answer.
async fn the_handler_blocks(run: Run, params: Params) -> Result {
    let events = row(&run, "events");
    watch(&run, move || events.enter(|| blocking::spin(params.ms))).await
}

/// Reacts by a task that waits for its answer.
async fn the_handler_awaits(run: Run, params: Params) -> Result {
    let own = run.clone();
    watch(&run, move || {
        spawn_local(task(&own, "event", TimeoutFuture::new(params.ms as u32)));
    })
    .await?;
    // The last answers are still to come.
    TimeoutFuture::new(params.ms as u32 + 20).await;
    Ok(())
}

/// Has a worker send the events, and notes how long after its sending each was reacted to.
async fn watch(run: &Run, mut react: impl FnMut() + 'static) -> Result {
    let worker = Worker::ready().await?;
    // Another tab of this book must not be heard.
    let name = channel();
    // When each was sent, and when its handler began.
    let noted = Rc::new(RefCell::new(Vec::<[f64; 2]>::new()));
    let reacting = Closure::new({
        let noted = Rc::clone(&noted);
        move |delay: f64| {
            let now = clock::now();
            noted.borrow_mut().push([now - delay, now]);
            react();
        }
    });
    let listener = Listener(Listening::new(EVENTS, &reacting, &name));
    let sending = worker.begin(&job!(twelve_events(EVENTS, EVERY, &name)))?;
    JsFuture::from(listener.0.all()).await?;
    sending.await?;
    let noted = noted.borrow();
    run.measure(
        "first",
        noted.first().map_or(f64::NAN, |[sent, begun]| begun - sent),
    );
    run.measure(
        "last",
        noted.last().map_or(f64::NAN, |[sent, begun]| begun - sent),
    );
    run.measure("backlog", backlog(&noted).into());
    Ok(())
}

/// How many events had been sent and not been reacted to, at most.
fn backlog(noted: &[[f64; 2]]) -> u32 {
    let mut most = 0;
    for (nth, [_, begun]) in noted.iter().enumerate() {
        let waiting = noted[nth..].iter().filter(|[sent, _]| sent <= begun);
        most = most.max(waiting.map(|_| 1).sum());
    }
    most
}

/// What the worker is asked for.
#[wasm_bindgen]
pub fn twelve_events(count: u32, every: f64, name: &str) -> Promise {
    send(count, every, name)
}
