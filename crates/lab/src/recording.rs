//! What a run leaves: a list of what happened, in its order, from which a reader goes back and forth.

use std::collections::HashMap;

use serde::Serialize;

use crate::instrument::{Fault, Point};
use crate::lints::Lint;

/// A recorded run.
#[derive(Debug, Serialize)]
pub struct Recording {
    /// The places that the events name.
    pub points: Vec<Point>,
    /// What happened.
    pub events: Vec<Event>,
    /// The values of variables, by the numbers that the steps give.
    pub values: Vec<String>,
    /// What each microtask turned out to be, by its number.
    pub microtasks: Vec<Microtask>,
    /// What is remarkable.
    pub lints: Vec<Lint>,
    /// From here on a turn is felt, in virtual milliseconds.
    pub felt: f64,
    /// How the run ended.
    pub end: End,
}

/// How a run ended.
#[derive(Debug, Serialize)]
pub struct End {
    /// When, in virtual milliseconds.
    pub at: f64,
    /// How many steps it had.
    pub steps: usize,
    /// Why it was given up, if it was.
    pub given_up: Option<String>,
    /// Why the program cannot be run, and where.
    pub fault: Option<Fault>,
}

/// A reaction or a callback, named by what it did first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Microtask {
    /// The point that it came to first; none for the language's own.
    pub point: Option<usize>,
    /// Whether it resumed a function that had awaited.
    pub resumes: bool,
}

/// Where the thread turns to when nothing runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// The program from its top.
    Script,
    /// A task.
    Task,
    /// A microtask.
    Microtask,
    /// A callback before a frame.
    Frame,
}

/// Something that happened; times are in virtual milliseconds.
///
/// Points, calls, tasks and microtasks are named by their numbers.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
#[expect(missing_docs, reason = "the fields are what the variants say")]
pub enum Event {
    /// The thread turns to something, whose number this is.
    Turn { at: f64, kind: Turn, id: usize },
    /// Nothing is left to do before the next task.
    Idle { at: f64 },
    /// A statement is about to run, in a call; the values are those of the point's names.
    Step {
        at: f64,
        point: usize,
        call: u32,
        values: Vec<usize>,
    },
    /// A function begins.
    Call { at: f64, point: usize, call: u32 },
    /// A call begins to wait.
    Await { at: f64, point: usize, call: u32 },
    /// A call goes on after a wait.
    Resume { at: f64, point: usize, call: u32 },
    /// A call ends because what it waited for has failed.
    Fail { at: f64, point: usize, call: u32 },
    /// A microtask is queued.
    Microtask { id: usize },
    /// A task is queued, to run no sooner than at a time.
    Task {
        at: f64,
        id: usize,
        source: String,
        label: String,
        due: f64,
        point: Option<usize>,
    },
    /// A task is taken back.
    Cancel { id: usize },
    /// The program says something.
    Log {
        at: f64,
        level: String,
        text: String,
        point: Option<usize>,
    },
    /// What is drawn of the page.
    Page { at: f64, tree: String },
    /// The page is drawn.
    Frame { at: f64 },
}

/// Texts that are kept once, by their numbers.
#[derive(Debug, Default)]
pub struct Texts {
    all: Vec<String>,
    known: HashMap<String, usize>,
}

impl Texts {
    /// The number of a text.
    pub fn number(&mut self, text: String) -> usize {
        if let Some(number) = self.known.get(&text) {
            return *number;
        }
        self.all.push(text.clone());
        self.known.insert(text, self.all.len() - 1);
        self.all.len() - 1
    }

    /// All texts, by their numbers.
    pub fn into_all(self) -> Vec<String> {
        self.all
    }
}
