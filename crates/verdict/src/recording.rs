//! What was recorded of one run of one variant, and the measures that follow from it.

use crate::stats;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use trace::recorder::{Event, Kind};

/// The period of the page's heartbeat, in milliseconds.
pub const BEAT: f64 = 5.0;

/// How often the page tells the worker that it is alive, in milliseconds.
pub const SIGN: f64 = 20.0;

/// How long a stall may last before the page is felt to be stuck, in milliseconds.
pub const FELT: f64 = 50.0;

/// How many tasks get a row of their own; of a thousand nobody could read one.
const ROWS: usize = 8;

/// The number under which an example records its variant's own future.
pub const OWN_TASK: u32 = 0;

/// What was recorded of one run of one variant; all times in milliseconds on the page's clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// When the variant was called.
    pub begin: f64,
    /// When the page learnt that it had ended.
    pub end: f64,
    /// When a timer of [`BEAT`] fired on the page, from before the variant's begin until after its end.
    pub beats: Vec<f64>,
    /// When the page was about to draw a frame, likewise.
    pub frames: Vec<f64>,
    /// When a worker's timer fired, and for how long it had not heard from the page by then; nothing where no worker could be had.
    pub outside: Option<Vec<(f64, f64)>>,
    /// The long tasks that the browser itself tells of, where it does.
    pub long_tasks: Option<Vec<Span>>,
    /// The browser's own entries about clicks and keys, where it has them: from when they happened until they were heard.
    pub event_entries: Option<Vec<Span>>,
    /// What the reader did.
    pub inputs: Vec<Input>,
    /// What the example's recorder saw.
    pub events: Vec<Event>,
    /// Whether the example's recorder ran full.
    pub full: bool,
    /// Figures that the variant handed over.
    pub figures: Vec<(String, f64)>,
    /// The tasks that the variant has named: their numbers, and what is known of them.
    pub tasks: Vec<(u32, Task)>,
    /// Whether the tab was hidden meanwhile.
    pub hidden: bool,
    /// Why the variant could not show here what it is about, if so.
    pub unmeasurable: Option<String>,
}

/// A click or a key of the reader's.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct Input {
    /// When it happened.
    pub at: f64,
    /// When the page's code heard it.
    pub heard: f64,
    /// Whether it was a key.
    pub key: bool,
}

/// A task that a variant has named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Its name for the reader.
    pub name: String,
    /// The file of the source that started it.
    pub file: String,
    /// The line there.
    pub line: u32,
}

/// A stretch of time, in milliseconds; as JSON, its begin and its end.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct Span {
    /// Its begin.
    pub begin: f64,
    /// Its end.
    pub end: f64,
}

/// One poll of a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poll {
    /// When.
    pub span: Span,
    /// Whether it returned `Ready`.
    pub ready: bool,
}

/// A wake that caused a poll.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wake {
    /// When the waker was called.
    pub at: f64,
    /// The task in whose poll it was called; none if a callback did it.
    pub during: Option<u32>,
    /// When the poll began.
    pub poll: f64,
}

impl From<[f64; 2]> for Span {
    fn from([begin, end]: [f64; 2]) -> Self {
        Self { begin, end }
    }
}

impl From<Span> for [f64; 2] {
    fn from(span: Span) -> Self {
        [span.begin, span.end]
    }
}

impl Span {
    /// How long it is.
    pub fn length(self) -> f64 {
        self.end - self.begin
    }

    fn overlaps(self, other: Self) -> bool {
        self.begin < other.end && self.end > other.begin
    }
}

/// Of a variant's repeats, the one to draw: its longest stall is nearest to the median, which is the figure beside it.
pub fn typical(repeats: &[Recording]) -> Option<&Recording> {
    let stalls: Vec<f64> = repeats.iter().map(Recording::stall).collect();
    let median = stats::median(&stalls);
    // Of two that are as near, the later one: the first may be repeated because it was disturbed.
    let distance = |one: &Recording| ((one.stall() - median).abs() * 100.0).round();
    repeats
        .iter()
        .rev()
        .min_by(|one, other| distance(one).total_cmp(&distance(other)))
}

