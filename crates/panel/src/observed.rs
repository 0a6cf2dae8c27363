//! What the browser itself tells of long tasks and late events, where it does: a cross-check on the panel's own witnesses.

use js_sys::{Array, Function, JsString, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use verdict::recording::Span;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = PerformanceObserver)]
    type Observer;

    #[wasm_bindgen(constructor, js_class = "PerformanceObserver", catch)]
    fn new(callback: &Function) -> Result<Observer, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn observe(this: &Observer, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn disconnect(this: &Observer);

    #[wasm_bindgen(method, js_name = takeRecords)]
    fn take_records(this: &Observer) -> Array<Entry>;

    #[wasm_bindgen(static_method_of = Observer, js_class = "PerformanceObserver", getter, js_name = supportedEntryTypes)]
    fn supported() -> Array<JsString>;

    type Entries;

    #[wasm_bindgen(method, js_name = getEntries)]
    fn get_entries(this: &Entries) -> Array<Entry>;

    type Entry;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Entry) -> String;

    #[wasm_bindgen(method, getter, js_name = startTime)]
    fn start_time(this: &Entry) -> f64;

    #[wasm_bindgen(method, getter)]
    fn duration(this: &Entry) -> f64;

    /// When the page's handlers began; entries about events alone have it.
    #[wasm_bindgen(method, getter, js_name = processingStart)]
    fn processing_start(this: &Entry) -> Option<f64>;
}

/// An observer of one kind of entries; dropped, it observes no more.
pub struct Observed {
    observer: Observer,
    seen: Rc<RefCell<Vec<Span>>>,
    _callback: Closure<dyn FnMut(Entries)>,
}

impl Observed {
    /// Observes the browser's long tasks, if it tells of them.
    pub fn long_tasks() -> Option<Self> {
        Self::start("longtask")
    }

    /// Observes the clicks and keys that were heard late, from 16 ms on, if the browser tells of them.
    pub fn events() -> Option<Self> {
        Self::start("event")
    }

    /// What was seen since the last call.
    pub fn take(&self) -> Vec<Span> {
        keep(&self.seen, &self.observer.take_records());
        self.seen.take()
    }

    fn start(kind: &str) -> Option<Self> {
        let supported = Observer::supported();
        supported.iter().find(|own| own == kind)?;
        let seen = Rc::new(RefCell::new(Vec::new()));
        let callback = Closure::new({
            let seen = Rc::clone(&seen);
            move |entries: Entries| keep(&seen, &entries.get_entries())
        });
        let observer = Observer::new(callback.as_ref().unchecked_ref()).ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
        Reflect::set(&options, &"durationThreshold".into(), &16.into()).ok()?;
        observer.observe(&options).ok()?;
        Some(Self {
            observer,
            seen,
            _callback: callback,
        })
    }
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Keeps the long tasks, and of the events those that the panel's own witnesses hear too.
fn keep(seen: &RefCell<Vec<Span>>, entries: &Array<Entry>) {
    for entry in entries.iter() {
        let begin = entry.start_time();
        let end = match entry.processing_start() {
            None => begin + entry.duration(),
            Some(_) if !["click", "keydown"].contains(&entry.name().as_str()) => continue,
            Some(heard) => heard,
        };
        seen.borrow_mut().push(Span { begin, end });
    }
}
