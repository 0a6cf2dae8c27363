//! A worker that runs a second instance of the example's own module.

use crate::clock;
use crate::job::{Job, Returned};
use crate::{Result, error, unmeasurable};
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
        name: Option<&str>,
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

    /// Why the job cannot be measured here, if that is its error.
    #[wasm_bindgen(method, getter)]
    fn unmeasurable(this: &Reply) -> Option<String>;

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
    /// Starts a worker, and waits until this module is set up in it.
    pub async fn ready() -> Result<Self> {
        let worker = Self::start()?;
        worker.send(None, &Array::new())?.await?;
        Ok(worker)
    }

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
                if let Some(sentence) = reply.unmeasurable() {
                    return answer(reply.nth(), Err(unmeasurable(&sentence)));
                }
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
    pub fn longest_stall(&self) -> f64 {
        self.longest.get()
    }

    /// Has a job done over there, and waits for what it returns.
    pub async fn call<R: Returned>(&self, job: Job<R>) -> Result<R::Value> {
        self.begin(&job)?.await
    }

    /// Begins a job; what it returns can be awaited later, and it is done whether it is or not.
    pub fn begin<R: Returned>(
        &self,
        job: &Job<R>,
    ) -> Result<impl Future<Output = Result<R::Value>> + use<R>> {
        let answer = self.send(Some(job.name), &job.arguments)?;
        Ok(async { Ok(R::value(answer.await?)) })
    }

    /// Sends the name of a function and its arguments; without a name, the module is only set up.
    fn send(
        &self,
        name: Option<&str>,
        arguments: &Array,
    ) -> Result<impl Future<Output = Result<JsValue>> + use<>> {
        let (sender, receiver) = oneshot::channel();
        let nth = self.calls.get();
        self.calls.set(nth + 1);
        self.waiting.replace(Some((nth, sender)));
        let glue = IMPORT_META.with(ImportMeta::url);
        let module = wasm_bindgen::module();
        ask(&self.worker, nth, &glue, &module, name, arguments)?;
        Ok(async {
            let answer = receiver.await;
            answer.map_err(|_| error("the worker was asked again before it answered"))?
        })
    }
}

/// Starts so many workers, and waits until all are ready.
pub async fn several(count: u32) -> Result<Vec<Worker>> {
    let mut workers = Vec::new();
    let mut ready = Vec::new();
    for _ in 0..count {
        let worker = Worker::start()?;
        ready.push(worker.send(None, &Array::new())?);
        workers.push(worker);
    }
    all(ready).await?;
    Ok(workers)
}

/// Has each of these workers do the job of its place, all at the same time, and waits until all have answered.
pub async fn call_all<R: Returned>(
    workers: &[Worker],
    job: impl Fn(u32) -> Job<R>,
) -> Result<Vec<R::Value>> {
    let mut begun = Vec::new();
    for (place, worker) in (0..).zip(workers) {
        let job = job(place);
        begun.push(worker.send(Some(job.name), &job.arguments)?);
    }
    let answers = all(begun).await?;
    Ok(answers.into_iter().map(R::value).collect())
}

/// Waits for answers that are all on their way.
async fn all(begun: Vec<impl Future<Output = Result<JsValue>>>) -> Result<Vec<JsValue>> {
    let mut answers = Vec::new();
    for answer in begun {
        answers.push(answer.await?);
    }
    Ok(answers)
}

/// Makes the promise that a function returns which awaits in a worker; it notes when each poll held the thread there.
pub fn awaiting<T>(future: impl Future<Output = Result<T>> + 'static) -> Promise<T>
where
    T: Into<JsValue>,
    Promise<T>: JsCast,
{
    let polls = Array::new();
    let noted = {
        let polls = polls.clone();
        let mut future = Box::pin(future);
        poll_fn(move |cx| {
            let begin = clock::page();
            let poll = future.as_mut().poll(cx);
            polls.push(&begin.into());
            polls.push(&clock::page().into());
            poll.map_ok(Into::into)
        })
    };
    let promise = future_to_promise(noted);
    // The worker's script looks for them there.
    let _ = Reflect::set(&promise, &"polls".into(), &polls);
    promise.unchecked_into()
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Its closures go next, and a message may be on its way.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
