//! What is remarkable in a run: each with its line.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::instrument::Point;
use crate::position::Lines;
use crate::recording::Turn;

/// From here on a reader feels that the page does not answer, in milliseconds: 50, and what its statements take beside.
pub const FELT: f64 = 51.0;

/// How many listeners of one line on one target are remarkable.
const MANY_LISTENERS: usize = 3;

/// Something remarkable.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Lint {
    /// What kind of thing.
    pub kind: &'static str,
    /// In which line.
    pub line: usize,
    /// In a sentence.
    pub message: String,
    /// When, in virtual milliseconds.
    pub at: f64,
}

/// A call of one of the program's functions; the program's own top is call 0.
#[derive(Debug, Default)]
struct Call {
    function: Option<usize>,
    began: f64,
    /// The await that it waits in, and since when.
    waits: Option<(usize, f64)>,
    /// The await that it came back from last, since when it waited, and until when.
    waited: Option<(usize, f64, f64)>,
    /// Whether what it waits for began after that.
    began_after: bool,
}

/// What is looked at while a program runs.
#[derive(Debug, Default)]
pub struct Watch {
    lints: Vec<Lint>,
    calls: BTreeMap<u32, Call>,
    turn_began: f64,
    in_turn: bool,
    /// The point that took longest in this turn, and for how long.
    slowest: Option<(usize, f64)>,
    /// The statement that runs: its call, its point, since when.
    statement: Option<(u32, usize, f64)>,
    /// Awaits of a call that followed each other at once, and how long each took.
    pairs: BTreeMap<(usize, usize), (f64, f64, f64)>,
    /// How many listeners a line has on a target, by target, type and point.
    listeners: BTreeMap<(u32, String, Option<usize>), usize>,
    /// When something was last begun that takes time.
    queued: f64,
    /// Which call wrote to an element last.
    writers: BTreeMap<String, u32>,
}

impl Watch {
    /// What was found in a program, in the order of its lines.
    pub fn finish(mut self, source: &str, points: &[Point]) -> Vec<Lint> {
        for ((first, second), (one, other, at)) in std::mem::take(&mut self.pairs) {
            let (from, to) = (&points[first], &points[second]);
            if depends(source, points, first, second) {
                continue;
            }
            self.find("sequence", to.from.line, at, format!(
                "Line {} begins to wait ({other:.0} ms) when the wait of line {} ({one:.0} ms) is over. If it doesn’t need what line {} does, start both first and await them then.",
                to.from.line, from.from.line, from.from.line
            ));
        }
        self.lints.sort_by_key(|lint| lint.line);
        self.lints
    }

    /// Adds something remarkable; a loop would say the same each time, so the first of a kind in a line stands for all.
    pub fn find(&mut self, kind: &'static str, line: usize, at: f64, message: String) {
        let known = |it: &Lint| it.kind == kind && it.line == line;
        if !self.lints.iter().any(known) {
            self.lints.push(Lint {
                kind,
                line,
                message,
                at,
            });
        }
    }

    /// The thread turns to something.
    pub fn turn(&mut self, at: f64, kind: Turn) {
        // Microtasks belong to the turn that they follow.
        if kind != Turn::Microtask || !self.in_turn {
            self.turn_began = at;
            self.slowest = None;
        }
        self.end_statement(at);
        self.in_turn = true;
    }

    /// The thread has nothing left to do.
    pub fn idle(&mut self, at: f64, points: &[Point]) {
        self.end_statement(at);
        self.in_turn = false;
        let took = at - self.turn_began;
        if took <= FELT {
            return;
        }
        let (line, longest) = self
            .slowest
            .map_or((1, took), |(point, took)| (points[point].from.line, took));
        let unheard = "no click is heard, and no frame is drawn";
        let message = if longest > took * 0.8 {
            format!(
                "Line {line} keeps the thread for {longest:.0} ms: nothing else runs, {unheard}."
            )
        } else {
            format!(
                "One turn of {took:.0} ms, of which line {line} takes the most: nothing else runs, {unheard}."
            )
        };
        self.find("stall", line, self.turn_began, message);
    }

    fn end_statement(&mut self, at: f64) {
        if let Some((_, point, began)) = self.statement.take() {
            let took = at - began;
            if self.slowest.is_none_or(|(_, longest)| took > longest) {
                self.slowest = Some((point, took));
            }
        }
    }

    /// A statement is about to run.
    pub fn step(&mut self, call: u32, point: usize, at: f64) {
        self.end_statement(at);
        self.statement = Some((call, point, at));
    }

