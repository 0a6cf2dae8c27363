//! A worker that runs a second instance of the example's own module.

use crate::clock;
use crate::{Result, error};
use futures_channel::oneshot;
use js_sys::{Array, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use trace::recorder::{Kind, record_at};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Event, MessageEvent};

#[wasm_bindgen]
extern "C" {
    type ImportMeta;

    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;

    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
}

#[wasm_bindgen(module = "/src/ask.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn start(script: &str) -> Result<web_sys::Worker>;

    #[wasm_bindgen(catch)]
    fn ask(
        worker: &web_sys::Worker,
        nth: u32,
        glue: &str,
        module: &JsValue,
        name: &str,
        arguments: &Array,
    ) -> Result<()>;
}

/// What the worker sends back.
#[wasm_bindgen]
extern "C" {
    type Reply;

    /// Which call it answers; absent where nothing was called.
    #[wasm_bindgen(method, getter)]
    fn nth(this: &Reply) -> Option<u32>;

    #[wasm_bindgen(method, getter)]
    fn result(this: &Reply) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn error(this: &Reply) -> Option<String>;

    /// When the job held the worker's thread: begins and ends in turn, in milliseconds on the page's clock.
    #[wasm_bindgen(method, getter)]
    fn held(this: &Reply) -> Vec<f64>;
}

#[wasm_bindgen]
extern "C" {
    type Failure;

    /// What went wrong, where the browser says it; it does not for a script that could not be loaded.
    #[wasm_bindgen(method, getter)]
    fn message(this: &Failure) -> Option<String>;
}

/// The call that is waited for, and who waits: what an earlier one comes to must not answer it.
type Waiting = Rc<RefCell<Option<(u32, oneshot::Sender<Result<JsValue>>)>>>;

/// A worker with an instance of this module; dropped, it is terminated.
#[must_use = "the worker is terminated when this is dropped"]
pub struct Worker {
    worker: web_sys::Worker,
    waiting: Waiting,
    calls: Cell<u32>,
    longest: Rc<Cell<f64>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Worker {
    /// Starts a worker; the module in it is set up at the first call.
    pub fn start() -> Result<Self> {
        thread_local! {
            static STARTED: Cell<u32> = const { Cell::new(0) };
        }
        let number = STARTED.get();
        STARTED.set(number + 1);

        let worker = start(&wasm_bindgen::link_to!(module = "/src/worker.js"))?;

        let waiting = Waiting::default();
        let answer = {
            let waiting = Rc::clone(&waiting);
            // An error that nobody caught says not of which call.
            move |nth: Option<u32>, result| {
                let waits = |waiting: &mut (u32, _)| nth.is_none_or(|nth| nth == waiting.0);
                if let Some((_, waiting)) = waiting.borrow_mut().take_if(waits) {
                    // The caller may have been dropped meanwhile.
                    let _ = waiting.send(result);
                }
            }
        };
        let longest = Rc::new(Cell::new(0.0_f64));
        let on_message = Closure::new({
            let (answer, longest) = (answer.clone(), Rc::clone(&longest));
            move |event: MessageEvent| {
                let reply: Reply = event.data().unchecked_into();
                if let Some(sentence) = reply.error() {
                    return answer(reply.nth(), Err(error(&sentence)));
                }
                for span in reply.held().chunks_exact(2) {
                    record_at(span[0], Kind::WorkerBegin, number);
                    record_at(span[1], Kind::WorkerEnd, number);
                    longest.set(longest.get().max(span[1] - span[0]));
                }
                answer(reply.nth(), Ok(reply.result()));
            }
        });
        let on_error = Closure::new(move |event: Event| {
            event.prevent_default();
            let failure: Failure = event.unchecked_into();
            let sentence = failure.message();
            let sentence = sentence
                .as_deref()
                .unwrap_or("The worker's script could not be loaded.");
            answer(None, Err(error(sentence)));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            waiting,
            calls: Cell::new(0),
            longest,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// For how long its thread was held at most without being given back, by all that it was asked for, in milliseconds.
    pub fn longest_hold(&self) -> f64 {
        self.longest.get()
    }

    /// Calls the function that this module exports as `name`, over there, and waits for what it returns.
    pub async fn call(&self, name: &str, arguments: &Array) -> Result<JsValue> {
        self.begin(name, arguments)?.await
    }

    /// Begins such a call; what it returns can be awaited later, and it runs whether it is or not.
    pub fn begin(
        &self,
        name: &str,
        arguments: &Array,
    ) -> Result<impl Future<Output = Result<JsValue>> + use<>> {
        let (sender, receiver) = oneshot::channel();
        let nth = self.calls.get();
        self.calls.set(nth + 1);
        self.waiting.replace(Some((nth, sender)));
        let glue = IMPORT_META.with(ImportMeta::url);
        ask(
            &self.worker,
            nth,
            &glue,
            &wasm_bindgen::module(),
            name,
            arguments,
        )?;
        Ok(async {
            let answer = receiver.await;
            answer.map_err(|_| error("the worker was asked again before it answered"))?
        })
    }
}

/// Starts so many workers.
pub fn several(count: u32) -> Result<Vec<Worker>> {
    let mut workers = Vec::new();
    for _ in 0..count {
        workers.push(Worker::start()?);
    }
    Ok(workers)
}

/// Calls a function in each of these workers at the same time, and waits until all have answered.
pub async fn ask_all(workers: &[Worker], name: &str, arguments: &Array) -> Result<Vec<JsValue>> {
    let mut begun = Vec::new();
    for worker in workers {
        begun.push(worker.begin(name, arguments)?);
    }
    let mut answers = Vec::new();
    for call in begun {
        answers.push(call.await?);
    }
    Ok(answers)
}

/// Makes a job that awaits: what a function that a worker is asked for returns.
pub fn job(future: impl Future<Output = Result<JsValue>> + 'static) -> Promise {
    let polls = Array::new();
    let noted = {
        let polls = polls.clone();
        let mut future = Box::pin(future);
        poll_fn(move |cx| {
            let begin = clock::page();
            let poll = future.as_mut().poll(cx);
            polls.push(&begin.into());
            polls.push(&clock::page().into());
            poll
        })
    };
    let job = future_to_promise(noted);
    // The worker's script looks for them there.
    let _ = Reflect::set(&job, &"polls".into(), &polls);
    job
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Its closures go next, and a message may be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
