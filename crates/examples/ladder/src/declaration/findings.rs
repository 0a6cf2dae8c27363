//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 9] = [
    "plain call",
    "ready await",
    "spawned future",
    "plus a megabyte, handed over",
    "a turn",
    "an answer",
    "plus a megabyte, copied",
    "nested timer",
    "a worker",
];

fn figures(cost: [f64; 9]) -> Vec<Figure<'static>> {
    table(ARMS, [("cost", cost)])
}

#[test]
fn changing_threads_is_dearer_than_changing_futures() {
    let figures = figures([0.3, 0.8, 40.0, 2e3, 7e3, 3e4, 4e5, 4e6, 1.5e7]);
    assert_eq!(found(DECLARATION, "K48", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("more than ten times as dear")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_worker_as_cheap_as_a_future_decides_nothing() {
    let figures = figures([0.3, 0.8, 40.0, 2e3, 7e3, 1e2, 4e5, 4e6, 1.5e7]);
    assert_eq!(found(DECLARATION, "K48", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("about as dear: both hand work over")
    );
}

#[test]
fn a_future_cheaper_than_a_call_would_refute_it() {
    let figures = figures([60.0, 50.0, 40.0, 2e3, 7e3, 2e2, 4e5, 4e6, 1.5e7]);
    assert_eq!(found(DECLARATION, "K48", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("something in between")
    );
}
