//! A worker of the panel's own: it watches the page from outside, and several of them count cores.

use crate::witness::now;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Number, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use verdict::recording::FELT;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long an answer may take, in milliseconds; where workers are blocked, none comes.
const LONGEST_ANSWER: u32 = 1000;

/// How long a worker spins when cores are counted, in milliseconds.
const SPIN: f64 = 60.0;

/// How often that is tried at most.
const TRIES: u32 = 3;

/// How many questions are asked to compare clocks; the first comes late, because the worker is only starting.
const COMPARISONS: u32 = 3;

#[wasm_bindgen(module = "/src/live.js")]
extern "C" {
    /// Hands a canvas in this place to a worker, which draws in it that the page was silent for longer than `felt` milliseconds; tells whether it could.
    #[wasm_bindgen(js_name = handOver)]
    fn hand_over(worker: &Worker, place: &HtmlElement, felt: f64) -> bool;
}

#[wasm_bindgen]
extern "C" {
    /// What the worker answers.
    type Said;

    /// Which question it answers.
    #[wasm_bindgen(method, getter)]
    fn nth(this: &Said) -> u32;

    /// When it was heard, on the worker's clock.
    #[wasm_bindgen(method, getter)]
    fn at(this: &Said) -> f64;

    #[wasm_bindgen(method, getter)]
    fn numbers(this: &Said) -> Array<Number>;
}

/// A worker; dropped, it is terminated.
pub struct Watcher {
    worker: Worker,
    /// How many questions it has been asked: an answer that comes after patience ended must not be taken for the next one's.
    asked: Cell<u32>,
    clocks: Rc<Cell<Clocks>>,
    /// Whether it draws what it sees.
    pub draws: bool,
    _error: EventListener,
}

/// By how much the page's clock is ahead of the worker's: between these two, because a question is heard after it was asked and before its answer comes.
///
/// `timeOrigin` would not do: the two part when the computer sleeps.
#[derive(Clone, Copy)]
struct Clocks {
    least: f64,
    most: f64,
}

impl Clocks {
    /// Takes in what an exchange tells.
    fn learn(&mut self, asked: f64, heard: f64, answered: f64) {
        self.least = self.least.max(asked - heard);
        self.most = self.most.min(answered - heard);
    }

    fn page_is_ahead(self) -> f64 {
        (self.least + self.most) / 2.0
    }
}

/// An answer on its way.
struct Answer {
    promise: Promise,
    _message: EventListener,
    _patience: Timeout,
}

impl Watcher {
    /// Starts a worker that draws what it sees in this place, if there is one, and gives the page's first sign of life.
    pub fn start(live: Option<&HtmlElement>) -> Option<Self> {
        let mut watcher = Self::spawn()?;
        watcher.draws = live.is_some_and(|place| hand_over(&watcher.worker, place, FELT));
        watcher.sign();
        Some(watcher)
    }

    /// Tells the worker that the page is alive.
    pub fn sign(&self) {
        // A worker that is gone answers nothing later, and that is noticed then.
        let _ = self.worker.post_message(&message("sign", &[]));
    }

    /// The beats since the last call, on the page's clock, each with the time since the page's last sign; nothing if the worker does not answer.
    pub async fn beats(&self) -> Option<Vec<(f64, f64)>> {
        let numbers = self.ask("beats", f64::NAN)?.come().await?;
        let numbers: Vec<f64> = numbers.iter().map(|number| number.value_of()).collect();
        let ahead = self.clocks.get().page_is_ahead();
        let beats = numbers.chunks_exact(2);
        Some(beats.map(|beat| (beat[0] + ahead, beat[1])).collect())
    }

    /// Compares the worker's clock with the page's.
    async fn compare_clocks(&self) -> Option<()> {
        for _ in 0..COMPARISONS {
            self.ask("clock", f64::NAN)?.come().await?;
        }
        Some(())
    }

    /// Asks it to spin until then, on the page's clock.
    fn spin(&self, until: f64) -> Option<Answer> {
        self.ask("spin", until - self.clocks.get().page_is_ahead())
    }

    fn spawn() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = wasm_bindgen::link_to!(module = "/src/watcher.js");
        let worker = Worker::new_with_options(&script, &options).ok()?;
        // A script that is blocked is no error of the page's: the panel goes on without this witness.
        let options = EventListenerOptions::enable_prevent_default();
        let error = EventListener::new_with_options(&worker, "error", options, |event| {
            event.prevent_default();
        });
        Some(Self {
            worker,
            asked: Cell::new(0),
            clocks: Rc::new(Cell::new(Clocks {
                least: f64::NEG_INFINITY,
                most: f64::INFINITY,
            })),
            draws: false,
            _error: error,
        })
    }

    fn ask(&self, what: &str, until: f64) -> Option<Answer> {
        let nth = self.asked.get();
        self.asked.set(nth + 1);
        let (mut waits, asked, clocks) = (None, now(), &self.clocks);
        let promise = Promise::new(&mut |resolve, reject| {
            let clocks = Rc::clone(clocks);
            let message = EventListener::new(&self.worker, "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                let data: Said = data.unchecked_into();
                if data.nth() == nth {
                    let mut known = clocks.get();
                    known.learn(asked, data.at(), now());
                    clocks.set(known);
                    // A promise's own functions do not throw.
                    let _ = resolve.call1(&JsValue::NULL, &data.numbers());
                }
            });
            let patience = Timeout::new(LONGEST_ANSWER, move || {
                let _ = reject.call0(&JsValue::NULL);
            });
            waits = Some((message, patience));
        });
        let message = message(what, &[("nth", nth.into()), ("until", until)]);
        self.worker.post_message(&message).ok()?;
        let (message, patience) = waits?;
        Some(Answer {
            promise,
            _message: message,
            _patience: patience,
        })
    }
}

impl Answer {
    /// The numbers that were sent; nothing if none were.
    async fn come(self) -> Option<Array<Number>> {
        let answer = JsFuture::from(self.promise).await.ok()?;
        Some(answer.unchecked_into())
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// How many workers this machine runs at once, found by letting one spin and then so many.
pub async fn cores(spinning: u32) -> Option<f64> {
    let spinners: Vec<Watcher> = (0..spinning).filter_map(|_| Watcher::spawn()).collect();
    for spinner in &spinners {
        spinner.compare_clocks().await?;
    }
    // The first round starts the threads and lets the engine optimise.
    spin(&spinners).await?;
    let (mut alone, mut together) = (0.0, 0.0);
    // What else the machine does for a moment only takes rounds away.
    for _ in 0..TRIES {
        alone = f64::max(alone, spin(spinners.get(..1)?).await?);
        together = f64::max(together, spin(&spinners).await?);
        if alone > 0.0 && together >= 0.9 * f64::from(spinning) * alone {
            break;
        }
    }
    // One that was called so late that its time was over has counted nothing.
    (alone > 0.0).then(|| together / alone)
}

/// How many rounds these workers do at the same time, all together.
async fn spin(spinners: &[Watcher]) -> Option<f64> {
    let until = now() + SPIN;
    let asked: Vec<Answer> = spinners
        .iter()
        .filter_map(|spinner| spinner.spin(until))
        .collect();
    let mut rounds = 0.0;
    for answer in asked {
        rounds += answer.come().await?.get(0).value_of();
    }
    Some(rounds)
}

fn message(ask: &str, numbers: &[(&str, f64)]) -> Object {
    let message = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&message, &"ask".into(), &ask.into());
    for (name, number) in numbers {
        let _ = Reflect::set(&message, &(*name).into(), &(*number).into());
    }
    message
}
