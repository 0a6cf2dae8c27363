//! A recorder of events with fixed memory, one per thread.

use std::cell::RefCell;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// A future is handed to the executor.
    Spawn = 0,
    /// The executor begins to poll a task.
    PollBegin = 1,
    /// A poll returns `Pending`.
    PollPending = 2,
    /// A poll returns `Ready`.
    PollReady = 3,
    /// Somebody calls a task's waker. Called in the task's own poll, it bears the time of that poll's end, before which it has no effect.
    Wake = 4,
    /// A task is dropped before it was ready.
    Drop = 5,
    /// A worker begins a job.
    WorkerBegin = 6,
    /// A worker ends a job.
    WorkerEnd = 7,
}

impl Kind {
    /// All kinds, each at the index of its number.
    const ALL: [Self; 8] = [
        Self::Spawn,
        Self::PollBegin,
        Self::PollPending,
        Self::PollReady,
        Self::Wake,
        Self::Drop,
        Self::WorkerBegin,
        Self::WorkerEnd,
    ];
}

/// One recorded event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// When it happened, in milliseconds on the page's clock.
    pub at: f64,
    /// What happened.
    pub kind: Kind,
    /// The task (or, for a worker's events, the worker) it happened to.
    pub task: u32,
    /// The task that was being polled at that moment, the innermost if polls nest: for a wake, who called.
    pub during: Option<u32>,
}

/// Numbers per event in the flat form that crosses from an example to the panel.
const WIDTH: usize = 4;

/// What stands for 'no task' in the flat form.
const NONE: f64 = -1.0;

/// Room kept free for the events that end what is open, so that a full recorder stops at a whole poll.
const RESERVE: usize = 64;

struct Recorder {
    clock: fn() -> f64,
    flat: Vec<f64>,
    full: bool,
    /// The tasks being polled, the innermost last, each with whether the begin of that poll was recorded.
    polled: Vec<(u32, bool)>,
    /// Whether the begin of a worker's last job was recorded: its end comes right after it.
    job_stands: bool,
    /// How many wakes wait for the end of their own poll to get their time.
    timeless: usize,
}

