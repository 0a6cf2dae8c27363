//! What watches the page during a run: a heartbeat, the frames, a worker, the browser's own entries, and whether the tab is hidden.

use crate::observed::Observed;
use crate::page::sentence;
use crate::watcher::Watcher;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use verdict::recording::{BEAT, SIGN};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Window};

/// How long the hand that this page draws takes to go round, in milliseconds.
const ROUND: f64 = 1000.0;

/// Into how many steps the hand divides a round. Turned at every frame, it cost the sliced variants a few per cent of their time.
const STEPS: f64 = 8.0;

/// The witnesses of a run; dropped, they stop.
pub struct Witness {
    seen: Rc<Seen>,
    /// The worker that watches from outside, where one can be had.
    pub outside: Option<Rc<Watcher>>,
    /// The browser's long tasks, where it tells of them.
    pub long_tasks: Option<Observed>,
    /// The browser's entries about clicks and keys, where it has them.
    pub events: Option<Observed>,
    _heart: Interval,
    _visibility: EventListener,
    _frames: Frames,
}

/// What the witnesses saw.
#[derive(Default)]
pub struct Seen {
    /// When the heartbeat's timer fired.
    pub beats: RefCell<Vec<f64>>,
    /// When frames were about to be drawn.
    pub frames: RefCell<Vec<f64>>,
    /// Whether the tab was hidden at some time.
    pub hidden: Cell<bool>,
}

impl Witness {
    /// Begins to watch, turns `hand` with each frame, and has a worker draw what it sees in `live`, if there is such a place.
    pub fn watch(hand: HtmlElement, live: Option<&HtmlElement>) -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or_else(|| sentence("There is no window."))?;
        let document = window
            .document()
            .ok_or_else(|| sentence("There is no document."))?;
        let seen = Rc::new(Seen::default());
        seen.hidden.set(document.hidden());
        let outside = Watcher::start(live).map(Rc::new);
        let heart = Interval::new(BEAT as u32, {
            let (seen, outside, mut signed) = (Rc::clone(&seen), outside.clone(), 0.0);
            move || {
                let at = now();
                seen.beats.borrow_mut().push(at);
                // A message at every beat would be a good part of what is measured.
                if let Some(outside) = &outside
                    && at - signed >= SIGN
                {
                    signed = at;
                    outside.sign();
                }
            }
        });
        let visibility = EventListener::new(&document, "visibilitychange", {
            let (seen, document) = (Rc::clone(&seen), document.clone());
            move |_| seen.hidden.set(seen.hidden.get() || document.hidden())
        });
        let frames = Frames::on_each(window, {
            let seen = Rc::clone(&seen);
            let mut shown = -1.0;
            move || {
                let at = now();
                seen.frames.borrow_mut().push(at);
                let step = (at / ROUND * STEPS).floor() % STEPS;
                if step != shown {
                    shown = step;
                    let turned = [&(step / STEPS).to_string(), "turn"].concat();
                    // A style that is not applied only leaves the hand where it was.
                    let _ = hand.style().set_property("rotate", &turned);
                }
            }
        });
        Ok(Self {
            seen,
            outside,
            long_tasks: Observed::long_tasks(),
            events: Observed::events(),
            _heart: heart,
            _visibility: visibility,
            _frames: frames,
        })
    }

    /// What was seen so far.
    pub fn seen(&self) -> &Seen {
        &self.seen
    }
}

/// A closure that asks for the next frame with itself, so it is made before it is known.
type Callback = RefCell<Option<Closure<dyn FnMut()>>>;

/// A function called at every frame; dropped, it is called no more.
struct Frames {
    window: Window,
    request: Rc<Cell<i32>>,
    _callback: Rc<Callback>,
}

impl Frames {
    fn on_each(window: Window, mut each: impl FnMut() + 'static) -> Self {
        let request = Rc::new(Cell::new(0));
        let callback = Rc::new(Callback::default());
        let next = {
            // Weak, or the callback would own itself and never be freed.
            let (window, request, callback) = (
                window.clone(),
                Rc::clone(&request),
                Rc::downgrade(&callback),
            );
            move || {
                if let Some(callback) = callback.upgrade()
                    && let Some(callback) = &*callback.borrow()
                {
                    let function = callback.as_ref().unchecked_ref();
                    request.set(window.request_animation_frame(function).unwrap_or_default());
                }
            }
        };
        *callback.borrow_mut() = Some(Closure::new({
            let next = next.clone();
            move || {
                each();
                next();
            }
        }));
        next();
        Self {
            window,
            request,
            _callback: callback,
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        // Only a window that is going away refuses, and it calls nothing any more.
        let _ = self.window.cancel_animation_frame(self.request.get());
    }
}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page was opened.
    #[wasm_bindgen(js_namespace = performance)]
    pub fn now() -> f64;
}
