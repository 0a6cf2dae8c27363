//! What was recorded of one run of one arm, and the measures that follow from it.

use trace::recorder::{Event, Kind};
use trace::stats;

/// The period of the page's heartbeat, in milliseconds.
pub const BEAT: f64 = 5.0;

/// How long a hold may last before the page is felt to be stuck, in milliseconds.
pub const FELT: f64 = 50.0;

/// What was recorded of one run of one arm; all times in milliseconds on the page's clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// When the arm was called.
    pub begin: f64,
    /// When the page learnt that it had ended.
    pub end: f64,
    /// When a timer of [`BEAT`] fired on the page, from before the arm's begin until after its end.
    pub beats: Vec<f64>,
    /// When the page was about to draw a frame, likewise.
    pub frames: Vec<f64>,
    /// When the reader clicked, and when the page heard it.
    pub clicks: Vec<(f64, f64)>,
    /// What the example's recorder saw.
    pub events: Vec<Event>,
    /// Whether the example's recorder ran full.
    pub full: bool,
    /// Figures that the arm handed over.
    pub figures: Vec<(String, f64)>,
    /// The tasks that the arm has named: their numbers, and what is known of them.
    pub tasks: Vec<(u32, Task)>,
    /// Whether the tab was hidden meanwhile.
    pub hidden: bool,
    /// Why the arm could not show here what it is about, if so.
    pub unmeasurable: Option<String>,
}

/// A task that an arm has named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Its name for the reader.
    pub name: String,
    /// The file of the source that started it.
    pub file: String,
    /// The line there.
    pub line: u32,
}

/// A stretch of time, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its begin.
    pub begin: f64,
    /// Its end.
    pub end: f64,
}

impl Recording {
    /// The measures of this run, by name: `total`, `hold` and `frame_gap` in milliseconds, `frames` as a count, then the arm's own.
    pub fn measures(&self) -> Vec<(String, f64)> {
        let frames = self
            .frames
            .iter()
            .filter(|at| **at > self.begin && **at < self.end);
        let mut measures = vec![
            ("total".to_owned(), self.end - self.begin),
            ("hold".to_owned(), self.hold()),
            (
                "frame_gap".to_owned(),
                stats::longest_gap(&self.frames, self.begin, self.end),
            ),
            ("frames".to_owned(), frames.count() as f64),
        ];
        measures.extend(self.figures.iter().cloned());
        measures
    }

    /// The largest lateness of the heartbeat, in milliseconds.
    fn hold(&self) -> f64 {
        (stats::longest_gap(&self.beats, self.begin, self.end) - BEAT).max(0.0)
    }

    /// Whether the page was held for long enough to be felt, or for a twentieth of a short run, though for a small part of the time only.
    pub fn is_disturbed(&self) -> bool {
        let took = self.end - self.begin;
        (FELT.min(took / 20.0)..took / 2.0).contains(&self.hold())
    }

    /// The polls of the arm's futures, and those of nothing else.
    pub fn polls(&self) -> Vec<Span> {
        self.spans(Kind::PollBegin, &[Kind::PollPending, Kind::PollReady])
    }

    /// The wakes that caused a poll, each with the begin of that poll; of several wakes before a poll the first counts.
    pub fn wakes(&self) -> Vec<(f64, f64)> {
        let mut wakes = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            let before = self.events[..place].iter().rev();
            let own = before.filter(|other| other.task == event.task);
            let woken = own.take_while(|other| other.kind != Kind::PollBegin);
            if event.kind == Kind::PollBegin
                && let Some(wake) = woken.filter(|other| other.kind == Kind::Wake).last()
            {
                wakes.push((wake.at, event.at));
            }
        }
        wakes
    }

    /// The jobs of workers.
    pub fn jobs(&self) -> Vec<Span> {
        self.spans(Kind::WorkerBegin, &[Kind::WorkerEnd])
    }

    /// The stretches in which the heartbeat was late by more than `limit` milliseconds, each from the beat that was due.
    pub fn holds(&self, limit: f64) -> Vec<Span> {
        self.beats
            .windows(2)
            .map(|pair| Span {
                begin: pair[0] + BEAT,
                end: pair[1],
            })
            .filter(|span| span.end - span.begin > limit)
            .collect()
    }

    fn spans(&self, opening: Kind, closing: &[Kind]) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut open = Vec::new();
        for event in &self.events {
            if event.kind == opening {
                open.push(*event);
            } else if closing.contains(&event.kind)
                && let Some(place) = open
                    .iter()
                    .position(|begun: &Event| begun.task == event.task)
            {
                spans.push(Span {
                    begin: open.swap_remove(place).at,
                    end: event.at,
                });
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: f64, kind: Kind) -> Event {
        Event {
            at,
            kind,
            task: 0,
            during: None,
        }
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
        let measures = recording.measures();
        let measure = |name| measures.iter().find(|(own, _)| own == name).unwrap().1;
        assert_eq!(measure("total"), 1500.0);
        assert_eq!(measure("hold"), 1498.0);
        assert_eq!(measure("frame_gap"), 1503.0);
        assert_eq!(measure("frames"), 0.0);
        assert_eq!(
            recording.holds(50.0),
            [Span {
                begin: 105.0,
                end: 1603.0
            }]
        );
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
                event(0.0, Kind::Spawn),
                event(1.0, Kind::PollBegin),
                event(3.0, Kind::PollPending),
                event(4.0, Kind::Wake),
                event(5.0, Kind::PollBegin),
                event(9.0, Kind::PollReady),
            ],
            ..Recording::default()
        };
        let spans = [
            Span {
                begin: 1.0,
                end: 3.0,
            },
            Span {
                begin: 5.0,
                end: 9.0,
            },
        ];
        assert_eq!(recording.polls(), spans);
        assert_eq!(recording.wakes(), [(4.0, 5.0)]);
    }
}
