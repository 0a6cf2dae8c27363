//! Nine ideas of asynchronous programming, each of which reports what it did.

use async_lock::Mutex;
use futures_channel::oneshot;
use futures_util::future::{Either, FutureExt, LocalBoxFuture, join, select};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

type Said = Rc<RefCell<Vec<&'static str>>>;

type Idea = fn(Said) -> LocalBoxFuture<'static, ()>;

async fn callback(said: Said) {
    let (done, called) = oneshot::channel();
    say(&said, "asked");
    let timeout = Timeout::new(10, {
        let said = Rc::clone(&said);
        move || {
            say(&said, "called back");
            // The receiver is awaited below.
            let _ = done.send(());
        }
    });
    say(&said, "went on");
    let _ = called.await;
    drop(timeout);
}

async fn later(said: Said) {
    let (settle, mut future) = oneshot::channel();
    say(
        &said,
        (&mut future).now_or_never().map_or("pending", |_| "there"),
    );
    let _ = settle.send("42");
    say(&said, future.await.unwrap_or("gone"));
}

async fn task(said: Said) {
    let (done, begun) = oneshot::channel();
    spawn_local({
        let said = Rc::clone(&said);
        async move {
            sleep(10).await;
            say(&said, "worked");
            let _ = done.send(());
        }
    });
    say(&said, "went on");
    let _ = begun.await;
}

async fn awaited(said: Said) {
    for step in ["one", "two"] {
        sleep(10).await;
        say(&said, step);
    }
}

async fn after(ms: u32, what: &'static str) -> &'static str {
    sleep(ms).await;
    what
}

async fn both(said: Said) {
    let (slow, quick) = join(after(20, "slow"), after(10, "quick")).await;
    say(&said, slow);
    say(&said, quick);
}

async fn first(said: Said) {
    let (slow, quick) = (
        after(40, "slow").boxed_local(),
        after(10, "quick").boxed_local(),
    );
    // The other one comes back as well, and is dropped here.
    let (Either::Left((what, _)) | Either::Right((what, _))) = select(slow, quick).await;
    say(&said, what);
}

async fn cancel(said: Said) {
    let mut work = {
        let said = Rc::clone(&said);
        async move {
            sleep(10).await;
            say(&said, "too late");
        }
        .boxed_local()
    };
    // It runs to its await, and is dropped there.
    let _ = (&mut work).now_or_never();
    drop(work);
    sleep(30).await;
    say(&said, "stopped");
}

async fn lock(said: Said) {
    let count = Mutex::new(0);
    let add = async || {
        let mut count = count.lock().await;
        let read = *count;
        sleep(10).await;
        *count = read + 1;
    };
    join(add(), add()).await;
    say(&said, if *count.lock().await == 2 { "2" } else { "1" });
}

async fn slept(said: Said) {
    let shorter = Rc::new(Cell::new(false));
    spawn_local({
        let shorter = Rc::clone(&shorter);
        async move {
            sleep(10).await;
            shorter.set(true);
        }
    });
    sleep(20).await;
    say(&said, if shorter.get() { "slept" } else { "woke early" });
}

async fn sleep(ms: u32) {
    TimeoutFuture::new(ms).await;
}

fn say(said: &Said, what: &'static str) {
    said.borrow_mut().push(what);
}

/// Tries all of them, one after another, and gives what each did, a line each.
pub async fn ideas() -> String {
    let mut lines = Vec::new();
    let ideas: [(&str, Idea); 9] = [
        ("callback", |said| callback(said).boxed_local()),
        ("later", |said| later(said).boxed_local()),
        ("task", |said| task(said).boxed_local()),
        ("await", |said| awaited(said).boxed_local()),
        ("join", |said| both(said).boxed_local()),
        ("select", |said| first(said).boxed_local()),
        ("cancel", |said| cancel(said).boxed_local()),
        ("lock", |said| lock(said).boxed_local()),
        ("sleep", |said| slept(said).boxed_local()),
    ];
    for (name, idea) in ideas {
        let said = Said::default();
        idea(Rc::clone(&said)).await;
        let did = said.borrow().join(", ");
        lines.push([name, ": ", &did].concat());
    }
    lines.join("\n")
}

/// Work that takes so many milliseconds, and notes when it begins.
pub async fn work(ms: u32, begun: Rc<Cell<bool>>) {
    begun.set(true);
    sleep(ms).await;
}
