//! What happened in a run, item by item: where it is drawn, and what is said of it when the reader asks.

use crate::declaration::is_default;
use crate::format::{precise, with_unit};
use crate::recording::{BEAT, FELT, Input, OWN_TASK, Recording, Span, Wake};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// Something that happened in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// From when until when, in milliseconds since the variant's begin; the same twice for a moment.
    pub span: Span,
    /// The upper edge of where it is drawn, in pixels from the timeline's upper edge.
    pub top: u32,
    /// The height of where it is drawn, in pixels.
    pub height: u32,
    /// The task that it happened to, if one.
    pub task: Option<u32>,
    /// Whether it is a frame.
    pub is_frame: bool,
    /// What is said of it.
    pub words: String,
}

/// The rows of a timeline, in pixels from its upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// A row for each task, with its number; the variant's own future comes first, and what stalls the page is in its row.
    pub tasks: Vec<(u32, u32)>,
    /// The frames' row, right below the variant's own.
    pub frames: u32,
    /// A row for each worker of the variant, with its number.
    pub workers: Vec<(u32, u32)>,
    /// What is written into the drawing, each with its baseline: names of rows, and how many tasks and workers have none.
    pub names: Vec<(String, u32)>,
    /// The height of them all.
    pub height: u32,
}

/// How many workers get a row of their own at the most.
const WORKERS: usize = 16;

/// Where the variant's own row begins, in pixels: below the arrows of its wakes.
pub const OWN: u32 = ARROW;

/// The height of the variant's own row, in pixels.
pub const BAR: u32 = 24;

/// The height of a row of another task or of a worker, in pixels.
pub const THIN: u32 = 10;

/// The height of the arrows above a task's row, in pixels.
pub const ARROW: u32 = 8;

/// The height of a frame's mark, in pixels.
pub const TICK: u32 = 6;

/// The height of a line that names the row below it, in pixels.
const NAME: u32 = 16;

/// The space between rows, in pixels.
const SPACE: u32 = 4;

impl Rows {
    /// The rows that a recording needs.
    pub fn of(recording: &Recording) -> Self {
        let mut workers: Vec<u32> = recording.jobs().iter().map(|(worker, _)| *worker).collect();
        workers.sort_unstable();
        workers.dedup();
        let more_workers = workers.len().saturating_sub(WORKERS);
        workers.truncate(WORKERS);
        let name = |number| recording.task(number).map_or("", |task| &task.name);
        Self::with(
            recording.drawn_tasks().map(|number| (number, name(number))),
            recording.tasks_left_out(),
            workers,
            more_workers,
        )
    }

    /// Rows for these tasks, each with its number and name, for these workers, and for so many more that are only counted.
    pub fn with<'a>(
        named: impl IntoIterator<Item = (u32, &'a str)>,
        more_tasks: usize,
        working: impl IntoIterator<Item = u32>,
        more_workers: usize,
    ) -> Self {
        let frames = OWN + BAR + SPACE;
        let mut next = frames + TICK + SPACE;
        let (mut tasks, mut names) = (vec![(OWN_TASK, OWN)], Vec::new());
        let mut above = "";
        for (number, name) in named {
            // Of rows of one name, only the first is named.
            if name != above && !name.is_empty() {
                names.push((name.to_owned(), next + NAME - SPACE));
                next += NAME;
            } else {
                next += ARROW;
            }
            above = name;
            tasks.push((number, next));
            next += THIN;
        }
        let leave_out = |names: &mut Vec<(String, u32)>, count: usize, next: &mut u32| {
            if count > 0 {
                names.push((format!("{count} more"), *next + NAME - SPACE));
                *next += NAME;
            }
        };
        leave_out(&mut names, more_tasks, &mut next);
        let mut workers: Vec<(u32, u32)> = working.into_iter().map(|number| (number, 0)).collect();
        if !workers.is_empty() {
            let name = with_unit(workers.len() as f64, "workers");
            names.push((name, next + NAME - SPACE));
            next += NAME;
        }
        for (_, top) in &mut workers {
            *top = next;
            next += THIN + SPACE;
        }
        leave_out(&mut names, more_workers, &mut next);
        Self {
            tasks,
            frames,
            workers,
            names,
            height: next,
        }
    }
}