impl Recording {
    /// From the variant's begin to its end.
    pub fn span(&self) -> Span {
        Span {
            begin: self.begin,
            end: self.end,
        }
    }

    /// The measures of this run, by name: the panel's own, of which some only where the browser gives them, then the variant's.
    pub fn measures(&self) -> Vec<(String, f64)> {
        let frames = self
            .frames
            .iter()
            .filter(|at| **at > self.begin && **at < self.end);
        let gap = stats::longest_gap(&self.frames, self.begin, self.end);
        let mut measures = vec![
            ("total", self.end - self.begin),
            ("stall", self.stall()),
            ("frame_gap", gap),
            ("frames", frames.count() as f64),
        ];
        if let Some(silence) = self.silence() {
            measures.push(("silence", silence));
        }
        if let Some(longest) = self.longest_of(self.long_tasks.as_ref()) {
            measures.push(("long_task", longest));
        }
        let waits = self.inputs.iter().map(|input| input.heard - input.at);
        if let Some(slowest) = waits.reduce(f64::max) {
            measures.push(("input_delay", slowest));
            if let Some(slowest) = self.longest_of(self.event_entries.as_ref()) {
                measures.push(("event_delay", slowest));
            }
        }
        let own = self.figures.iter().cloned();
        let named = |(name, value): (&str, f64)| (name.to_owned(), value);
        measures.into_iter().map(named).chain(own).collect()
    }

    /// The largest lateness of the heartbeat, in milliseconds.
    fn stall(&self) -> f64 {
        (stats::longest_gap(&self.beats, self.begin, self.end) - BEAT).max(0.0)
    }

    /// For how long at most the worker waited in vain for the page's next sign of life, in milliseconds.
    fn silence(&self) -> Option<f64> {
        let beats = self.outside.as_ref()?.iter();
        let during = beats.filter(|(at, _)| *at > self.begin && *at < self.end);
        let silences = during.map(|(_, silence)| (silence - SIGN).max(0.0));
        silences.reduce(f64::max)
    }

    /// The longest of the browser's own entries that lie within the run, at least in part.
    fn longest_of(&self, entries: Option<&Vec<Span>>) -> Option<f64> {
        let within = entries?.iter().filter(|entry| entry.overlaps(self.span()));
        Some(within.map(|entry| entry.length()).fold(0.0, f64::max))
    }

    /// Whether the page was stalled for long enough to be felt, or for a twentieth of a short run, though for a small part of the time only; in a run that is itself hardly felt, for any part.
    pub fn is_disturbed(&self) -> bool {
        let took = self.end - self.begin;
        let most = if took < 2.0 * FELT { took } else { took / 2.0 };
        (FELT.min(took / 20.0)..most).contains(&self.stall())
    }

    /// What the reader is told of a task: its name, or none for the variant's own future.
    pub fn task(&self, number: u32) -> Option<&Task> {
        let (_, task) = self.tasks.iter().find(|(own, _)| *own == number)?;
        Some(task)
    }

    /// The numbers of the tasks that get a row of their own: the first few that were recorded.
    pub fn drawn_tasks(&self) -> impl Iterator<Item = u32> {
        self.recorded_tasks().take(ROWS)
    }

    /// How many tasks were recorded beyond those.
    pub fn tasks_left_out(&self) -> usize {
        self.recorded_tasks().skip(ROWS).count()
    }

    fn recorded_tasks(&self) -> impl Iterator<Item = u32> {
        let recorded: BTreeSet<u32> = self.events.iter().map(|event| event.task).collect();
        let numbers = self.tasks.iter().map(|(number, _)| *number);
        numbers.filter(move |number| recorded.contains(number))
    }

