//! Forty orders, while those who take them are terminated and started again.

pub mod tally;

use experiment::worker::{Worker, awaiting};
use experiment::{Promise, Result, Run, blocking, clock, job, unmeasurable};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Date};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use tally::ORDERS;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { down: f64 }
    async direct;
    async in_memory;
    async in_memory_both_ended;
    async stored_both_ended;
}

/// How many milliseconds lie between two orders.
const EVERY: f64 = 10.0;

/// How many milliseconds the worker takes for an order after noting it, and for the one after which it is ended.
const WORK: f64 = 3.0;
const LONG: f64 = 1000.0;

/// When the worker is ended, in milliseconds.
const END: f64 = 100.0;

thread_local! {
    /// What was stored when this page first looked: a run that was late is repeated, and finds nothing any more.
    static FOUND: Cell<f64> = const { Cell::new(0.0) };
}

#[wasm_bindgen(module = "/src/store.js")]
extern "C" {
    fn put(order: f64) -> Promise;
    fn oldest() -> Promise;
    fn remove(order: f64) -> Promise;
    fn depth() -> Promise;
    #[wasm_bindgen(js_name = noteDone)]
    fn note_done(order: f64) -> Promise;
    #[wasm_bindgen(js_name = countDone)]
    fn count_done() -> Promise;
    #[wasm_bindgen(js_name = allDone)]
    fn all_done() -> Promise;
}

/// No queue: each order is passed to the worker as it comes.
async fn direct(run: Run, params: Params) -> Result {
    take_orders(None, false, run, params).await
}

/// A queue in the memory of an owner that stays.
async fn in_memory(run: Run, params: Params) -> Result {
    take_orders(Some("memory"), false, run, params).await
}

/// A queue in the memory of an owner that is terminated as well.
async fn in_memory_both_ended(run: Run, params: Params) -> Result {
    take_orders(Some("memory"), true, run, params).await
}

/// A queue in IndexedDB; its owner is terminated as well.
async fn stored_both_ended(run: Run, params: Params) -> Result {
    take_orders(Some("store"), true, run, params).await
}

/// Takes orders as they come, while the worker is ended, and perhaps the keeper of the queue, and started again.
async fn take_orders(
    place: Option<&'static str>,
    both_ended: bool,
    run: Run,
    params: Params,
) -> Result {
    if JsFuture::from(all_done()).await.is_err() {
        return Err(unmeasurable(
            "This browser lets this site store nothing, and then nothing of it can outlive the page.",
        ));
    }
    let mut sides = Sides::ready(place).await?;
    // What an earlier life of this page has left in the queue is done as well.
    let mut found = sides.depth().await?;
    if place == Some("store") {
        found = f64::max(found, FOUND.get());
        FOUND.set(found);
    }
    run.measure("found", found);

    let first = Date::now();
    let begin = clock::now();
    let (mut sent, mut deepest) = (0, 0.0);
    let (mut worker_ended, mut keeper_ended) = (f64::INFINITY, !both_ended);
    loop {
        let now = clock::now() - begin;
        while now >= sent as f64 * EVERY && sent < ORDERS {
            let order = first + sent as f64;
            sent += 1;
            if now >= END && worker_ended == f64::INFINITY {
                sides.end_after(order).await?;
                worker_ended = clock::now() - begin;
            } else {
                sides.take(order).await?;
            }
            deepest = f64::max(deepest, sides.depth().await?);
        }
        if now >= worker_ended + params.down / 2.0 && !keeper_ended {
            keeper_ended = true;
            sides.keeper = Some(Worker::ready().await?);
        }
        if now >= worker_ended + params.down && sides.worker.is_none() {
            sides.worker = Some(Worker::ready().await?);
        }
        let worked = sides.work_off().await?;
        if sent == ORDERS && sides.worker.is_some() && !worked {
            break;
        }
        if !worked {
            TimeoutFuture::new(1).await;
        }
    }
    run.measure("depth", deepest);

    let done: Array = JsFuture::from(all_done()).await?.unchecked_into();
    let times = tally::times(first, done.iter().filter_map(|order| order.as_f64()));
    let lost = times.iter().filter(|times| **times == 0).count();
    let doubled = times.iter().filter(|times| **times > 1).count();
    run.measure("lost", lost as f64);
    run.measure("doubled", doubled as f64);
    Ok(())
}

