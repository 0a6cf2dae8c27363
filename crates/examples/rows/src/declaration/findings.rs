//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["no yield", "microtask yield", "task yield", "worker"];

fn figures(paints: [f64; 4], first: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("paints", paints), ("first", first)])
}

#[test]
fn a_turn_for_the_browser_is_the_condition() {
    let figures = figures([1.0, 1.0, 36.0, 37.0], [600.0, 605.0, 14.0, 20.0]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("with a task yield and from the worker")
    );
}

#[test]
fn rows_that_always_came_one_by_one_would_bear_it_out() {
    let figures = figures([30.0, 30.0, 36.0, 37.0], [14.0; 4]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in all four")
    );
}

#[test]
fn microtasks_that_let_frames_through_would_be_another_lesson() {
    let figures = figures([1.0, 30.0, 36.0, 37.0], [600.0, 14.0, 14.0, 20.0]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in all but the first")
    );
}

#[test]
fn a_worker_as_the_only_way_decides_nothing() {
    let figures = figures([1.0, 1.0, 1.0, 37.0], [600.0, 600.0, 600.0, 20.0]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only from the worker")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([1.0, 1.0, 36.0, 37.0], [600.0, 605.0, 14.0, 20.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
