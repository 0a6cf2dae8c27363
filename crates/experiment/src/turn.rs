//! Ways to give the thread back and be called again: each ends the present turn of the event loop, or only seems to.

use crate::clock;
use futures_util::future::select;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, MessageEvent, Window};

/// How many milliseconds after the last frame the next is due at 60 Hz; to wait for one before would be idle.
const DUE: f64 = 17.0;

/// After how many milliseconds the last frame says nothing about the next, because nobody has asked for one; Firefox draws one by itself before.
const FORGOTTEN: f64 = 100.0;

/// For how long an overdue frame is waited for, in milliseconds; a tab that is hidden just now draws none.
const PATIENCE: u32 = 50;

#[wasm_bindgen]
extern "C" {
    type Scheduler;

    #[wasm_bindgen(thread_local_v2, js_name = scheduler)]
    static SCHEDULER: Option<Scheduler>;

    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;

    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;

    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_animation_frame(callback: &Function) -> i32;

    #[wasm_bindgen(method, js_name = postTask)]
    fn post_task(this: &Scheduler, callback: &Function, options: &Object) -> Promise;

    #[wasm_bindgen(js_namespace = Math)]
    fn random() -> f64;
}

/// Comes back in the same turn, after the microtasks that are queued already: no timer, click or frame gets in between.
pub async fn microtask() {
    settle(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// Comes back when a timer of 0 ms fires; browsers make a chain of these wait some 4 ms each.
pub async fn timer() {
    TimeoutFuture::new(0).await;
}

/// Comes back when the browser is about to draw a frame; in a hidden tab it draws none.
pub async fn frame() {
    settle(Promise::new(&mut |resolve, _| {
        request_animation_frame(&resolve);
    }))
    .await;
}

// ANCHOR: give_way
/// Gives the thread back for as short as the browser lets it, and lets it draw.
///
/// Firefox draws few frames between tasks that follow each other without a pause, unless somebody waits for one.
pub async fn give_way() {
    if let Some(frame) = overdue_frame() {
        select(pin!(settle(frame)), TimeoutFuture::new(PATIENCE)).await;
    }
    task().await;
}
// ANCHOR_END: give_way

/// The next frame, as a promise, if it is overdue; asks for it if nobody has yet.
fn overdue_frame() -> Option<Promise> {
    thread_local! {
        static NEXT: RefCell<Option<Promise>> = const { RefCell::new(None) };
        static LAST: Cell<f64> = Cell::new(clock::now());
    }
    if DOCUMENT.with(Document::hidden) {
        return None;
    }
    let next = NEXT.with_borrow_mut(|next| {
        let ask = || {
            let now = clock::now();
            if now - LAST.get() > FORGOTTEN {
                LAST.set(now);
            }
            Promise::new(&mut |resolve, _| {
                let drawn = Closure::once_into_js(move || {
                    NEXT.take();
                    LAST.set(clock::now());
                    // A promise's own resolve function does not throw.
                    let _ = resolve.call0(&JsValue::NULL);
                });
                request_animation_frame(drawn.unchecked_ref());
            })
        };
        next.get_or_insert_with(ask).clone()
    });
    (clock::now() - LAST.get() >= DUE).then_some(next)
}

/// Comes back in a task of its own as soon as the browser lets it, after what else is due.
///
/// Where the browser has `scheduler.postTask`, that is used: measured in Chromium and Firefox it starves no timers, which `scheduler.yield` does.
/// Elsewhere the page sends itself a message, a task without a timer's waiting time.
pub async fn task() {
    if SCHEDULER.with(Option::is_some) {
        posted_task().await;
    } else {
        message().await;
    }
}

/// Comes back in a task of the scheduler, at the priority of what the user can see.
async fn posted_task() {
    thread_local! {
        static OPTIONS: Object = {
            let options = Object::new();
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&options, &"priority".into(), &"user-visible".into());
            options
        };
        static NOTHING: Closure<dyn FnMut()> = Closure::new(|| {});
    }
    let posted = SCHEDULER.with(|scheduler| {
        scheduler.as_ref().map(|scheduler| {
            NOTHING.with(|nothing| {
                let nothing = nothing.as_ref().unchecked_ref();
                OPTIONS.with(|options| scheduler.post_task(nothing, options))
            })
        })
    });
    if let Some(posted) = posted {
        settle(posted).await;
    }
}

/// Comes back when a message that the page sends to itself arrives.
///
/// To the window, because WebKit takes a tenth of a millisecond over each message through a `MessageChannel`.
async fn message() {
    let arrives = Promise::new(&mut |resolve, _| MAIL.with(|mail| mail.send(resolve)));
    settle(arrives).await;
}

thread_local! {
    static MAIL: Mail = Mail::new();
    /// Who waits for a message, in the order in which they were sent.
    static WAITING: RefCell<VecDeque<Function>> = const { RefCell::new(VecDeque::new()) };
}

/// The messages of this module to itself.
struct Mail {
    /// What they say: other modules of the page hear them too.
    own: JsValue,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Mail {
    fn new() -> Self {
        let own = JsValue::from_f64(random());
        let on_message = Closure::new({
            let own = own.clone();
            move |event: MessageEvent| {
                if event.data() == own
                    && let Some(resolve) = WAITING.with_borrow_mut(VecDeque::pop_front)
                {
                    // A promise's own resolve function does not throw.
                    let _ = resolve.call0(&JsValue::NULL);
                }
            }
        });
        WINDOW.with(|window| {
            let listener = on_message.as_ref().unchecked_ref();
            // A window takes any listener.
            let _ = window.add_event_listener_with_callback("message", listener);
        });
        Self {
            own,
            _on_message: on_message,
        }
    }

    fn send(&self, resolve: Function) {
        WAITING.with_borrow_mut(|waiting| waiting.push_back(resolve));
        // To this page alone; posting a number cannot fail.
        let _ = WINDOW.with(|window| window.post_message(&self.own, "/"));
    }
}

/// Awaits a promise of which only the moment matters.
async fn settle(promise: Promise) {
    let _ = JsFuture::from(promise).await;
}