/// What is between an order and its being done: the queue's owner, if there is one, and the worker.
struct Sides {
    place: Option<&'static str>,
    keeper: Option<Worker>,
    worker: Option<Worker>,
}

impl Sides {
    async fn ready(place: Option<&'static str>) -> Result<Self> {
        Ok(Self {
            place,
            keeper: match place {
                Some(_) => Some(Worker::ready().await?),
                None => None,
            },
            worker: Some(Worker::ready().await?),
        })
    }

    /// How many orders are in the queue.
    async fn depth(&self) -> Result<f64> {
        Ok(self.keep("depth", 0.0).await?.unwrap_or_default())
    }

    /// Takes an order in; without a queue and a worker, it is lost.
    async fn take(&self, order: f64) -> Result {
        if self.place.is_some() {
            self.keep("put", order).await?;
        } else if let Some(worker) = &self.worker {
            worker.call(job!(work(order, WORK))).await?;
        }
        Ok(())
    }

    /// Has the oldest order of the queue done, and takes it out once it is; says whether there was one.
    async fn work_off(&self) -> Result<bool> {
        let Some(worker) = &self.worker else {
            return Ok(false);
        };
        let Some(order) = self.keep("oldest", 0.0).await? else {
            return Ok(false);
        };
        worker.call(job!(work(order, WORK))).await?;
        self.keep("remove", order).await?;
        Ok(true)
    }

    /// Ends the worker when it has noted an order as done, and not said so yet.
    async fn end_after(&mut self, order: f64) -> Result {
        self.keep("put", order).await?;
        let order = self.keep("oldest", 0.0).await?.unwrap_or(order);
        let noted = async || JsFuture::from(count_done()).await.map(|it| it.as_f64());
        let before = noted().await?;
        if let Some(worker) = self.worker.take() {
            let _unheard = worker.begin(&job!(work(order, LONG)))?;
            let begin = clock::now();
            while noted().await? <= before && clock::now() < begin + LONG {
                TimeoutFuture::new(5).await;
            }
        }
        Ok(())
    }

    /// Asks the keeper for something; nothing comes of it where there is no queue.
    async fn keep(&self, what: &str, order: f64) -> Result<Option<f64>> {
        let (Some(keeper), Some(place)) = (&self.keeper, self.place) else {
            return Ok(None);
        };
        let kept = keeper.call(job!(keep(place, what, order))).await?;
        Ok(kept.as_f64())
    }
}

/// What the worker is asked for: an order, of which it notes first that it was done.
#[wasm_bindgen]
pub fn work(order: f64, ms: f64) -> Promise {
    awaiting(async move {
        JsFuture::from(note_done(order)).await?;
        blocking::spin(ms);
        Ok(JsValue::UNDEFINED)
    })
}

/// What the keeper is asked for: something with its queue.
#[wasm_bindgen]
pub fn keep(place: &str, what: &str, order: f64) -> Promise {
    thread_local! {
        static QUEUE: RefCell<VecDeque<f64>> = const { RefCell::new(VecDeque::new()) };
    }
    if place == "store" {
        return match what {
            "put" => put(order),
            "oldest" => oldest(),
            "remove" => remove(order),
            _ => depth(),
        };
    }
    let answer = QUEUE.with_borrow_mut(|queue| match what {
        "put" => {
            queue.push_back(order);
            None
        }
        "oldest" => queue.front().copied(),
        "remove" => queue.pop_front(),
        _ => Some(queue.len() as f64),
    });
    Promise::resolve(&JsValue::from(answer))
}
