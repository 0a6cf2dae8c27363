//! Five children whose parent fails: which end with it, and which carry on.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, task};
use futures_util::future::{Either, FutureExt, LocalBoxFuture, select};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: u32 }
    async spawned;
    async scope;
    async asked_to_stop;
    async requests_dropped;
    async requests_forgotten;
}

/// How many children there are, and how many steps each wants to take.
const CHILDREN: u32 = 5;
const STEPS: u32 = 6;

/// How long a step of a request is, in milliseconds.
const REQUEST: f64 = 800.0;

/// By when an abort has been heard, in milliseconds.
const HEARD: f64 = 300.0;

/// What the children do that can be seen from outside.
#[derive(Default)]
struct Seen {
    parent_ended: Cell<bool>,
    asked_to_stop: Cell<bool>,
    after: Cell<u32>,
    cleaned: Cell<u32>,
}

/// What a child cleans up when it ends, in whatever way.
struct Tidy(Rc<Seen>);

impl Drop for Tidy {
    fn drop(&mut self) {
        self.0.cleaned.set(self.0.cleaned.get() + 1);
    }
}

/// Takes its steps, and looks after each whether it was asked to stop.
async fn child(seen: Rc<Seen>, ms: u32) {
    let _tidy = Tidy(Rc::clone(&seen));
    for _ in 0..STEPS {
        TimeoutFuture::new(ms).await;
        if seen.parent_ended.get() {
            seen.after.set(seen.after.get() + 1);
        }
        if seen.asked_to_stop.get() {
            return;
        }
    }
}

/// Spawns the children; the executor owns them, and the parent doesn't.
async fn spawned(run: Run, params: Params) -> Result {
    let (seen, ms) = (Rc::new(Seen::default()), params.ms);
    for _ in 0..CHILDREN {
        spawn_local(task(&run, "child", child(Rc::clone(&seen), ms)));
    }
    fails_after(2 * ms + ms / 2).await;
    watch(&run, &seen, ms).await;
    Ok(())
}

/// The parent owns the children, and polls them itself: when it ends, they are dropped.
async fn scope(run: Run, params: Params) -> Result {
    let (seen, ms) = (Rc::new(Seen::default()), params.ms);
    let each =
        (0..CHILDREN).map(|_| task(&run, "child", child(Rc::clone(&seen), ms)).boxed_local());
    let children: FuturesUnordered<LocalBoxFuture<()>> = each.collect();
    let parent = fails_after(2 * ms + ms / 2).boxed_local();
    // Whichever ends first, the other is dropped at the end of this line.
    matches!(select(parent, children.count()).await, Either::Left(_));
    watch(&run, &seen, ms).await;
    Ok(())
}

/// Spawns the children, and asks them to stop when the parent ends.
async fn asked_to_stop(run: Run, params: Params) -> Result {
    let (seen, ms) = (Rc::new(Seen::default()), params.ms);
    for _ in 0..CHILDREN {
        spawn_local(task(&run, "child", child(Rc::clone(&seen), ms)));
    }
    fails_after(2 * ms + ms / 2).await;
    seen.asked_to_stop.set(true);
    watch(&run, &seen, ms).await;
    Ok(())
}

/// The parent meets something that it cannot go on with.
async fn fails_after(ms: u32) {
    TimeoutFuture::new(ms).await;
}

/// Looks what the children do once their parent has ended.
async fn watch(run: &Run, seen: &Seen, ms: u32) {
    seen.parent_ended.set(true);
    run.measure("at_once", seen.cleaned.get().into());
    TimeoutFuture::new(STEPS * ms).await;
    run.measure("after", seen.after.get().into());
    run.measure("cleaned", seen.cleaned.get().into());
}

/// Requests whose futures are dropped with the parent, which aborts them.
async fn requests_dropped(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    let before = open(&source).await?;
    let ask = || task(&run, "request", source.ask(Ask::after(REQUEST))).boxed_local();
    let requests: FuturesUnordered<LocalBoxFuture<_>> = (0..CHILDREN).map(|_| ask()).collect();
    let parent = fails_after(params.ms).boxed_local();
    select(parent, requests.count()).await;
    still_open(&run, &source, before).await
}

/// Spawned requests: nothing waits for them, and they are answered anyway.
async fn requests_forgotten(run: Run, params: Params) -> Result {
    let source = Source::connect(&run).await?;
    let before = open(&source).await?;
    for _ in 0..CHILDREN {
        let source = source.clone();
        spawn_local(task(&run, "request", async move {
            // Nothing is left that would want to know.
            let _ = source.ask(Ask::after(REQUEST)).await;
        }));
    }
    fails_after(params.ms).await;
    still_open(&run, &source, before).await
}

/// Says how many requests the other side works on beyond those from before.
async fn still_open(run: &Run, source: &Source, before: u32) -> Result {
    run.measure("open", open(source).await?.saturating_sub(before).into());
    Ok(())
}

/// Asks the other side how many requests it works on.
async fn open(source: &Source) -> Result<u32> {
    // On a busy machine an abort takes a moment until it is heard over there, and no request is over by then.
    Ok(source.ask(Ask::after(HEARD)).await?.others)
}
