//! A thousand waits and two computations: on an executor with one thread, on one with a pool, and on a thread each.

use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use futures_util::future::join_all;
use tokio::runtime::{Builder, Runtime};
use trace::spans::{Span, agents, overlap};
use verdict::format::number;

/// How many waits are begun together.
pub const WAITS: usize = 1000;

/// How long each of them lasts.
pub const WAIT: Duration = Duration::from_millis(500);

/// What was measured of one way to run the tasks.
#[derive(Debug)]
pub struct Row {
    /// What was run, and how.
    pub name: String,
    /// From the first begin to the last end, in milliseconds.
    pub took: f64,
    /// How many threads the operating system counted in this program at most, where it tells.
    pub threads: Option<usize>,
    /// How many of them ran a task's code.
    pub agents: usize,
    /// The longest time for which two of them did at the same moment, in milliseconds.
    pub overlap: f64,
}

/// Stamps of who ran a task's code when.
#[derive(Clone)]
struct Stamps {
    begin: Instant,
    spans: Arc<Mutex<Vec<Span>>>,
}

impl Stamps {
    fn new() -> Self {
        Self {
            begin: Instant::now(),
            spans: Arc::default(),
        }
    }

    fn now(&self) -> f64 {
        self.begin.elapsed().as_secs_f64() * 1000.0
    }

    /// Runs a piece of code and stamps it.
    fn note<T>(&self, run: impl FnOnce() -> T) -> T {
        let begin = self.now();
        let result = run();
        let (agent, end) = (this_thread(), self.now());
        let mut spans = self
            .spans
            .lock()
            .expect("nothing panics while it holds this");
        spans.push(Span { agent, begin, end });
        result
    }

    fn row(self, name: &str, threads: Option<usize>) -> Row {
        let took = self.now();
        let spans = self
            .spans
            .lock()
            .expect("nothing panics while it holds this");
        Row {
            name: name.to_owned(),
            took,
            threads,
            agents: agents(&spans),
            overlap: overlap(&spans),
        }
    }
}

/// A number of its own for each thread.
fn this_thread() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    thread_local! {
        static TAG: u32 = NEXT.fetch_add(1, Ordering::Relaxed);
    }
    TAG.with(|tag| *tag)
}

/// Runs everything, with waits and computations of that length.
pub fn measure(wait: Duration) -> Result<Vec<Row>> {
    let steps = steps_for(wait);
    let one = || Builder::new_current_thread().enable_time().build();
    let pool = || Builder::new_multi_thread().enable_time().build();
    let mut rows = vec![
        waits_as_tasks("a thousand waits, executor with one thread", one()?, wait),
        waits_as_tasks("a thousand waits, executor with a pool", pool()?, wait),
        waits_on_threads("a thousand waits, a thread each", wait)?,
    ];
    rows.extend([
        computations_as_tasks("two computations, executor with one thread", one()?, steps),
        computations_as_tasks("two computations, executor with a pool", pool()?, steps),
        computations_on_threads("two computations, a thread each", steps)?,
    ]);
    Ok(rows)
}

/// Waits in futures.
fn waits_as_tasks(name: &str, runtime: Runtime, wait: Duration) -> Row {
    let stamps = Stamps::new();
    let threads = runtime.block_on(async {
        let tasks: Vec<_> = (0..WAITS)
            .map(|_| {
                let stamps = stamps.clone();
                runtime.spawn(async move {
                    tokio::time::sleep(wait).await;
                    stamps.note(|| ());
                })
            })
            .collect();
        tokio::time::sleep(wait / 2).await;
        let threads = threads_of_this_program();
        join_all(tasks).await;
        threads
    });
    stamps.row(name, threads)
}

/// Waits in plain code, which blocks its thread.
fn waits_on_threads(name: &str, wait: Duration) -> Result<Row> {
    let stamps = Stamps::new();
    // On a slow machine the first wait would be over before the last thread was there to be counted.
    let gate = Mutex::new(());
    let threads = std::thread::scope(|scope| {
        let shut = gate.lock().expect("nothing panics while it holds this");
        let mut all = Vec::with_capacity(WAITS);
        for _ in 0..WAITS {
            let (stamps, gate) = (&stamps, &gate);
            let one = std::thread::Builder::new().spawn_scoped(scope, move || {
                drop(gate.lock());
                std::thread::sleep(wait);
                stamps.note(|| ());
            });
            all.push(one.context("this machine has no room for a thousand threads")?);
        }
        let threads = threads_of_this_program();
        drop(shut);
        // The scope waits for the code of its threads; this waits for the threads, which would be counted next time.
        for one in all {
            one.join().expect("nothing panics there");
        }
        anyhow::Ok(threads)
    })?;
    Ok(stamps.row(name, threads))
}

/// Computes in futures.
fn computations_as_tasks(name: &str, runtime: Runtime, steps: u32) -> Row {
    let stamps = Stamps::new();
    let threads = runtime.block_on(async {
        let tasks = [(); 2].map(|()| {
            let stamps = stamps.clone();
            runtime.spawn(async move { stamps.note(|| black_box(churn(steps))) })
        });
        let threads = threads_of_this_program();
        join_all(tasks).await;
        threads
    });
    stamps.row(name, threads)
}

/// Computes in plain code.
fn computations_on_threads(name: &str, steps: u32) -> Result<Row> {
    let stamps = Stamps::new();
    let threads = std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| stamps.note(|| black_box(churn(steps))));
        }
        threads_of_this_program()
    });
    Ok(stamps.row(name, threads))
}

/// The end of a chain of numbers of which each needs the one before.
fn churn(steps: u32) -> u32 {
    (0..steps).fold(1, |mut number: u32, _| {
        number ^= number << 13;
        number ^= number >> 17;
        number ^ (number << 5)
    })
}

/// How many steps take this machine so long.
fn steps_for(wait: Duration) -> u32 {
    const TRIED: u32 = 2_000_000;
    let begin = Instant::now();
    black_box(churn(black_box(TRIED)));
    let took = begin.elapsed().as_secs_f64();
    (f64::from(TRIED) * wait.as_secs_f64() / took) as u32
}

/// How many threads the operating system counts in this program; Linux alone tells it in a file.
fn threads_of_this_program() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("Threads:"))?;
    line.trim().parse().ok()
}

/// A time that is not broken over two lines.
fn ms(time: f64) -> String {
    format!("{}\u{a0}ms", number(time.round()))
}

/// The rows as the book shows them.
pub fn markdown(rows: &[Row]) -> String {
    let mut text =
        "| what, and on what | took | threads | that ran its code | two at the same moment |\n|---|---|---|---|---|\n"
            .to_owned();
    for row in rows {
        let threads = row
            .threads
            .map_or("–".to_owned(), |threads| number(threads as f64));
        text += &format!(
            "| {} | {} | {threads} | {} | {} |\n",
            row.name,
            ms(row.took),
            number(row.agents as f64),
            ms(row.overlap)
        );
    }
    text + &crate::recorded_where()
}
