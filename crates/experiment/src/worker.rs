//! A worker that runs a second instance of the example's own module.

use crate::clock;
use crate::{Result, error};
use futures_channel::oneshot;
use js_sys::{Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use trace::recorder::{Kind, record_at};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, WorkerOptions, WorkerType};

#[wasm_bindgen]
extern "C" {
    type ImportMeta;

    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;

    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
}

/// What the worker sends back.
#[wasm_bindgen]
extern "C" {
    type Reply;

    #[wasm_bindgen(method, getter)]
    fn result(this: &Reply) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn error(this: &Reply) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn begin(this: &Reply) -> f64;

    #[wasm_bindgen(method, getter)]
    fn end(this: &Reply) -> f64;
}

#[wasm_bindgen]
extern "C" {
    type Failure;

    /// What went wrong, where the browser says it; it does not for a script that could not be loaded.
    #[wasm_bindgen(method, getter)]
    fn message(this: &Failure) -> Option<String>;
}

type Waiting = Rc<RefCell<Option<oneshot::Sender<Result<JsValue>>>>>;

/// A worker with an instance of this module; dropped, it is terminated.
#[must_use = "the worker is terminated when this is dropped"]
pub struct Worker {
    worker: web_sys::Worker,
    waiting: Waiting,
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

        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = wasm_bindgen::link_to!(module = "/src/worker.js");
        let worker = web_sys::Worker::new_with_options(&script, &options)?;

        let waiting = Waiting::default();
        let answer = {
            let waiting = Rc::clone(&waiting);
            move |result| {
                if let Some(waiting) = waiting.take() {
                    // The caller may have been dropped meanwhile.
                    let _ = waiting.send(result);
                }
            }
        };
        let on_message = Closure::new({
            let answer = answer.clone();
            move |event: MessageEvent| {
                let reply: Reply = event.data().unchecked_into();
                if let Some(sentence) = reply.error() {
                    return answer(Err(error(&sentence)));
                }
                let origin = clock::origin();
                record_at(reply.begin() - origin, Kind::WorkerBegin, number);
                record_at(reply.end() - origin, Kind::WorkerEnd, number);
                answer(Ok(reply.result()));
            }
        });
        let on_error = Closure::new(move |event: Event| {
            event.prevent_default();
            let failure: Failure = event.unchecked_into();
            let sentence = failure.message();
            let sentence = sentence
                .as_deref()
                .unwrap_or("The worker's script could not be loaded.");
            answer(Err(error(sentence)));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            waiting,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Calls the function that this module exports as `name`, over there, and waits for what it returns.
    pub async fn call(&self, name: &str, arguments: &Array) -> Result<JsValue> {
        let message = Object::new();
        let glue = IMPORT_META.with(ImportMeta::url);
        for (key, value) in [
            ("glue", glue.into()),
            ("module", wasm_bindgen::module()),
            ("name", name.into()),
            ("arguments", arguments.into()),
        ] {
            Reflect::set(&message, &key.into(), &value)?;
        }
        let (sender, receiver) = oneshot::channel();
        self.waiting.replace(Some(sender));
        self.worker.post_message(&message)?;
        receiver
            .await
            .map_err(|_| error("the worker was asked again before it answered"))?
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Its closures go next, and a message may be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
