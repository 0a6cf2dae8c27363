//! A dashboard of twelve panels: each a task on the page, each a worker, or a worker only for those that compute.

use experiment::worker::{self, Worker};
use experiment::{Promise, Result, Run, clock, job, work};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::Number;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Job;
    async tasks;
    async workers;
    async tasks_two_compute;
    async tasks_and_two_workers;
}

/// How many panels there are, and how many of them may compute.
const PANELS: usize = 12;
const COMPUTING: usize = 2;

/// What a panel waits for before each update, and what a computing one computes then, in milliseconds.
const WAITS: u32 = 100;
const COMPUTES: f64 = 80.0;

/// For how long a dashboard goes on, in milliseconds, and how many steps a panel that computes has to do.
#[derive(Clone, Copy)]
struct Job {
    ms: f64,
    steps: u32,
}

async fn calibrate(_: Run, params: Params) -> Result<Job> {
    Ok(Job {
        ms: params.ms,
        steps: work::steps_for(COMPUTES, work::churn).await,
    })
}

async fn tasks(run: Run, job: Job) -> Result {
    all(&run, job, 0, 0).await
}

async fn workers(run: Run, job: Job) -> Result {
    all(&run, job, 0, PANELS).await
}

async fn tasks_two_compute(run: Run, job: Job) -> Result {
    all(&run, job, COMPUTING, 0).await
}

async fn tasks_and_two_workers(run: Run, job: Job) -> Result {
    all(&run, job, COMPUTING, COMPUTING).await
}

/// Keeps all panels going until the time is over: so many of them compute, and the first so many have a worker.
async fn all(run: &Run, job: Job, computing: usize, workers: usize) -> Result {
    let board = run.output();
    board.set_text_content(None);
    let begin = clock::now();
    let shown = Shown::default();
    let mut panels: FuturesUnordered<LocalBoxFuture<'_, Result>> = FuturesUnordered::new();
    for nth in 0..PANELS {
        let panel = Panel {
            place: place(&board)?,
            steps: if nth < computing { job.steps } else { 0 },
            until: begin + job.ms,
            shown: &shown,
        };
        panels.push(match nth < workers {
            false => panel.task().boxed_local(),
            true => panel.worker(Worker::start()?).boxed_local(),
        });
    }
    while let Some(over) = panels.next().await {
        over?;
    }
    let a_second = 1000.0 / job.ms;
    run.measure("updates", f64::from(shown.updates.get()) * a_second);
    run.measure("others", f64::from(shown.others.get()) * a_second);
    run.measure("started", shown.all_there.get() - begin);
    if workers > 0 {
        let worker = Worker::start()?;
        let has = worker.call(job!(has_document())).await?;
        run.measure("document", f64::from(has));
    }
    Ok(())
}

/// How many updates were shown, and when every panel had shown its first.
#[derive(Default)]
struct Shown {
    updates: Cell<u32>,
    /// Those of panels that do not compute.
    others: Cell<u32>,
    panels: Cell<usize>,
    all_there: Cell<f64>,
}

/// One panel: its place in the page, what it computes, and until when it goes on.
struct Panel<'a> {
    place: Element,
    steps: u32,
    until: f64,
    shown: &'a Shown,
}

impl Panel<'_> {
    /// Waits, computes and shows, on the page.
    async fn task(self) -> Result {
        let mut updates = 0;
        while clock::now() < self.until {
            TimeoutFuture::new(WAITS).await;
            std::hint::black_box(work::churn(self.steps));
            self.show(&mut updates);
        }
        Ok(())
    }

    /// Has a worker wait and compute, and shows.
    async fn worker(self, worker: Worker) -> Result {
        let mut updates = 0;
        while clock::now() < self.until {
            worker.call(job!(updated(self.steps))).await?;
            self.show(&mut updates);
        }
        Ok(())
    }

    fn show(&self, updates: &mut u32) {
        *updates += 1;
        self.place.set_text_content(Some(&updates.to_string()));
        let shown = self.shown;
        shown.updates.set(shown.updates.get() + 1);
        if self.steps == 0 {
            shown.others.set(shown.others.get() + 1);
        }
        if *updates == 1 {
            shown.panels.set(shown.panels.get() + 1);
            if shown.panels.get() == PANELS {
                shown.all_there.set(clock::now());
            }
        }
    }
}

/// A place for a panel's figure.
fn place(board: &Element) -> Result<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or_else(|| experiment::error("There is no page here."))?;
    let place = document.create_element("output")?;
    board.append_child(&place)?;
    board.append_with_str_1(" ")?;
    Ok(place)
}

/// What a worker is asked for: it waits and computes.
#[wasm_bindgen]
pub fn updated(steps: u32) -> Promise<Number> {
    worker::awaiting(async move {
        TimeoutFuture::new(WAITS).await;
        Ok(work::churn(steps).into())
    })
}

/// What a worker is asked for: whether it has a page to write to.
#[wasm_bindgen]
pub fn has_document() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"document".into()).unwrap_or_default()
}
