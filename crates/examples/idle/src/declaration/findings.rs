//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["nobody else", "A waits", "A computes", "a chain of awaits"];

fn figures(counters: f64, counted: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("counted", counted), ("counters", [counters; 4])])
}

#[test]
fn only_who_computes_takes_something_away() {
    for figures in [
        figures(2.0, [100.0, 98.0, 36.0, 97.0]),
        figures(8.0, [400.0, 396.0, 140.0, 395.0]),
    ] {
        assert_eq!(found(DECLARATION, "K46", &figures), Finding::Misleading);
        assert_eq!(
            right_answer(DECLARATION, &figures).as_deref(),
            Some("A when it computes, and nothing else")
        );
        assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
    }
}

#[test]
fn a_wait_that_uses_the_machine_would_bear_it_out() {
    let figures = figures(2.0, [100.0, 35.0, 36.0, 99.0]);
    assert_eq!(found(DECLARATION, "K46", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("A, whatever it does: its thread is held")
    );
}

#[test]
fn awaits_that_use_the_machine_are_something_else_again() {
    let figures = figures(2.0, [100.0, 99.0, 36.0, 35.0]);
    assert_eq!(found(DECLARATION, "K46", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the chain of awaits: async uses the machine better")
    );
}

#[test]
fn a_worker_that_computes_in_the_place_of_nobody_decides_nothing() {
    // Seen in a test with a broken arm: both of those that computed lost something, and not the same.
    let figures = figures(2.0, [19_616.0, 26_513.0, 16_960.0, 25_354.0]);
    assert_eq!(found(DECLARATION, "K46", &figures), Finding::Unmeasurable);
}
