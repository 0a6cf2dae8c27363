//! A long sum written into the page: returned, by a direct callback, after a timer, in slices, from a worker.

pub mod sum;

use experiment::{Result, Run, clock, error, job, work, worker::Worker, yielding};
use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use sum::Sum;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> u32;
    sync returned;
    sync direct_callback;
    async after_a_timer;
    async in_slices;
    async from_a_worker;
}

/// How long a slice adds before it yields, in milliseconds.
const SLICE: f64 = 8.0;

/// No sum blocks its thread for longer than this, however slow the machine has become, in milliseconds.
const LIMIT: f64 = 2000.0;

/// Takes the sum as a return value and writes it.
fn returned(run: Run, terms: u32) -> Result {
    let sum = long_sum(terms);
    write(&run, sum);
    Ok(())
}

/// Passes a callback that writes the sum; the callee calls it before it returns.
fn direct_callback(run: Run, terms: u32) -> Result {
    let line = Line::default();
    let here = line.clone();
    sum_then(terms, |sum| {
        write(&run, sum);
        here.callback_ran();
    });
    line.next_line_ran(&run);
    Ok(())
}

/// Lets a timer call the closure: the next line runs first, and the sum blocks the page anyway.
async fn after_a_timer(run: Run, terms: u32) -> Result {
    let line = Line::default();
    let (written, end) = oneshot::channel();
    let _timer = Timeout::new(0, {
        let (run, line) = (run.clone(), line.clone());
        move || {
            sum_then(terms, |sum| write(&run, sum));
            line.callback_ran();
            // The receiver is gone if the reader has pressed Stop.
            let _ = written.send(());
        }
    });
    line.next_line_ran(&run);
    end.await.map_err(|_| error("the timer was cleared"))
}

/// Adds for a moment, yields, and continues.
async fn in_slices(run: Run, terms: u32) -> Result {
    let mut sum = Sum::new(terms);
    loop {
        let end = clock::now() + SLICE;
        if !sum.add(|| clock::now() > end) {
            break;
        }
        yielding::yield_now().await;
    }
    write(&run, sum.so_far());
    Ok(())
}

/// Lets another thread add, and writes the sum when its message comes.
async fn from_a_worker(run: Run, terms: u32) -> Result {
    let worker = Worker::start()?;
    let sum = worker.call(job!(long_sum(terms))).await?;
    write(&run, sum);
    Ok(())
}

/// The sum as a plain function.
#[wasm_bindgen]
pub fn long_sum(terms: u32) -> u32 {
    let limit = clock::now() + LIMIT;
    let mut sum = Sum::new(terms);
    sum.add(|| clock::now() > limit);
    sum.so_far()
}

/// The sum, passed to a callback instead of returned.
fn sum_then(terms: u32, callback: impl FnOnce(u32)) {
    callback(long_sum(terms));
}

/// Writes the sum into the page.
fn write(run: &Run, sum: u32) {
    run.output()
        .set_text_content(Some(&format!("The sum is {sum}.")));
    run.measure("sum", sum.into());
}

/// Remembers which came first: the callback, or the line after the call.
#[derive(Clone, Default)]
struct Line(Rc<Cell<bool>>);

impl Line {
    fn callback_ran(&self) {
        self.0.set(true);
    }

    fn next_line_ran(&self, run: &Run) {
        run.measure("callback_first", f64::from(self.0.get()));
    }
}

/// Finds out how many terms take this machine as long as the reader wants.
async fn calibrate(_: Run, params: Params) -> Result<u32> {
    Ok(work::steps_for(params.ms, long_sum).await)
}