    /// The polls of a task, in their order.
    pub fn polls(&self, task: u32) -> Vec<Poll> {
        let mut polls = Vec::new();
        let mut begun = None;
        for event in self.events.iter().filter(|event| event.task == task) {
            match event.kind {
                Kind::PollBegin => begun = Some(event.at),
                Kind::PollPending | Kind::PollReady => polls.extend(begun.take().map(|begin| {
                    let span = Span {
                        begin,
                        end: event.at,
                    };
                    Poll {
                        span,
                        ready: event.kind == Kind::PollReady,
                    }
                })),
                _ => {}
            }
        }
        polls
    }

    /// When a task was suspended: between its polls, and after a last one that was pending until its drop or the end.
    pub fn waits(&self, task: u32) -> Vec<Span> {
        let polls = self.polls(task);
        let mut waits: Vec<Span> = polls
            .windows(2)
            // A row goes on with another future after one that was ready.
            .filter(|pair| !pair[0].ready)
            .map(|pair| Span {
                begin: pair[0].span.end,
                end: pair[1].span.begin,
            })
            .collect();
        // Of a recorder that is full nobody knows how it went on.
        if let Some(last) = polls.last().filter(|last| !last.ready && !self.full) {
            let dropped = |event: &&Event| event.task == task && event.kind == Kind::Drop;
            let drop = self.events.iter().find(dropped);
            waits.push(Span {
                begin: last.span.end,
                end: drop.map_or(self.end, |drop| drop.at),
            });
        }
        waits
    }

    /// The wakes of a task that caused a poll; of several wakes before a poll the first counts.
    pub fn wakes(&self, task: u32) -> Vec<Wake> {
        let mut wakes = Vec::new();
        let mut first = None;
        for event in self.events.iter().filter(|event| event.task == task) {
            match event.kind {
                Kind::Wake => first = first.or(Some(event)),
                Kind::PollBegin => wakes.extend(first.take().map(|wake: &Event| Wake {
                    at: wake.at,
                    during: wake.during,
                    poll: event.at,
                })),
                _ => {}
            }
        }
        wakes
    }

    /// When a task was dropped before its end, if it was.
    pub fn dropped(&self, task: u32) -> Option<f64> {
        let mut own = self.events.iter().filter(|event| event.task == task);
        Some(own.find(|event| event.kind == Kind::Drop)?.at)
    }

    /// The jobs of workers, each with the worker's number.
    pub fn jobs(&self) -> Vec<(u32, Span)> {
        let mut jobs = Vec::new();
        let mut begun = BTreeMap::new();
        for event in &self.events {
            match event.kind {
                Kind::WorkerBegin => {
                    begun.insert(event.task, event.at);
                }
                Kind::WorkerEnd => jobs.extend(begun.remove(&event.task).map(|begin| {
                    let end = event.at;
                    (event.task, Span { begin, end })
                })),
                _ => {}
            }
        }
        jobs
    }

    /// The stretches in which the heartbeat was late by `limit` milliseconds or more, each from the beat that was due.
    pub fn stalls(&self, limit: f64) -> Vec<Span> {
        self.beats
            .windows(2)
            .map(|pair| Span {
                begin: pair[0] + BEAT,
                end: pair[1],
            })
            .filter(|span| span.length() >= limit)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: f64, kind: Kind, task: u32) -> Event {
        Event {
            at,
            kind,
            task,
            during: None,
        }
    }

    fn measure(recording: &Recording, name: &str) -> Option<f64> {
        let measures = recording.measures();
        Some(measures.iter().find(|(own, _)| own == name)?.1)
    }

    #[test]
    fn a_hold_is_the_lateness_of_the_latest_beat() {
        let recording = Recording {
            begin: 102.0,
            end: 1602.0,
            beats: vec![90.0, 95.0, 100.0, 1603.0, 1608.0],
            frames: vec![85.0, 101.0, 1604.0],
            ..Recording::default()
        };
        assert_eq!(measure(&recording, "total"), Some(1500.0));
        assert_eq!(measure(&recording, "stall"), Some(1498.0));
        assert_eq!(measure(&recording, "frame_gap"), Some(1503.0));
        assert_eq!(measure(&recording, "frames"), Some(0.0));
        let stall = Span {
            begin: 105.0,
            end: 1603.0,
        };
        assert_eq!(recording.stalls(50.0), [stall]);
    }

