//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "JavaScript, awaited",
    "JavaScript, forgotten",
    "Rust, awaited",
    "Rust, forgotten",
];

fn figures(granted: [f64; 4], noted: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("granted", granted), ("noted", noted)])
}

#[test]
fn a_promise_that_counts_as_true_lets_everybody_in() {
    let figures = figures([0.0, 50.0, 0.0, 0.0], [50.0, 50.0, 50.0, 0.0]);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("everybody")
    );
}

#[test]
fn forgotten_awaits_that_change_nothing_would_refute_it() {
    let figures = figures([0.0; 4], [50.0; 4]);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nobody: without await there is no answer")
    );
}

#[test]
fn a_few_who_are_let_in_decides_nothing() {
    let figures = figures([0.0, 7.0, 0.0, 0.0], [50.0, 50.0, 50.0, 0.0]);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("those whose check is quick")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([0.0, 50.0, 0.0, 0.0], [50.0, 50.0, 50.0, 0.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
