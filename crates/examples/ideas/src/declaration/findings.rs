//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use crate::said::{RECORDED, as_expected, begun_unasked};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(ideas: [f64; 4], begun: [f64; 4], took: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ["JavaScript", "Rust", "Rust, spawned", "Python, recorded"],
        [("ideas", ideas), ("begun", begun), ("took", took)],
    )
}

#[test]
fn hot_work_begins_unasked_and_cold_work_does_not() {
    let figures = figures([9.0; 4], [1.0, 0.0, 1.0, 0.0], [301.0, 502.0, 302.0, 0.0]);
    assert_eq!(found(DECLARATION, "K78", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in JavaScript, and in Rust where it was spawned")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn work_that_nobody_begins_unasked_would_refute_it() {
    let figures = figures([9.0; 4], [0.0; 4], [502.0; 4]);
    assert_eq!(found(DECLARATION, "K78", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nowhere: an await starts it")
    );
}

#[test]
fn an_idea_that_fails_leaves_a_condition() {
    let figures = figures([9.0, 8.0, 9.0, 9.0], [1.0, 1.0, 1.0, 0.0], [301.0; 4]);
    assert_eq!(found(DECLARATION, "K78", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("everywhere: the call starts it")
    );
}

#[test]
fn the_recording_has_all_ideas() {
    assert_eq!(as_expected(RECORDED), 9);
    assert!(!begun_unasked(RECORDED));
    assert!(begun_unasked("sleep: slept\nbegun unasked: yes, yes"));
    assert_eq!(as_expected("lock: 1\nsleep: slept\nnonsense"), 1);
}
