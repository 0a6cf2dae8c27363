//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "wait in a call",
    "look and go on",
    "spin in a future",
    "await a timer",
];

fn holds(hold: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("hold", hold), ("total", [500.0; 4])])
}

#[test]
fn one_of_each_pair_that_blocks_is_misleading() {
    let figures = holds([500.0, 2.0, 499.0, 5.0]);
    assert_eq!(found(DECLARATION, "K06", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one call and one future")
    );
}

#[test]
fn calls_that_block_and_futures_that_do_not_would_bear_it_out() {
    let figures = holds([500.0, 480.0, 3.0, 5.0]);
    assert_eq!(found(DECLARATION, "K06", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the two plain calls")
    );
}

#[test]
fn a_future_that_does_not_block_would_refute_the_picture() {
    let figures = holds([500.0, 2.0, 3.0, 5.0]);
    assert_eq!(found(DECLARATION, "K06", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only the call that waits")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = holds([500.0, 2.0, 499.0, 5.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