thread_local! {
    static RECORDER: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// Starts recording on this thread, with room for `capacity` events and a clock in milliseconds.
///
/// What was recorded before is discarded.
pub fn start(capacity: usize, clock: fn() -> f64) {
    RECORDER.with_borrow_mut(|recorder| {
        *recorder = Some(Recorder {
            clock,
            flat: Vec::with_capacity((capacity + RESERVE) * WIDTH),
            full: false,
            polled: Vec::new(),
            job_stands: false,
            timeless: 0,
        });
    });
}

/// Whether events are being recorded on this thread.
pub fn is_recording() -> bool {
    RECORDER.with_borrow(Option::is_some)
}

/// Records an event at the present moment; does nothing before [`start`].
pub fn record(kind: Kind, task: u32) {
    RECORDER.with_borrow_mut(|recorder| {
        if let Some(recorder) = recorder {
            // Reading the clock is the dear part of an event, and a task that wakes itself can do without.
            let at = if kind == Kind::Wake && recorder.is_polled(task) {
                f64::NAN
            } else {
                (recorder.clock)()
            };
            recorder.push(at, kind, task);
        }
    });
}

/// Records an event of another thread, whose time was read there.
pub fn record_at(at: f64, kind: Kind, task: u32) {
    RECORDER.with_borrow_mut(|recorder| {
        if let Some(recorder) = recorder {
            recorder.push(at, kind, task);
        }
    });
}

/// Ends the recording and returns its events in flat form, four numbers each: time, kind, task, and the task being polled or -1.
///
/// A recorder that was full adds one last number, so the length tells.
pub fn take() -> Vec<f64> {
    RECORDER.with_borrow_mut(|recorder| {
        let Some(recorder) = recorder.take() else {
            return Vec::new();
        };
        let mut flat = recorder.flat;
        if recorder.full {
            flat.push(1.0);
        }
        flat
    })
}

/// Reads events from their flat form, and whether the recorder ran full.
pub fn parse(flat: &[f64]) -> (Vec<Event>, bool) {
    let events = flat
        .chunks_exact(WIDTH)
        // A wake in a poll that never ended has had no effect.
        .filter(|event| !event[0].is_nan())
        .filter_map(|event| {
            Some(Event {
                at: event[0],
                kind: *Kind::ALL.get(event[1] as usize)?,
                task: event[2] as u32,
                during: (event[3] != NONE).then_some(event[3] as u32),
            })
        })
        .collect();
    (events, !flat.len().is_multiple_of(WIDTH))
}

impl Recorder {
    fn push(&mut self, at: f64, kind: Kind, task: u32) {
        // Whether this closes something, and whether the begin of that stands there.
        let closes = match kind {
            Kind::PollPending | Kind::PollReady => {
                if self.timeless > 0 {
                    self.date_wakes(at, task);
                }
                Some(self.polled.pop().is_some_and(|(_, stands)| stands))
            }
            Kind::WorkerEnd => Some(self.job_stands),
            _ => None,
        };
        let during = self.polled.last().map(|(task, _)| *task);
        let room = self.flat.capacity() - self.flat.len();
        if closes.is_none() && room < RESERVE * WIDTH {
            self.full = true;
        }
        // After the last whole poll only what closes something open is let in.
        let stands = room > WIDTH && (!self.full || closes == Some(true));
        match kind {
            Kind::PollBegin => self.polled.push((task, stands)),
            Kind::WorkerBegin => self.job_stands = stands,
            _ => {}
        }
        if !stands {
            return;
        }
        self.timeless += usize::from(at.is_nan());
        let during = during.map_or(NONE, f64::from);
        self.flat
            .extend([at, f64::from(kind as u8), f64::from(task), during]);
    }

    /// Gives the wakes of a task in the poll that ends now their time.
    fn date_wakes(&mut self, at: f64, task: u32) {
        for event in self.flat.rchunks_exact_mut(WIDTH) {
            if event[2] as u32 != task {
                continue;
            }
            if event[1] as u8 == Kind::PollBegin as u8 {
                return;
            }
            if event[0].is_nan() {
                event[0] = at;
                self.timeless -= 1;
            }
        }
    }

    fn is_polled(&self, task: u32) -> bool {
        self.polled.iter().any(|(polled, _)| *polled == task)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_back_in_the_order_recorded() {
        start(10, || 1.5);
        record(Kind::Spawn, 7);
        record_at(9.0, Kind::WorkerEnd, 2);
        let (events, full) = parse(&take());
        assert!(!full);
        assert_eq!(
            events,
            [
                Event {
                    at: 1.5,
                    kind: Kind::Spawn,
                    task: 7,
                    during: None
                },
                Event {
                    at: 9.0,
                    kind: Kind::WorkerEnd,
                    task: 2,
                    during: None
                },
            ]
        );
    }

    #[test]
    fn a_wake_tells_in_whose_poll_it_was_called() {
        start(100, || 0.0);
        record(Kind::PollBegin, 0);
        record(Kind::PollBegin, 3);
        record(Kind::Wake, 3);
        record(Kind::PollPending, 3);
        record(Kind::Wake, 9);
        record(Kind::PollPending, 0);
        record(Kind::Wake, 3);
        let (events, _) = parse(&take());
        let wakes = events.iter().filter(|event| event.kind == Kind::Wake);
        let callers: Vec<_> = wakes.map(|wake| wake.during).collect();
        assert_eq!(callers, [Some(3), Some(0), None]);
    }

    #[test]
    fn a_wake_in_its_own_poll_has_the_time_of_that_polls_end() {
        thread_local! {
            static CLOCK: std::cell::Cell<f64> = const { std::cell::Cell::new(0.0) };
        }
        start(100, || {
            CLOCK.set(CLOCK.get() + 1.0);
            CLOCK.get()
        });
        record(Kind::PollBegin, 0);
        record(Kind::PollBegin, 1);
        record(Kind::Wake, 1);
        record(Kind::Wake, 0);
        record(Kind::PollPending, 1);
        record(Kind::PollPending, 0);
        record(Kind::PollBegin, 0);
        record(Kind::Wake, 0);
        let (events, _) = parse(&take());
        let times: Vec<f64> = events.iter().map(|event| event.at).collect();
        // Two begins, a wake at the end of the first, one at the end of the other, two ends, a begin; the last poll never ends.
        assert_eq!(times, [1.0, 2.0, 3.0, 4.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn wakes_without_end_in_one_poll_leave_room_for_its_end() {
        start(20, || 0.0);
        record(Kind::PollBegin, 1);
        for _ in 0..500 {
            record(Kind::Wake, 1);
        }
        record(Kind::PollPending, 1);
        let (events, full) = parse(&take());
        assert!(full);
        assert_eq!(
            events.last().map(|event| event.kind),
            Some(Kind::PollPending)
        );
    }

    #[test]
    fn nothing_is_recorded_before_the_start_and_after_the_end() {
        record(Kind::Wake, 1);
        assert!(take().is_empty());
        start(1, || 0.0);
        take();
        record(Kind::Wake, 1);
        assert!(take().is_empty());
    }

    #[test]
    fn a_full_recorder_stops_at_a_whole_poll_and_says_so() {
        start(20, || 0.0);
        for _ in 0..500 {
            record(Kind::PollBegin, 1);
            record(Kind::Wake, 1);
            record(Kind::PollPending, 1);
        }
        let (events, full) = parse(&take());
        assert!(full);
        let count = |kind| events.iter().filter(|event| event.kind == kind).count();
        assert_eq!(count(Kind::PollBegin), count(Kind::PollPending));
        assert!(count(Kind::PollBegin) >= 6);
    }
}
