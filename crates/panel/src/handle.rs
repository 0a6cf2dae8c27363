//! What a variant reports to, and how its end is awaited.

use crate::page::{Example, Page, sentence};
use crate::witness::now;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use verdict::recording::Task;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What a variant gets to report to; its functions go with it.
pub struct Handle {
    /// The object that the example gets.
    pub object: Object,
    /// The figures so far.
    pub figures: Rc<RefCell<Vec<(String, f64)>>>,
    /// The tasks so far, each with its number.
    pub tasks: Rc<RefCell<Vec<(u32, Task)>>>,
    fail: Rc<RefCell<Option<Function>>>,
    /// Whether the example's module has panicked.
    pub panic: Rc<Cell<bool>>,
    _measure: Closure<dyn FnMut(String, f64)>,
    _task: Closure<dyn FnMut(u32, String, String, u32)>,
    _progress: Closure<dyn FnMut(f64)>,
    _panicked: Closure<dyn FnMut(String)>,
    _uncaught: EventListener,
}

impl Handle {
    /// Makes one; its progress begins at a share of the whole run and is itself a share of it.
    pub fn new(
        page: &Page,
        cores: Option<f64>,
        (before, share): (f64, f64),
    ) -> Result<Self, JsValue> {
        let figures = Rc::new(RefCell::new(Vec::new()));
        let fail = Rc::new(RefCell::new(None::<Function>));
        let panic = Rc::new(Cell::new(false));
        let measure = Closure::new({
            let figures = Rc::clone(&figures);
            move |name, value| figures.borrow_mut().push((name, value))
        });
        let tasks = Rc::new(RefCell::new(Vec::new()));
        let task = Closure::new({
            let tasks = Rc::clone(&tasks);
            move |number, name, file, line| {
                tasks.borrow_mut().push((number, Task { name, file, line }));
            }
        });
        let progress = Closure::new({
            let (page, mut shown) = (page.clone(), now());
            move |done| {
                // Drawing it at each slice would be a good part of what is measured.
                if now() - shown > 250.0 {
                    shown = now();
                    page.progress(before + share * done);
                }
            }
        });
        let panicked = Closure::new({
            let (fail, panic) = (Rc::clone(&fail), Rc::clone(&panic));
            move |message: String| {
                panic.set(true);
                if let Some(fail) = fail.take() {
                    let error = sentence(&format!("The example {}.", message.replace('\n', " ")));
                    // A promise's own reject function does not throw.
                    let _ = fail.call1(&JsValue::NULL, &error);
                }
            }
        });
        // A panic ends in a trap that nobody can catch. It is told in the panel, not in the console.
        let uncaught = {
            let panic = Rc::clone(&panic);
            let window = web_sys::window().ok_or_else(|| sentence("There is no window."))?;
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "error", options, move |event| {
                if panic.get() {
                    event.prevent_default();
                }
            })
        };
        let object = Object::new();
        Reflect::set(&object, &"output".into(), &page.part("output"))?;
        Reflect::set(&object, &"site".into(), &page.site().into())?;
        Reflect::set(
            &object,
            &"cores".into(),
            &cores.unwrap_or(1.0).round().max(1.0).into(),
        )?;
        Reflect::set(&object, &"measure".into(), measure.as_ref())?;
        Reflect::set(&object, &"task".into(), task.as_ref())?;
        Reflect::set(&object, &"progress".into(), progress.as_ref())?;
        Reflect::set(&object, &"panicked".into(), panicked.as_ref())?;
        Ok(Self {
            object,
            figures,
            tasks,
            fail,
            panic,
            _measure: measure,
            _task: task,
            _progress: progress,
            _panicked: panicked,
            _uncaught: uncaught,
        })
    }

    /// Awaits what the example has begun, its panic, or the end of patience; gives why it cannot be measured, if the example says so.
    pub async fn end_of(&self, promise: Promise, patience: u32) -> Result<Option<String>, JsValue> {
        let ended = within_patience(promise, patience, |fail| {
            self.fail.replace(Some(fail));
        })
        .await;
        if self.panic.get() {
            // WebKit tells of the trap only after the microtasks that bring us here.
            TimeoutFuture::new(0).await;
        }
        match ended {
            Ok(_) => Ok(None),
            Err(error) => unmeasurable(&error).map(Some).ok_or(error),
        }
    }

    /// Ends what the example still does, and its recording with it: a later variant may be one that must run without.
    pub fn abandon(&self, example: &Example) {
        // A module that has panicked has nothing left to stop.
        if !self.panic.get() {
            example.stop();
            drop(example.events());
        }
    }
}

/// Why an example says that something cannot be measured here, if that is what the error is; see `experiment::unmeasurable`.
fn unmeasurable(error: &JsValue) -> Option<String> {
    let error = error.dyn_ref::<Error>()?;
    (error.name() == "Unmeasurable").then(|| error.message().into())
}

/// Awaits a promise, but not for ever; `on_fail` gets a function that ends the waiting with an error.
async fn within_patience(
    promise: Promise,
    patience: u32,
    on_fail: impl FnOnce(Function),
) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let mut fail = None;
    let failure = Promise::new(&mut |_, reject| {
        fail = Some(reject.clone());
        timer = Some(Timeout::new(patience, move || {
            let error = sentence(&format!(
                "Nothing came back within {} s, so the run was given up.",
                patience / 1000
            ));
            // A promise's own reject function does not throw.
            let _ = reject.call1(&JsValue::NULL, &error);
        }));
    });
    if let Some(fail) = fail {
        on_fail(fail);
    }
    JsFuture::from(Promise::race(&Array::of2(&promise, &failure))).await
}