/// Everything in a recording that a reader can ask about, in the order of time.
pub fn items(variant: &str, recording: &Recording) -> Vec<Item> {
    let rows = Rows::of(recording);
    let mut list = List {
        origin: recording.begin,
        items: Vec::new(),
    };
    for &(task, top) in &rows.tasks {
        let name = name(variant, recording, task);
        let height = if task == OWN_TASK { BAR } else { THIN };
        list.task(variant, recording, task, &name, (top, height));
    }
    for stall in stalls(recording) {
        let frozen = with_unit(stall.length(), "ms");
        let words = format!("the page is frozen for {frozen}, {}", list.between(stall));
        list.add(stall, (OWN, BAR), None, words);
    }
    for pair in recording.frames.windows(2) {
        let gap = precise(pair[1] - pair[0]);
        let words = format!(
            "a frame at {}, {gap} ms after the one before",
            list.at(pair[1])
        );
        list.moment(pair[1], (rows.frames, TICK), None, words);
        if let Some(frame) = list.items.last_mut() {
            frame.is_frame = true;
        }
    }
    for &Input { at, heard, key } in &recording.inputs {
        let what = if key { "key" } else { "click" };
        let wait = precise(heard - at);
        let words = format!("your {what} at {}, heard {wait} ms later", list.at(at));
        let span = Span {
            begin: at,
            end: heard,
        };
        list.add(span, (OWN + BAR, SPACE + TICK), None, words);
    }
    for (worker, span) in recording.jobs() {
        let row = rows.workers.iter().find(|(number, _)| *number == worker);
        if let Some((_, top)) = row {
            let words = format!("a worker is busy {}", list.stretch(span));
            list.add(span, (*top, THIN), None, words);
        }
    }
    list.items
        .sort_by(|one, other| one.span.begin.total_cmp(&other.span.begin));
    list.items
}

/// The item that the reader points at: of those near it, the shortest.
pub fn nearest(items: &[Item], at: f64, y: u32, slack: f64) -> Option<usize> {
    let near = |item: &Item| {
        (item.top.saturating_sub(2)..item.top + item.height + 2).contains(&y)
            && item.span.begin - slack <= at
            && item.span.end + slack >= at
    };
    // Of moments equally short the closer one counts.
    let rank = |item: &Item| {
        let middle = (item.span.begin + item.span.end) / 2.0;
        (item.span.length(), (middle - at).abs())
    };
    let near = items.iter().enumerate().filter(|(_, item)| near(item));
    let best = near.min_by(|(_, one), (_, other)| {
        let ((one, by), (other, from)) = (rank(one), rank(other));
        one.total_cmp(&other).then(by.total_cmp(&from))
    });
    best.map(|(place, _)| place)
}

/// The item with which a reader begins: the first that the variant itself does.
pub fn first(items: &[Item]) -> Option<usize> {
    let begun = |item: &Item| item.span.begin >= 0.0;
    let own = items.iter().position(|item| item.top == OWN && begun(item));
    own.or_else(|| items.iter().position(begun))
}

/// The next item in the same row, or the one before.
pub fn beside(items: &[Item], place: usize, forward: bool) -> Option<usize> {
    let same = |other: &usize| items[*other].top == items[place].top;
    if forward {
        (place + 1..items.len()).find(same)
    } else {
        (0..place).rev().find(same)
    }
}

