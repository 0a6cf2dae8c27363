//! The virtual server against the laws of queueing, none of which it contains.

use super::{Design, Request, serve};
use crate::LOOP;
use crate::load::{Need, arrivals, clients};

/// How far from a law a long run may be.
const WITHIN: f64 = 0.02;

/// So many requests, and a few seeds, are a long run.
const REQUESTS: usize = 400_000;
const SEEDS: std::ops::Range<u64> = 0..5;

fn assert_near(found: f64, law: f64, what: &str) {
    assert!(
        (found / law - 1.0).abs() <= WITHIN,
        "{what}: {found}, and the law says {law}"
    );
}

/// The mean over the seeds.
fn over_seeds(measure: impl Fn(u64) -> f64) -> f64 {
    SEEDS.map(measure).sum::<f64>() / SEEDS.count() as f64
}

const ONE: Design = Design {
    handlers: 1,
    cores: 1,
};

const COMPUTES: Need = Need {
    waits: 0.0,
    computes: 10.0,
};

const MIXED: Need = Need {
    waits: 50.0,
    computes: 1.0,
};

#[test]
fn requests_in_a_row_are_served_in_a_row() {
    let request = |at| Request {
        at,
        waits: 5.0,
        computes: 2.0,
    };
    let asked = [request(0.0), request(0.0), request(1.0)];
    let blocking = serve(ONE, &asked, &mut |_| None);
    assert_eq!(blocking.delays, [7.0, 14.0, 20.0]);
    assert_eq!(blocking.busy, 6.0);
    let awaiting = serve(LOOP, &asked, &mut |_| None);
    assert_eq!(awaiting.delays, [7.0, 9.0, 10.0]);
}

#[test]
fn the_share_of_busy_time_is_what_arrives_times_what_each_computes() {
    for load in [0.3, 0.8] {
        let busy = over_seeds(|seed| {
            let outcome = arrivals(LOOP, COMPUTES, load * 100.0, REQUESTS, seed);
            outcome.busy / outcome.ended
        });
        assert_near(busy, load, "the share of busy time");
    }
}

#[test]
fn those_inside_are_the_rate_times_the_time_that_each_is_inside() {
    for design in [ONE, LOOP] {
        let outcome = clients(design, MIXED, 64, 20_000, 1);
        let inside = outcome.inside / outcome.ended;
        let law = outcome.rate() * outcome.mean() / 1000.0;
        assert_near(inside, law, "those inside");
    }
}

#[test]
fn a_random_queue_takes_as_long_as_the_textbook_says() {
    // One server, random arrivals, random times: the time inside is the mean service time by the share that is free.
    for load in [0.5, 0.8] {
        let mean = over_seeds(|seed| arrivals(LOOP, COMPUTES, load * 100.0, REQUESTS, seed).mean());
        assert_near(mean, 10.0 / (1.0 - load), "the mean time inside");
    }
}

#[test]
fn two_cores_with_one_line_take_as_long_as_the_textbook_says() {
    let design = Design {
        handlers: usize::MAX,
        cores: 2,
    };
    for load in [0.5, 0.8] {
        let mean =
            over_seeds(|seed| arrivals(design, COMPUTES, load * 200.0, REQUESTS, seed).mean());
        assert_near(mean, 10.0 / (1.0 - load * load), "the mean time inside");
    }
}

#[test]
fn a_blocking_handler_answers_once_in_its_wait_and_its_work() {
    let rate = over_seeds(|seed| clients(ONE, MIXED, 64, 20_000, seed).rate());
    assert_near(rate, 1000.0 / 51.0, "answers in a second");
}

#[test]
fn enough_clients_keep_the_one_core_of_a_loop_busy() {
    let rate = over_seeds(|seed| clients(LOOP, MIXED, 512, 100_000, seed).rate());
    assert_near(rate, 1000.0, "answers in a second");
}

#[test]
fn no_more_than_one_in_a_hundred_is_slower() {
    let mut outcome = clients(ONE, MIXED, 64, 5000, 3);
    let found = outcome.slowest_of_a_hundred();
    outcome.delays.sort_by(f64::total_cmp);
    assert_near(found, outcome.delays[4949], "the slowest of a hundred");
}

#[test]
fn a_seed_is_a_run() {
    let run = |seed| clients(LOOP, MIXED, 8, 1000, seed).delays;
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}
