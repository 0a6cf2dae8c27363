//! Ways to give the thread back and be called again: each ends the present turn of the event loop, or only seems to.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

#[wasm_bindgen]
extern "C" {
    type Scheduler;

    #[wasm_bindgen(thread_local_v2, js_name = scheduler)]
    static SCHEDULER: Option<Scheduler>;

    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_animation_frame(callback: &Function) -> i32;

    #[wasm_bindgen(method, js_name = postTask)]
    fn post_task(this: &Scheduler, callback: &Function, options: &Object) -> Promise;
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

/// Comes back in a task of its own as soon as the browser lets it, after what else is due.
///
/// A message to oneself is a task without a timer's waiting time.
/// Where the browser has `scheduler.postTask`, that is used: measured in Chromium and Firefox it starves neither timers nor frames, which `scheduler.yield` does.
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
async fn message() {
    let arrives = Promise::new(&mut |resolve, _| CHANNEL.with(|channel| channel.send(resolve)));
    settle(arrives).await;
}

thread_local! {
    static CHANNEL: Channel = Channel::new();
}

/// A channel from this thread to itself, and who waits for its messages, in their order.
struct Channel {
    channel: Option<MessageChannel>,
    waiting: Rc<RefCell<VecDeque<Function>>>,
    _on_message: Closure<dyn FnMut()>,
}

impl Channel {
    fn new() -> Self {
        let waiting = Rc::new(RefCell::new(VecDeque::<Function>::new()));
        let on_message = Closure::new({
            let waiting = Rc::clone(&waiting);
            move || {
                let first = waiting.borrow_mut().pop_front();
                // A promise's own resolve function does not throw.
                let _ = first.map(|resolve| resolve.call0(&JsValue::NULL));
            }
        });
        let channel = MessageChannel::new().ok();
        if let Some(channel) = &channel {
            let on_message = on_message.as_ref().unchecked_ref();
            channel.port1().set_onmessage(Some(on_message));
        }
        Self {
            channel,
            waiting,
            _on_message: on_message,
        }
    }

    fn send(&self, resolve: Function) {
        self.waiting.borrow_mut().push_back(resolve);
        if let Some(channel) = &self.channel {
            // Posting a value without transferred parts cannot fail.
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
    }
}

/// Awaits a promise of which only the moment matters.
async fn settle(promise: Promise) {
    let _ = JsFuture::from(promise).await;
}
