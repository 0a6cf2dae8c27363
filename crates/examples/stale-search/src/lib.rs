//! Search boxes whose replies overtake each other: what do they show in the end?

use async_lock::Mutex;
use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, task};
use futures_util::future::{Either, FutureExt, LocalBoxFuture, select};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::rc::Rc;

experiment::variants! {
    params { boxes: u32 }
    prepare size -> Typing;
    async as_they_come;
    async with_a_lock;
    async with_a_number;
    async the_older_dropped;
}

/// How many letters are typed, and how many milliseconds lie between two at least.
const LETTERS: u32 = 5;
const EVERY: f64 = 15.0;

/// How long a reply takes at least, in milliseconds, and how much longer at most, in times between two letters.
const LEAST: f64 = 5.0;
const JITTER: f64 = 13.0;

/// So many boxes, and how they are typed in.
#[derive(Clone, Copy)]
struct Typing {
    boxes: u32,
    /// The milliseconds between two letters.
    every: f64,
}

/// On a slow machine the letters of all boxes take longer to be asked for, and no reply would overtake another if they were typed as quickly.
async fn size(run: Run, params: Params) -> Result<Typing> {
    let boxes = params.boxes;
    let burst = Source::connect(&run).await?.burst(boxes).await;
    Ok(Typing {
        boxes,
        every: burst.max(EVERY),
    })
}

/// Shows every reply, whatever it answers.
async fn as_they_come(run: Run, typing: Typing) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            search.shown.set(Some(letter));
        };
        shows.boxed_local()
    };
    boxes(run, typing, |search| each_letter(search, show)).await
}

/// The same, and only one reply at a time may be shown.
async fn with_a_lock(run: Run, typing: Typing) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            let _held = search.lock.lock().await;
            search.shown.set(Some(letter));
        };
        shows.boxed_local()
    };
    boxes(run, typing, |search| each_letter(search, show)).await
}

/// Shows a reply if nothing newer is on the screen.
async fn with_a_number(run: Run, typing: Typing) -> Result {
    let show: Show = |search, letter| {
        let shows = async move {
            search.ask(letter).await;
            if search.shown.get() <= Some(letter) {
                search.shown.set(Some(letter));
            }
        };
        shows.boxed_local()
    };
    boxes(run, typing, |search| each_letter(search, show)).await
}

/// A question that still waits is dropped when the next one is asked.
async fn the_older_dropped(run: Run, typing: Typing) -> Result {
    let types = async |search: Rc<Search>| {
        for letter in 0..LETTERS {
            let asks = search.ask(letter).boxed_local();
            if letter == LETTERS - 1 {
                asks.await;
                search.shown.set(Some(letter));
                break;
            }
            // When the next letter comes first, the question is dropped with its future.
            if let Either::Left((_, next)) =
                select(asks, TimeoutFuture::new(search.every as u32)).await
            {
                search.shown.set(Some(letter));
                next.await;
            }
        }
    };
    boxes(run, typing, |search| types(search).boxed_local()).await
}

/// A box into which a word is typed.
struct Search {
    source: Rc<Source>,
    nth: u32,
    /// The milliseconds between two letters.
    every: f64,
    /// The letter whose reply is on the screen, if there was one.
    shown: Cell<Option<u32>>,
    /// The newest letter to which a reply has come, and how many replies came after a newer one.
    newest: Cell<Option<u32>>,
    overtaken: Cell<u32>,
    lock: Mutex<()>,
}

impl Search {
    /// Asks what begins with the letters so far, with the same luck in each variant.
    async fn ask(&self, letter: u32) {
        let ask = Ask {
            jitter: JITTER * self.every,
            seed: 1 + self.nth * LETTERS + letter,
            ..Ask::after(LEAST)
        };
        // These questions fail only where the source is gone, and then the panel says so.
        let _ = self.source.ask(ask).await;
        if self.newest.get() > Some(letter) {
            self.overtaken.set(self.overtaken.get() + 1);
        }
        self.newest.set(self.newest.get().max(Some(letter)));
    }
}

/// Asks for a letter, and shows the reply or does not.
type Show = fn(Rc<Search>, u32) -> LocalBoxFuture<'static, ()>;

/// Types all letters without waiting for replies.
fn each_letter(search: Rc<Search>, show: Show) -> LocalBoxFuture<'static, ()> {
    let one = |letter| {
        let search = Rc::clone(&search);
        let asks = async move {
            TimeoutFuture::new((search.every * f64::from(letter)) as u32).await;
            show(search, letter).await;
        };
        asks.boxed_local()
    };
    let all: FuturesUnordered<_> = (0..LETTERS).map(one).collect();
    all.count().map(drop).boxed_local()
}

/// Types into so many boxes at the same time, and counts those that end up showing something else than the reply to the last letter.
async fn boxes(
    run: Run,
    typing: Typing,
    types: impl Fn(Rc<Search>) -> LocalBoxFuture<'static, ()>,
) -> Result {
    let source = Source::connect(&run).await?;
    let source = Rc::new(source);
    let searches: Vec<Rc<Search>> = (0..typing.boxes)
        .map(|nth| {
            Rc::new(Search {
                source: Rc::clone(&source),
                nth,
                every: typing.every,
                shown: Cell::new(None),
                newest: Cell::new(None),
                overtaken: Cell::new(0),
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
    let overtaken = searches.iter().map(|search| search.overtaken.get());
    run.measure("overtaken", overtaken.sum::<u32>().into());
    Ok(())
}
