//! A search box, whose replies overtake each other: what stands there in the end?

pub mod declaration;

use async_lock::Mutex;
use declaration::Params;
use experiment::reply::{Ask, Source};
use experiment::{Result, Run, task};
use futures_util::future::{Either, FutureExt, LocalBoxFuture, select};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::rc::Rc;

/// How many letters are typed, and how many milliseconds lie between two.
const LETTERS: u32 = 5;
const EVERY: u32 = 15;

/// How long a reply takes at least, and how much longer at most, in milliseconds.
const LEAST: f64 = 5.0;
const JITTER: f64 = 195.0;

/// What comes is shown, whatever it answers.
async fn as_they_come(run: Run, params: Params) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            search.shown.set(Some(letter));
        };
        shows.boxed_local()
    };
    boxes(run, params, |search| each_letter(search, show)).await
}

/// The same, and only one reply at a time may be shown.
async fn with_a_lock(run: Run, params: Params) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            let _held = search.lock.lock().await;
            search.shown.set(Some(letter));
        };
        shows.boxed_local()
    };
    boxes(run, params, |search| each_letter(search, show)).await
}

/// What comes is shown if nothing newer stands there.
async fn with_a_number(run: Run, params: Params) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            if search.shown.get() <= Some(letter) {
                search.shown.set(Some(letter));
            }
        };
        shows.boxed_local()
    };
    boxes(run, params, |search| each_letter(search, show)).await
}

/// A question that still waits is dropped when the next one is asked.
async fn the_older_dropped(run: Run, params: Params) -> Result {
    let types = async |search: Rc<Search>| {
        for letter in 0..LETTERS {
            let asks = search.ask(letter).boxed_local();
            if letter == LETTERS - 1 {
                asks.await;
                search.shown.set(Some(letter));
                break;
            }
            // When the next letter comes first, the question is dropped with its future.
            if let Either::Left((_, next)) = select(asks, TimeoutFuture::new(EVERY)).await {
                search.shown.set(Some(letter));
                next.await;
            }
        }
    };
    boxes(run, params, |search| types(search).boxed_local()).await
}

/// A box in which somebody types a word.
struct Search {
    source: Rc<Source>,
    nth: u32,
    /// The reply to which letter stands there, if there was one.
    shown: Cell<Option<u32>>,
    lock: Mutex<()>,
}

impl Search {
    /// Asks what begins with the letters so far, with the same luck in each arm.
    async fn ask(&self, letter: u32) {
        let ask = Ask {
            jitter: JITTER,
            seed: 1 + self.nth * LETTERS + letter,
            ..Ask::after(LEAST)
        };
        // These questions fail only where the source is gone, and then the panel says so.
        let _ = self.source.ask(ask).await;
    }
}

/// Asks for a letter, and shows the reply or does not.
type Show = fn(Rc<Search>, u32) -> LocalBoxFuture<'static, ()>;

/// Types all letters; nobody waits for a reply before the next.
fn each_letter(search: Rc<Search>, show: Show) -> LocalBoxFuture<'static, ()> {
    let one = |letter| {
        let search = Rc::clone(&search);
        let asks = async move {
            TimeoutFuture::new(EVERY * letter).await;
            show(search, letter).await;
        };
        asks.boxed_local()
    };
    let all: FuturesUnordered<_> = (0..LETTERS).map(one).collect();
    all.count().map(drop).boxed_local()
}

/// Has somebody type in so many boxes at once, and counts those in which something else stands than the reply to the last letter.
async fn boxes(
    run: Run,
    params: Params,
    types: impl Fn(Rc<Search>) -> LocalBoxFuture<'static, ()>,
) -> Result {
    let Some(source) = Source::connect(&run).await else {
        return Ok(());
    };
    let source = Rc::new(source);
    let searches: Vec<Rc<Search>> = (0..params.boxes as u32)
        .map(|nth| {
            Rc::new(Search {
                source: Rc::clone(&source),
                nth,
                shown: Cell::new(None),
                lock: Mutex::new(()),
            })
        })
        .collect();
    let all: FuturesUnordered<LocalBoxFuture<()>> = searches
        .iter()
        .map(|search| task(&run, "box", types(Rc::clone(search))).boxed_local())
        .collect();
    all.count().await;
    let wrong = searches
        .iter()
        .filter(|search| search.shown.get() != Some(LETTERS - 1));
    run.measure("wrong", wrong.count() as f64);
    Ok(())
}