/// The item in the next row below, or above, that is closest in time.
pub fn across(items: &[Item], place: usize, down: bool) -> Option<usize> {
    let own = &items[place];
    let rows = items.iter().map(|item| item.top);
    let row = if down {
        rows.filter(|top| *top > own.top).min()
    } else {
        rows.filter(|top| *top < own.top).max()
    }?;
    let there = items.iter().enumerate().filter(|(_, item)| item.top == row);
    let distance = |item: &Item| (item.span.begin - own.span.begin).abs();
    let closest = there.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
    closest.map(|(place, _)| place)
}

/// The stalls that can be felt, as the measure `stall` counts them: each until the timer that was due has fired, which may be after the variant's end.
pub fn stalls(recording: &Recording) -> Vec<Span> {
    let during = |stall: &Span| stall.end > recording.begin && stall.begin - BEAT < recording.end;
    let mut stalls = recording.stalls(FELT);
    stalls.retain(during);
    stalls
}

/// What happened in a variant, counted.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Summary {
    polls: usize,
    /// The longest poll, in milliseconds.
    #[serde(skip_serializing_if = "is_default")]
    longest: f64,
    #[serde(skip_serializing_if = "is_default")]
    wakes: usize,
    #[serde(skip_serializing_if = "is_default")]
    tasks: usize,
    /// The longest job of a worker, in milliseconds.
    #[serde(skip_serializing_if = "is_default")]
    job: f64,
    /// The slowest click or key, in milliseconds.
    #[serde(skip_serializing_if = "is_default")]
    input: f64,
    /// Whether the recorder was full before the end.
    #[serde(skip_serializing_if = "is_default")]
    full: bool,
}

impl Summary {
    /// Counts what a recording holds.
    pub fn of(recording: &Recording) -> Self {
        let longest = |spans: &mut dyn Iterator<Item = f64>| spans.fold(0.0, f64::max);
        let polls = recording.polls(OWN_TASK);
        Self {
            polls: polls.len(),
            longest: longest(&mut polls.iter().map(|poll| poll.span.length())),
            wakes: recording.wakes(OWN_TASK).len(),
            tasks: recording.tasks.len(),
            job: longest(&mut recording.jobs().into_iter().map(|(_, job)| job.length())),
            input: longest(&mut recording.inputs.iter().map(|input| input.heard - input.at)),
            full: recording.full,
        }
    }

    /// The same in one sentence without its full stop, with the variant's longest stall.
    pub fn in_words(&self, stall: f64) -> String {
        let count = if self.polls == 1 { "poll" } else { "polls" };
        let mut words = format!(
            "{}, the longest of {}",
            with_unit(self.polls as f64, count),
            with_unit(self.longest, "ms"),
        );
        let frozen = if stall >= FELT { stall } else { 0.0 };
        for (what, value, unit) in [
            ("the page was frozen for", frozen, "ms"),
            ("woken", self.wakes as f64, "times"),
            ("tasks of its own:", self.tasks as f64, ""),
            ("a worker was busy for up to", self.job, "ms"),
            ("your slowest click or key waited", self.input, "ms"),
        ] {
            if value > 0.0 {
                let _ = write!(words, "; {what} {}", with_unit(value, unit));
            }
        }
        if self.full {
            words.push_str("; the recorder was full before the end");
        }
        words
    }
}

/// What a task is called.
fn name(variant: &str, recording: &Recording, task: u32) -> String {
    match recording.task(task) {
        Some(task) => format!("‘{}’", task.name),
        None if task == OWN_TASK => format!("‘{variant}’"),
        None => "another task".to_owned(),
    }
}

struct List {
    origin: f64,
    items: Vec<Item>,
}

impl List {
    fn add(&mut self, span: Span, (top, height): (u32, u32), task: Option<u32>, words: String) {
        let span = Span {
            begin: span.begin - self.origin,
            end: span.end - self.origin,
        };
        self.items.push(Item {
            span,
            top,
            height,
            task,
            is_frame: false,
            words,
        });
    }

    fn moment(&mut self, at: f64, place: (u32, u32), task: Option<u32>, words: String) {
        let span = Span { begin: at, end: at };
        self.add(span, place, task, words);
    }

