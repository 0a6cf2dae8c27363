//! A server in virtual time: requests arrive, wait for something far away, compute on a core, and are answered. No clock, no browser.

#[cfg(test)]
mod laws;

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

/// How a server is built.
#[derive(Clone, Copy, Debug)]
pub struct Design {
    /// How many requests may be under way at the same time: one for each thread that blocks; no limit for a loop that awaits.
    pub handlers: usize,
    /// How many of them can compute at the same moment.
    pub cores: usize,
}

/// A request; times are in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// When it arrives.
    pub at: f64,
    /// How long it waits for something else.
    pub waits: f64,
    /// How long it computes.
    pub computes: f64,
}

/// What came of serving.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How long each request took from its arrival to its answer, in the order of the answers, in milliseconds.
    pub delays: Vec<f64>,
    /// When the last answer was given, in milliseconds.
    pub ended: f64,
    /// For how long the cores computed, all together, in milliseconds.
    pub busy: f64,
    /// How many requests had arrived and were not answered, summed over the milliseconds.
    pub inside: f64,
}

/// Something that happens to a request.
struct Event {
    at: f64,
    what: What,
    request: usize,
}

#[derive(Clone, Copy)]
enum What {
    Arrives,
    HasWaited,
    HasComputed,
}

/// Serves requests; `next` makes another one of an answer, for clients who then ask again.
pub fn serve(
    design: Design,
    requests: &[Request],
    next: &mut dyn FnMut(f64) -> Option<Request>,
) -> Outcome {
    let mut all = requests.to_vec();
    let arrives = |(request, &Request { at, .. }): (usize, &Request)| Event {
        at,
        what: What::Arrives,
        request,
    };
    let mut events: BinaryHeap<Event> = all.iter().enumerate().map(arrives).collect();
    let (mut handlers, mut cores) = (design.handlers, design.cores);
    let (mut in_line, mut ready) = (VecDeque::new(), VecDeque::new());
    let mut outcome = Outcome::default();
    let mut inside = 0.0;
    while let Some(Event { at, what, request }) = events.pop() {
        outcome.inside += inside * (at - outcome.ended);
        outcome.ended = at;
        match what {
            What::Arrives => {
                inside += 1.0;
                in_line.push_back(request);
            }
            What::HasWaited => ready.push_back(request),
            What::HasComputed => {
                handlers += 1;
                cores += 1;
                inside -= 1.0;
                outcome.delays.push(at - all[request].at);
                if let Some(another) = next(at) {
                    events.push(arrives((all.len(), &another)));
                    all.push(another);
                }
            }
        }
        while handlers > 0
            && let Some(request) = in_line.pop_front()
        {
            handlers -= 1;
            events.push(Event {
                at: at + all[request].waits,
                what: What::HasWaited,
                request,
            });
        }
        while cores > 0
            && let Some(request) = ready.pop_front()
        {
            cores -= 1;
            outcome.busy += all[request].computes;
            events.push(Event {
                at: at + all[request].computes,
                what: What::HasComputed,
                request,
            });
        }
    }
    outcome
}

impl Outcome {
    /// How many answers were given in a second.
    pub fn rate(&self) -> f64 {
        self.delays.len() as f64 * 1000.0 / self.ended
    }

    /// What a request took on average, in milliseconds.
    pub fn mean(&self) -> f64 {
        self.delays.iter().sum::<f64>() / self.delays.len() as f64
    }

    /// What no more than one in a hundred requests exceeded, to a thousandth, in milliseconds.
    pub fn slowest_of_a_hundred(&self) -> f64 {
        let most = self.delays.len() / 100;
        let (mut low, mut high) = (0.0, self.ended);
        // By halving: the code to sort them would be larger than the server.
        while high - low > 0.001 * high {
            let middle = f64::midpoint(low, high);
            if self.delays.iter().filter(|delay| **delay > middle).count() > most {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

/// The heap gives what happens first, and of two at the same moment the request that was there before.
impl Ord for Event {
    fn cmp(&self, other: &Self) -> Ordering {
        let first = other.at.total_cmp(&self.at);
        first.then(other.request.cmp(&self.request))
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Event {}