    /// A function begins.
    pub fn call(&mut self, call: u32, function: usize, at: f64) {
        let begun = Call {
            function: Some(function),
            began: at,
            ..Call::default()
        };
        self.calls.insert(call, begun);
    }

    /// A call begins to wait.
    pub fn begin_await(&mut self, call: u32, point: usize, at: f64) {
        let call = self.calls.entry(call).or_default();
        call.waits = Some((point, at));
        call.began_after = call
            .waited
            .is_some_and(|(_, _, until)| self.queued >= until);
    }

    /// Something begins that takes time: a request or a timer.
    pub fn queue(&mut self, at: f64) {
        self.queued = at;
    }

    /// A call goes on.
    pub fn resume(&mut self, call: u32, until: f64) {
        let Some(call) = self.calls.get_mut(&call) else {
            return;
        };
        let Some((point, since)) = call.waits.take() else {
            return;
        };
        if let Some((before, began, ended)) = call.waited
            && before < point
            && ended - began > 1.0
            && until - since > 1.0
            && since - ended < 1.0
            && call.began_after
        {
            let took = (ended - began, until - since, since);
            self.pairs.entry((before, point)).or_insert(took);
        }
        call.waited = Some((point, since, until));
    }

    /// A listener is added to a target, or removed.
    pub fn listen(
        &mut self,
        target: u32,
        name: &str,
        kind: &str,
        added: bool,
        at: f64,
        points: &[Point],
    ) {
        let point = self.statement.map(|(_, point, _)| point);
        if !added {
            let same =
                |(other, of, _): &(u32, String, Option<usize>)| *other == target && of == kind;
            for (_, count) in self.listeners.iter_mut().filter(|(key, _)| same(key)) {
                *count = count.saturating_sub(1);
            }
            return;
        }
        let count = self
            .listeners
            .entry((target, kind.to_owned(), point))
            .or_default();
        *count += 1;
        if *count == MANY_LISTENERS
            && let Some(point) = point
        {
            let line = points[point].from.line;
            self.find("listeners", line, at, format!(
                "Line {line} has added {MANY_LISTENERS} listeners for {kind} to the same {name} and none was removed: each {kind} runs them all."
            ));
        }
    }

    /// Whether a call has come back from a wait since another began: only then it may be out of date.
    fn has_waited_since(&self, call: u32, other: u32) -> bool {
        let until = self.calls.get(&call).and_then(|it| it.waited);
        let began = self.calls.get(&other).map(|it| it.began);
        until.is_some_and(|(_, _, until)| began.is_some_and(|began| until > began))
    }

    /// The running call writes to an element.
    pub fn write(&mut self, element: &str, at: f64, points: &[Point]) {
        let Some((call, point, _)) = self.statement else {
            return;
        };
        let function = |call: &u32| self.calls.get(call).and_then(|call| call.function);
        if let (Some(last), Some(own)) = (self.writers.get(element), function(&call))
            && *last > call
            && function(last) == Some(own)
            && self.has_waited_since(call, *last)
        {
            let (line, name) = (points[point].from.line, &points[own].text);
            let of = match name.is_empty() {
                true => "of the same function".to_owned(),
                false => format!("of {name}"),
            };
            self.find("stale", line, at, format!(
                "Line {line} writes to {element} for an older call {of} over what a newer call wrote: a stale reply wins."
            ));
        }
        self.writers.insert(element.to_owned(), call);
    }
}

/// Whether what lies between two awaits, or the second of them, uses a name that the first one's statement gives a value to.
fn depends(source: &str, points: &[Point], first: usize, second: usize) -> bool {
    let lines = Lines::of(source);
    let at = |place: crate::position::Place| {
        lines.offset(boa_ast::Position::new(
            place.line as u32,
            place.column as u32,
        ))
    };
    let (from, to) = (at(points[first].from), at(points[second].to));
    let around = points
        .iter()
        .filter(|it| it.kind == crate::instrument::Kind::Statement)
        .filter(|it| at(it.from) <= from && from < at(it.to))
        .max_by_key(|it| at(it.from));
    let Some(around) = around else { return true };
    let given: BTreeSet<&str> = words(&source[at(around.from)..from]).collect();
    // What the first gives decides whether the second runs.
    if ["if", "while", "for", "switch", "do"]
        .iter()
        .any(|word| given.contains(word))
    {
        return true;
    }
    let after = &source[at(points[first].to)..to];
    words(after).any(|word| given.contains(word) && !KEYWORDS.contains(&word))
}

/// What stands before an await and names nothing.
const KEYWORDS: [&str; 5] = ["const", "let", "var", "await", "return"];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '$'))
        .filter(|word| !word.is_empty())
}
