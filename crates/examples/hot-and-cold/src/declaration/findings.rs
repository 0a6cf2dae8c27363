//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "JavaScript",
    "JavaScript, slow start",
    "Rust",
    "Rust, a promise",
    "Rust, awaited",
];

fn figures(sent: [f64; 5], until: [f64; 5], total: [f64; 5]) -> Vec<Figure<'static>> {
    table(ARMS, [("sent", sent), ("until", until), ("total", total)])
}

#[test]
fn a_cold_future_sends_nothing() {
    let figures = figures(
        [1.0, 1.0, 0.0, 1.0, 1.0],
        [0.1, 300.0, 0.0, 0.1, 8.0],
        [51.0, 351.0, 51.0, 51.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K19", &figures), Finding::Conditional);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("one"));
}

#[test]
fn a_future_that_sends_unasked_would_bear_it_out() {
    let figures = figures(
        [1.0; 5],
        [0.1, 300.0, 0.0, 0.1, 8.0],
        [51.0, 351.0, 51.0, 51.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K19", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("two: a call is a call")
    );
}

#[test]
fn a_call_that_sends_nothing_in_javascript_leaves_it_misleading() {
    let figures = figures(
        [0.0, 1.0, 0.0, 1.0, 1.0],
        [0.1, 300.0, 0.0, 0.1, 8.0],
        [51.0, 351.0, 51.0, 51.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K19", &figures), Finding::Misleading);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [1.0, 1.0, 0.0, 1.0, 1.0],
        [0.1, 300.0, 0.0, 0.1, 8.0],
        [51.0, 351.0, 51.0, 51.0, 8.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
