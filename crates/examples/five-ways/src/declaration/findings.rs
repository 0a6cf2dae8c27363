//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = ["callback", "future", "queue", "stream", "polling"];

fn figures(value: [f64; 5], delay: [f64; 5], wasted: [f64; 5]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("value", value), ("delay", delay), ("wasted", wasted)],
    )
}

#[test]
fn five_ways_deliver_and_one_of_them_looks_in_vain() {
    let figures = figures(
        [42.0; 5],
        [0.1, 0.2, 0.2, 0.2, 6.0],
        [0.0, 0.0, 0.0, 0.0, 19.0],
    );
    assert_eq!(found(DECLARATION, "K21", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("polling in a loop")
    );
}

#[test]
fn a_future_that_looks_in_vain_leaves_it_misleading() {
    let figures = figures(
        [42.0; 5],
        [0.1, 0.2, 0.2, 0.2, 6.0],
        [0.0, 30.0, 0.0, 0.0, 19.0],
    );
    assert_eq!(found(DECLARATION, "K21", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the future: it is polled")
    );
}

#[test]
fn a_queue_that_looks_in_vain_leaves_it_misleading() {
    let figures = figures(
        [42.0; 5],
        [0.1, 0.2, 0.2, 0.2, 6.0],
        [0.0, 0.0, 30.0, 0.0, 19.0],
    );
    assert_eq!(found(DECLARATION, "K21", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the queue: it keeps messages")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [42.0; 5],
        [0.1, 0.2, 0.2, 0.2, 6.0],
        [0.0, 0.0, 0.0, 0.0, 19.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
