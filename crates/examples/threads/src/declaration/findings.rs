//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "a thousand waits",
    "two waits",
    "two computations",
    "two workers",
];

fn figures(took: [f64; 4], agents: [f64; 4], overlap: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("took", took), ("agents", agents), ("overlap", overlap)],
    )
}

fn as_measured() -> Vec<Figure<'static>> {
    figures(
        [590.0, 502.0, 1003.0, 540.0],
        [1.0, 1.0, 1.0, 2.0],
        [0.0, 0.0, 0.0, 480.0],
    )
}

#[test]
fn one_thread_for_all_refutes_both() {
    let figures = as_measured();
    assert_eq!(found(DECLARATION, "K31", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K33", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as both, one after the other")
    );
}

#[test]
fn an_instance_each_would_bear_it_out() {
    let figures = figures(
        [590.0, 502.0, 510.0, 540.0],
        [1000.0, 2.0, 2.0, 2.0],
        [300.0, 0.0, 490.0, 480.0],
    );
    assert_eq!(found(DECLARATION, "K31", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K33", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as one: async functions run at the same time")
    );
}

#[test]
fn a_few_instances_or_workers_in_turns_decides_nothing() {
    let figures = figures(
        [590.0, 502.0, 1003.0, 1001.0],
        [4.0, 1.0, 1.0, 2.0],
        [20.0, 0.0, 0.0, 0.0],
    );
    assert_eq!(found(DECLARATION, "K31", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K33", &figures), Finding::Unmeasurable);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    assert_eq!(unnoticed(DECLARATION, &as_measured()), [""; 0]);
}
