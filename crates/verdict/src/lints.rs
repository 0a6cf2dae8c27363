//! What a watcher of tasks would warn about: a task that never yields, one that nobody wakes, one that keeps waking itself.

use serde::{Deserialize, Serialize};
use trace::recorder::{Event, Kind};

/// How long a single poll may last before it counts as not yielding, in milliseconds.
const LONG: f64 = 50.0;

/// From how many wakes on a task can be said to wake itself most of the time.
const FEW: usize = 10;

/// A warning about a task.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lint {
    /// It was ready at its first poll, and that poll took this many milliseconds.
    NeverYielded(f64),
    /// It waits, and nobody has called its waker.
    LostWaker,
    /// Of so many wakes (second) so many (first) came from its own polls.
    WokeItself(usize, usize),
}

/// The warnings about one task, from its events in the order in which they were recorded.
pub fn lints(events: &[Event], task: u32) -> Vec<Lint> {
    let mut lints = Vec::new();
    let mut longest = 0.0_f64;
    let (mut polls, mut begin, mut woken, mut waits) = (0, 0.0, false, false);
    let (mut own_wakes, mut wakes) = (0, 0);
    for event in events.iter().filter(|event| event.task == task) {
        match event.kind {
            Kind::PollBegin => {
                (polls, begin) = (polls + 1, event.at);
                (woken, waits) = (false, false);
            }
            Kind::PollPending => waits = true,
            Kind::PollReady => {
                let took = event.at - begin;
                if polls == 1 && took >= LONG {
                    longest = longest.max(took);
                }
            }
            Kind::Wake => {
                woken = true;
                wakes += 1;
                // A part of it that wakes another part is no fault.
                own_wakes += usize::from(event.during == Some(task));
            }
            // A row begins anew with each of its futures.
            Kind::Spawn => polls = 0,
            Kind::Drop | Kind::WorkerBegin | Kind::WorkerEnd => {}
        }
    }
    if longest > 0.0 {
        lints.push(Lint::NeverYielded(longest));
    }
    if waits && !woken {
        lints.push(Lint::LostWaker);
    }
    if wakes >= FEW && own_wakes * 2 > wakes {
        lints.push(Lint::WokeItself(own_wakes, wakes));
    }
    lints
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::*;

    fn lints_of(events: &[(f64, Kind)]) -> Vec<Lint> {
        let event = |&(at, kind)| Event {
            at,
            kind,
            task: 1,
            during: (kind == Wake && at < 100.0).then_some(1),
        };
        lints(&events.iter().map(event).collect::<Vec<_>>(), 1)
    }

    #[test]
    fn a_long_first_and_only_poll_never_yielded() {
        let poll = [(0.0, PollBegin), (900.0, PollReady)];
        assert_eq!(lints_of(&poll), [Lint::NeverYielded(900.0)]);
    }

    #[test]
    fn of_a_row_the_longest_poll_is_told() {
        let row = [
            (0.0, Spawn),
            (0.0, PollBegin),
            (2.0, PollReady),
            (9.0, Spawn),
            (9.0, PollBegin),
            (309.0, PollReady),
            (400.0, Spawn),
            (400.0, PollBegin),
            (500.0, PollReady),
        ];
        assert_eq!(lints_of(&row), [Lint::NeverYielded(300.0)]);
    }

    #[test]
    fn a_task_that_waits_and_is_not_woken_has_lost_its_waker() {
        let lost = [(0.0, PollBegin), (1.0, PollPending), (500.0, Drop)];
        assert_eq!(lints_of(&lost), [Lint::LostWaker]);
    }

    #[test]
    fn a_task_that_wakes_itself_most_of_the_time_is_told() {
        let own = [(0.0, PollBegin), (0.1, Wake), (0.2, PollPending)];
        let mut events = own.repeat(12);
        events.extend([(1.0, PollBegin), (1.1, PollReady)]);
        assert_eq!(lints_of(&events), [Lint::WokeItself(12, 12)]);
    }

    #[test]
    fn a_short_poll_and_a_wait_that_is_woken_are_no_fault() {
        let waits = [
            (0.0, PollBegin),
            (0.1, PollPending),
            (300.0, Wake),
            (300.1, PollBegin),
            (300.2, PollReady),
        ];
        assert!(lints_of(&waits).is_empty());
        assert!(lints_of(&[(0.0, PollBegin), (4.0, PollReady)]).is_empty());
    }
}
