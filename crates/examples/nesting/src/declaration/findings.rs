//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "two callbacks",
    "four callbacks",
    "eight callbacks",
    "two awaits",
    "four awaits",
    "eight awaits",
];

fn figures(depth: [f64; 6], handlers: [f64; 6], steps: [f64; 6]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("depth", depth), ("handlers", handlers), ("steps", steps)],
    )
}

#[test]
fn callbacks_that_go_deeper_bear_it_out() {
    let figures = figures(
        [3.0, 5.0, 9.0, 1.0, 1.0, 1.0],
        [1.0, 3.0, 7.0, 0.0, 0.0, 0.0],
        [2.0, 4.0, 8.0, 2.0, 4.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K18", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no deeper")
    );
}

#[test]
fn callbacks_that_stay_flat_would_refute_it() {
    let figures = figures(
        [3.0, 3.0, 3.0, 1.0, 1.0, 7.0],
        [1.0; 6],
        [2.0, 4.0, 8.0, 2.0, 4.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K18", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("six levels deeper")
    );
}

#[test]
fn awaits_that_go_deeper_leave_it_misleading() {
    let figures = figures(
        [3.0, 5.0, 9.0, 1.0, 2.0, 3.0],
        [1.0; 6],
        [2.0, 4.0, 8.0, 2.0, 4.0, 8.0],
    );
    assert_eq!(found(DECLARATION, "K18", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a little deeper")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [3.0, 5.0, 9.0, 1.0, 1.0, 1.0],
        [1.0, 3.0, 7.0, 0.0, 0.0, 0.0],
        [2.0, 4.0, 8.0, 2.0, 4.0, 8.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
