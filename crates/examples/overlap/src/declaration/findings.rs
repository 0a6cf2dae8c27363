//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "in a row",
    "overlapped",
    "in a row, slow",
    "overlapped, slow",
];

fn totals(total: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("total", total)])
}

#[test]
fn a_slow_processor_that_saves_as_much_refutes_it() {
    let figures = totals([1050.0, 250.0, 1350.0, 550.0]);
    assert_eq!(found(DECLARATION, "K04", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("both about the same")
    );
}

#[test]
fn a_slow_processor_that_saves_little_decides_nothing() {
    let figures = totals([1050.0, 250.0, 1350.0, 1250.0]);
    assert_eq!(found(DECLARATION, "K04", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the fast cook")
    );
}

#[test]
fn a_processor_that_saves_nothing_leaves_it_misleading() {
    let figures = totals([1050.0, 1040.0, 1350.0, 550.0]);
    assert_eq!(found(DECLARATION, "K04", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the slow cook")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = totals([1050.0, 250.0, 1350.0, 550.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
