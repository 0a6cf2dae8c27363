//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "it works",
    "it fails",
    "it hangs",
    "its owner is gone",
    "the page is busy",
    "with a time limit",
];

fn figures(called: [f64; 6], drawn: [f64; 6], total: [f64; 6]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("called", called), ("drawn", drawn), ("total", total)],
    )
}

#[test]
fn callbacks_that_are_never_called_refute_it() {
    let figures = figures(
        [1.0, 0.0, 0.0, 0.0, 1.0, 1.0],
        [9.0, 0.0, 0.0, 0.0, 610.0, 8.0],
        [215.0, 600.0, 600.0, 600.0, 815.0, 410.0],
    );
    assert_eq!(found(DECLARATION, "K17", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only the one that works")
    );
}

#[test]
fn callbacks_that_are_always_called_would_bear_it_out() {
    let figures = figures([1.0; 6], [9.0; 6], [215.0; 6]);
    assert_eq!(found(DECLARATION, "K17", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all four")
    );
}

#[test]
fn a_callback_that_only_a_hang_prevents_leaves_it_misleading() {
    let figures = figures(
        [1.0, 1.0, 0.0, 1.0, 1.0, 1.0],
        [9.0, 9.0, 0.0, 9.0, 610.0, 8.0],
        [215.0; 6],
    );
    assert_eq!(found(DECLARATION, "K17", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all but the one that hangs")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [1.0, 0.0, 0.0, 0.0, 1.0, 1.0],
        [9.0, 0.0, 0.0, 0.0, 610.0, 8.0],
        [215.0, 600.0, 600.0, 600.0, 815.0, 410.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