    /// A moment in words.
    fn at(&self, at: f64) -> String {
        format!("{} ms", precise(at - self.origin))
    }

    /// A stretch in words.
    fn stretch(&self, span: Span) -> String {
        format!("for {} ms, {}", precise(span.length()), self.between(span))
    }

    /// Its begin and its end in words.
    fn between(&self, span: Span) -> String {
        let begin = precise(span.begin - self.origin);
        format!("from {begin} to {}", self.at(span.end))
    }

    fn task(
        &mut self,
        variant: &str,
        recording: &Recording,
        task: u32,
        name: &str,
        (top, height): (u32, u32),
    ) {
        let own = Some(task);
        let polls = recording.polls(task);
        for poll in &polls {
            let result = if poll.ready { "Ready" } else { "Pending" };
            let words = format!("{name} is polled {}: {result}", self.stretch(poll.span));
            self.add(poll.span, (top, height), own, words);
        }
        for wait in recording.waits(task) {
            let words = format!("{name} waits {}: the thread is free", self.stretch(wait));
            self.add(wait, (top, height), own, words);
        }
        for Wake { at, during, poll } in recording.wakes(task) {
            let caller = match during {
                None => "by a callback".to_owned(),
                Some(caller) if caller == task => "by its own poll".to_owned(),
                Some(caller) => {
                    format!("in the poll of {}", self::name(variant, recording, caller))
                }
            };
            let delay = precise(poll - at);
            let words = format!(
                "{name} is woken at {} {caller}, and polled {delay} ms later",
                self.at(at)
            );
            let span = Span {
                begin: at,
                end: poll,
            };
            self.add(span, (top.saturating_sub(ARROW), ARROW), own, words);
        }
        if let Some(at) = recording.dropped(task) {
            let words = format!("{name} is dropped at {}, before its end", self.at(at));
            self.moment(at, (top, height), own, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::Task;
    use trace::recorder::{Event, Kind};

    fn event(at: f64, kind: Kind, task: u32, during: Option<u32>) -> Event {
        Event {
            at,
            kind,
            task,
            during,
        }
    }

    /// A variant that polls a task of its own, which a callback wakes, and drops it.
    fn recording() -> Recording {
        Recording {
            begin: 100.0,
            end: 300.0,
            frames: vec![101.0, 118.0],
            inputs: vec![Input {
                at: 150.0,
                heard: 152.0,
                key: false,
            }],
            tasks: vec![(
                1,
                Task {
                    name: "peel".to_owned(),
                    file: "src/lib.rs".to_owned(),
                    line: 7,
                },
            )],
            events: vec![
                event(100.0, Kind::PollBegin, 0, None),
                event(101.0, Kind::PollBegin, 1, Some(0)),
                event(103.0, Kind::PollPending, 1, Some(0)),
                event(104.0, Kind::PollPending, 0, None),
                event(200.0, Kind::Wake, 1, None),
                event(200.0, Kind::Wake, 0, None),
                event(201.0, Kind::PollBegin, 0, None),
                event(202.0, Kind::PollBegin, 1, Some(0)),
                event(203.0, Kind::PollPending, 1, Some(0)),
                event(204.0, Kind::Drop, 1, Some(0)),
                event(205.0, Kind::PollReady, 0, None),
            ],
            ..Recording::default()
        }
    }

    #[test]
    fn every_event_is_told_in_words() {
        let items = items("dinner", &recording());
        let words: Vec<&str> = items.iter().map(|item| item.words.as_str()).collect();
        for expected in [
            "‘dinner’ is polled for 4.0 ms, from 0.0 to 4.0 ms: Pending",
            "‘peel’ is polled for 2.0 ms, from 1.0 to 3.0 ms: Pending",
            "‘peel’ waits for 99.0 ms, from 3.0 to 102.0 ms: the thread is free",
            "‘peel’ is woken at 100.0 ms by a callback, and polled 2.0 ms later",
            "‘peel’ is dropped at 104.0 ms, before its end",
            "‘dinner’ is polled for 4.0 ms, from 101.0 to 105.0 ms: Ready",
            "a frame at 18.0 ms, 17.0 ms after the one before",
            "your click at 50.0 ms, heard 2.0 ms later",
        ] {
            assert!(words.contains(&expected), "{expected} in {words:#?}");
        }
        assert!(items.is_sorted_by(|one, other| one.span.begin <= other.span.begin));
    }

    #[test]
    fn the_reader_points_at_the_shortest_thing_in_that_row() {
        let recording = recording();
        let items = items("dinner", &recording);
        let rows = Rows::of(&recording);
        let pointed = |at, y| nearest(&items, at, y, 0.5).map(|place| items[place].words.as_str());
        let (variant, peel) = (rows.tasks[0].1 + 4, rows.tasks[1].1 + 4);
        assert_eq!(
            pointed(2.0, variant),
            Some("‘dinner’ is polled for 4.0 ms, from 0.0 to 4.0 ms: Pending")
        );
        assert!(pointed(50.0, peel).is_some_and(|words| words.starts_with("‘peel’ waits")));
        assert!(pointed(104.2, peel).is_some_and(|words| words.contains("dropped")));
        assert_eq!(pointed(80.0, rows.frames + 3), None);
        assert!(pointed(51.0, rows.frames + 3).is_some_and(|words| words.contains("your click")));
    }

    #[test]
    fn what_gets_no_row_is_counted() {
        let mut many = recording();
        assert_eq!(Rows::of(&many).names, [("peel".to_owned(), 58)]);
        for number in 100..120 {
            many.events.extend([
                event(5.0, Kind::WorkerBegin, number, None),
                event(6.0, Kind::WorkerEnd, number, None),
            ]);
        }
        let rows = Rows::of(&many);
        let known = recording().jobs().len();
        assert_eq!(rows.workers.len(), WORKERS);
        let (more, at) = &rows.names[2];
        assert_eq!(*more, format!("{} more", 20 + known - WORKERS));
        assert!(*at > rows.workers[WORKERS - 1].1);
    }

    #[test]
    fn a_reader_begins_with_what_the_variant_does() {
        let mut recording = recording();
        // A frame that is drawn just when it begins is not what the timeline is about.
        recording.frames = vec![recording.begin - 16.0, recording.begin];
        let items = items("dinner", &recording);
        let words = &items[first(&items).unwrap()].words;
        assert!(words.starts_with("‘dinner’ is polled"), "{words}");
    }

    #[test]
    fn keys_step_along_a_row_and_across_rows() {
        let items = items("dinner", &recording());
        let words = |place: Option<usize>| place.map(|place| items[place].words.as_str());
        let first = items
            .iter()
            .position(|item| item.words.contains("from 0.0 to 4.0"));
        let first = first.unwrap();
        let next = beside(&items, first, true);
        assert!(words(next).is_some_and(|words| words.starts_with("‘dinner’ waits")));
        assert_eq!(beside(&items, next.unwrap(), false), Some(first));
        assert_eq!(beside(&items, first, false), None);
        let mut below = first;
        for row in [
            "your click",
            "a frame",
            "‘peel’ is woken",
            "‘peel’ is polled",
        ] {
            below = across(&items, below, true).unwrap();
            assert!(
                items[below].words.starts_with(row),
                "{}",
                items[below].words
            );
        }
        assert!(words(across(&items, first, false)).is_some());
    }

    #[test]
    fn a_variant_is_told_in_one_sentence() {
        assert_eq!(
            Summary::of(&recording()).in_words(FELT - 1.0),
            "2 polls, the longest of 4 ms; woken once; tasks of its own: 1; your slowest click or key waited 2 ms"
        );
    }
}
