//! The load on a server, from a seed: clients that ask again when they are answered, or requests that arrive whether it keeps up or not. No clock, no browser.

use crate::server::{Design, Outcome, Request, serve};
use fastrand::Rng;

/// What a request needs on average, in milliseconds; each one's own time is random, as in the textbooks.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// How long it waits for something else.
    pub waits: f64,
    /// How long it computes.
    pub computes: f64,
}

impl Need {
    fn request(self, at: f64, random: &mut Rng) -> Request {
        Request {
            at,
            waits: around(self.waits, random),
            computes: around(self.computes, random),
        }
    }
}

/// So many clients ask, and ask again as soon as they are answered, until so many answers were given.
pub fn clients(design: Design, need: Need, clients: usize, answers: usize, seed: u64) -> Outcome {
    let mut random = Rng::with_seed(seed);
    let first: Vec<Request> = (0..clients.min(answers))
        .map(|_| need.request(0.0, &mut random))
        .collect();
    let mut left = answers - first.len();
    serve(design, &first, &mut |now| {
        left = left.checked_sub(1)?;
        Some(need.request(now, &mut random))
    })
}

/// So many requests arrive at random, on average so many in a second.
pub fn arrivals(design: Design, need: Need, rate: f64, requests: usize, seed: u64) -> Outcome {
    let mut random = Rng::with_seed(seed);
    let mut now = 0.0;
    let arriving: Vec<Request> = (0..requests)
        .map(|_| {
            now += around(1000.0 / rate, &mut random);
            need.request(now, &mut random)
        })
        .collect();
    serve(design, &arriving, &mut |_| None)
}

/// A random time with this mean: short ones are frequent, long ones rare, and what has passed says nothing of what is left.
fn around(mean: f64, random: &mut Rng) -> f64 {
    -mean * (1.0 - random.f64()).ln()
}