    #[test]
    fn what_others_saw_is_a_measure_only_where_they_saw_something() {
        let mut recording = Recording {
            begin: 0.0,
            end: 1000.0,
            ..Recording::default()
        };
        for name in ["silence", "long_task", "input_delay", "event_delay"] {
            assert_eq!(measure(&recording, name), None, "{name}");
        }
        recording.outside = Some(vec![(10.0, 12.0), (990.0, 985.0), (1010.0, 1005.0)]);
        recording.long_tasks = Some(vec![Span {
            begin: 1.0,
            end: 999.0,
        }]);
        recording.inputs.push(Input {
            at: 400.0,
            heard: 1001.0,
            key: false,
        });
        recording.event_entries = Some(vec![Span {
            begin: 400.0,
            end: 1000.5,
        }]);
        assert_eq!(measure(&recording, "silence"), Some(965.0));
        assert_eq!(measure(&recording, "long_task"), Some(998.0));
        assert_eq!(measure(&recording, "input_delay"), Some(601.0));
        assert_eq!(measure(&recording, "event_delay"), Some(600.5));
    }

    #[test]
    fn one_late_beat_is_a_disturbance_and_a_freeze_is_none() {
        let disturbed = |beats: &[f64]| {
            let recording = Recording {
                end: 1000.0,
                beats: beats.to_vec(),
                ..Recording::default()
            };
            recording.is_disturbed()
        };
        assert!(disturbed(&[0.0, 300.0, 305.0, 400.0, 405.0, 600.0]));
        assert!(!disturbed(&[0.0, 1000.0]));
        assert!(!disturbed(&[0.0, 20.0, 40.0, 60.0]));
    }

    #[test]
    fn polls_are_paired_with_their_ends_and_wakes_with_the_polls_they_cause() {
        let recording = Recording {
            events: vec![
                event(0.0, Kind::Spawn, 0),
                event(1.0, Kind::PollBegin, 0),
                event(1.5, Kind::PollBegin, 1),
                event(2.0, Kind::PollPending, 1),
                event(3.0, Kind::PollPending, 0),
                event(4.0, Kind::Wake, 0),
                event(4.5, Kind::Wake, 0),
                event(5.0, Kind::PollBegin, 0),
                event(6.0, Kind::Drop, 1),
                event(9.0, Kind::PollReady, 0),
            ],
            ..Recording::default()
        };
        let poll = |begin, end, ready| Poll {
            span: Span { begin, end },
            ready,
        };
        let span = |begin, end| Span { begin, end };
        assert_eq!(recording.waits(OWN_TASK), [span(3.0, 5.0)]);
        assert_eq!(recording.waits(1), [span(2.0, 6.0)]);
        assert_eq!(
            recording.polls(OWN_TASK),
            [poll(1.0, 3.0, false), poll(5.0, 9.0, true)]
        );
        assert_eq!(recording.polls(1), [poll(1.5, 2.0, false)]);
        let wake = Wake {
            at: 4.0,
            during: None,
            poll: 5.0,
        };
        assert_eq!(recording.wakes(OWN_TASK), [wake]);
        assert_eq!(recording.dropped(1), Some(6.0));
        assert_eq!(recording.dropped(OWN_TASK), None);
    }

    #[test]
    fn jobs_are_told_apart_by_their_worker() {
        let recording = Recording {
            events: vec![
                event(1.0, Kind::WorkerBegin, 0),
                event(2.0, Kind::WorkerBegin, 1),
                event(3.0, Kind::WorkerEnd, 0),
                event(9.0, Kind::WorkerEnd, 1),
            ],
            ..Recording::default()
        };
        let span = |begin, end| Span { begin, end };
        assert_eq!(recording.jobs(), [(0, span(1.0, 3.0)), (1, span(2.0, 9.0))]);
    }
}
