//! Four threads of the operating system count together: in two steps, in one, and under a lock.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::scope;

use verdict::format::number;

/// How many threads count.
pub const THREADS: u32 = 4;

/// How often each of them adds one, for the book.
pub const TIMES: u32 = 1_000_000;

/// What came of one way to count.
#[derive(Debug)]
pub struct Row {
    /// How they counted.
    pub name: String,
    /// What the number should be.
    pub wanted: u32,
    /// What it was.
    pub counted: u32,
}

/// Counts in each way, so many times on each thread.
pub fn measure(times: u32) -> Vec<Row> {
    let wanted = THREADS * times;
    let row = |name: &str, counted| Row {
        name: name.to_owned(),
        wanted,
        counted,
    };
    vec![
        row("read, then write", in_two_steps(times)),
        row("an atomic addition", in_one_step(times)),
        row("under a mutex", under_a_lock(times)),
    ]
}

/// What a program does that reads, adds and writes. With a plain number Rust refuses to compile it; an atomic one may be used carelessly.
fn in_two_steps(times: u32) -> u32 {
    let count = AtomicU32::new(0);
    everybody(times, || {
        let read = count.load(Relaxed);
        count.store(read + 1, Relaxed);
    });
    count.into_inner()
}

fn in_one_step(times: u32) -> u32 {
    let count = AtomicU32::new(0);
    everybody(times, || {
        count.fetch_add(1, Relaxed);
    });
    count.into_inner()
}

fn under_a_lock(times: u32) -> u32 {
    let count = Mutex::new(0);
    everybody(times, || {
        *count.lock().expect("nothing panics while it holds this") += 1;
    });
    count.into_inner().expect("nothing panicked")
}

/// Has each thread do it so many times.
fn everybody(times: u32, add: impl Fn() + Sync) {
    scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| (0..times).for_each(|_| add()));
        }
    });
}

/// The rows as the book shows them.
pub fn markdown(rows: &[Row]) -> String {
    let times = rows.first().map_or(0, |row| row.wanted / THREADS);
    let mut text = format!(
        "| {THREADS} threads, each {} times | wanted | counted | lost |\n|---|---|---|---|\n",
        number(times.into())
    );
    for row in rows {
        text += &format!(
            "| {} | {} | {} | {} |\n",
            row.name,
            number(row.wanted.into()),
            number(row.counted.into()),
            number((row.wanted - row.counted).into()),
        );
    }
    text + &crate::recorded_where()
}
