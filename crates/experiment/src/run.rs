//! One variant of an experiment, run once under the eyes of the recorder.

use crate::{Result, clock, error};
use futures_channel::oneshot;
use futures_util::future::FutureExt;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::panic::Location;
use std::pin::{Pin, pin};
use trace::recorder;
use trace::task::{Traced, traced};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// One run of one variant, as the panel offers it to the example.
    #[derive(Clone)]
    pub type Run;

    /// Hands over one figure under a name that the declaration lists.
    #[wasm_bindgen(method)]
    pub fn measure(this: &Run, name: &str, value: f64);

    /// Tells how much is done, from 0 to 1.
    #[wasm_bindgen(method)]
    pub fn progress(this: &Run, done: f64);

    /// The place in the page where a variant may write.
    #[wasm_bindgen(method, getter)]
    pub fn output(this: &Run) -> HtmlElement;

    /// The address of the site's root, with a slash at its end.
    #[wasm_bindgen(method, getter)]
    pub fn site(this: &Run) -> String;

    /// How many workers this machine runs at once, to the next whole number; 1 where the declaration does not ask for several.
    #[wasm_bindgen(method, getter)]
    pub fn cores(this: &Run) -> u32;

    /// Tells the name of a task, and the file and line of the source that it came from.
    #[wasm_bindgen(method)]
    fn task(this: &Run, number: u32, name: &str, file: &str, line: u32);

    #[wasm_bindgen(method)]
    fn panicked(this: &Run, message: &str);
}

/// A variant, called: the future that runs it.
pub type Variant = Pin<Box<dyn Future<Output = Result>>>;

/// Hands a future to the executor, as a promise for the page.
///
/// All that an example exports goes through here, boxed, so that the executor's code is in the module once.
pub fn promise(future: Variant) -> Promise {
    future_to_promise(async { future.await.map(|()| JsValue::UNDEFINED) })
}

/// The number under which a variant's own future is recorded.
const OWN_TASK: u32 = 0;

thread_local! {
    /// How many tasks the variant that runs has started, its own future included.
    static TASKS: Cell<u32> = const { Cell::new(1) };
    static STOP: RefCell<Option<oneshot::Sender<()>>> = const { RefCell::new(None) };
}

/// Tells the panel of a panic from now on.
pub fn tell_panics(run: Run) {
    std::panic::set_hook(Box::new(move |panic| run.panicked(&panic.to_string())));
}

/// Gives a future of a variant a row of its own in the timeline, under a name for the reader.
#[track_caller]
pub fn task<F: Future>(run: &Run, name: &str, future: F) -> Traced<F> {
    let source = Location::caller();
    traced(number(run, name, source), future)
}

/// The next free number, told to the panel with its name and its place in the source.
fn number(run: &Run, name: &str, source: &Location<'_>) -> u32 {
    let number = TASKS.replace(TASKS.get() + 1);
    run.task(number, name, source.file(), source.line());
    number
}

/// A row in the timeline for what is not one future, but many short pieces of one kind.
pub struct Row(u32);

/// Opens a row under a name for the reader.
#[track_caller]
pub fn row(run: &Run, name: &str) -> Row {
    let source = Location::caller();
    Row(number(run, name, source))
}

impl Row {
    /// Does something now, as the only poll of a future in this row.
    pub fn enter(&self, act: impl FnOnce()) {
        // Without an await it is ready at once.
        let _ = traced(self.0, async { act() }).now_or_never();
    }
}

/// Runs a variant to its end, or until the reader stops it, and records its polls and wakes.
pub async fn run_variant(run: Run, variant: Variant) -> Result {
    tell_panics(run);
    TASKS.set(OWN_TASK + 1);
    until_stopped(traced(OWN_TASK, variant)).await
}

/// Runs a future to its end, or until the reader presses Stop.
pub async fn until_stopped(future: impl Future<Output = Result>) -> Result {
    let (stop, mut stopped) = oneshot::channel();
    STOP.set(Some(stop));
    let mut future = pin!(future);
    poll_fn(|cx| {
        if Pin::new(&mut stopped).poll(cx).is_ready() {
            return Err(error("stopped")).into();
        }
        future.as_mut().poll(cx)
    })
    .await
}

/// Stops what runs by dropping its future at the next turn.
#[wasm_bindgen]
pub fn stop() {
    STOP.take();
}

/// Starts recording, with room for `capacity` events.
#[wasm_bindgen]
pub fn record(capacity: usize) {
    recorder::start(capacity, clock::now);
}

/// Ends the recording and hands its events over in their flat form.
#[wasm_bindgen]
pub fn events() -> Vec<f64> {
    recorder::take()
}
