//! Rows that take a moment each: when does the page show them?

mod paints;

use experiment::{Result, Run, blocking, job, worker::Worker, yielding};
use paints::Paints;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { rows: f64 }
    async no_yield;
    async microtask_yield;
    async task_yield;
    async worker;
}

/// How long one row takes to compute, in milliseconds.
const ROW: f64 = 10.0;

/// Computes and writes all rows in one go.
async fn no_yield(run: Run, params: Params) -> Result {
    show(&run, params, async || {
        blocking::spin(ROW);
        Ok(())
    })
    .await
}

/// Awaits a microtask after each row.
async fn microtask_yield(run: Run, params: Params) -> Result {
    show(&run, params, async || {
        blocking::spin(ROW);
        yielding::microtask().await;
        Ok(())
    })
    .await
}

/// Gives the thread back to the event loop after each row.
async fn task_yield(run: Run, params: Params) -> Result {
    show(&run, params, async || {
        blocking::spin(ROW);
        yielding::task().await;
        Ok(())
    })
    .await
}

/// Lets a worker compute, and writes each row when it comes.
async fn worker(run: Run, params: Params) -> Result {
    let worker = Worker::start()?;
    show(&run, params, async || worker.call(job!(row())).await).await
}

/// What the worker is asked for: one row.
#[wasm_bindgen]
pub fn row() {
    blocking::spin(ROW);
}

/// Computes row after row and writes each into the page, while the frames are counted.
async fn show(run: &Run, params: Params, compute: impl AsyncFn() -> Result) -> Result {
    let written = Cell::new(0);
    let write = async {
        let output = run.output();
        let mut text = String::new();
        while written.get() < params.rows as u32 {
            compute().await?;
            text.push('▮');
            output.set_text_content(Some(&text));
            written.set(written.get() + 1);
            run.progress(f64::from(written.get()) / params.rows);
        }
        Ok(())
    };
    let paints = Paints::count(&written, write).await?;
    run.measure("paints", paints.changed.into());
    run.measure("first", paints.first);
    Ok(())
}
