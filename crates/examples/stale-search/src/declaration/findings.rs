//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "as they come",
    "with a lock",
    "with a number",
    "the older one dropped",
];

fn figures(wrong: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("wrong", wrong), ("overtaken", [70.0, 70.0, 70.0, 0.0])],
    )
}

#[test]
fn a_number_helps_and_a_lock_does_not() {
    let figures = figures([12.0, 12.0, 0.0, 0.0]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Conditional);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a number on each question, or dropping the older one")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_lock_that_helps_would_be_the_cure() {
    let figures = figures([12.0, 0.0, 0.0, 0.0]);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a lock: only one may write at a time")
    );
}

#[test]
fn replies_in_order_would_refute_the_one() {
    let figures = figures([0.0; 4]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::False);
}

#[test]
fn nothing_that_helps_would_leave_no_condition() {
    let figures = figures([12.0; 4]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::False);
}

#[test]
fn replies_that_keep_their_order_are_an_answer_too() {
    let figures = figures([0.0, 3.0, 3.0, 0.0]);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nothing has to: replies come in the order of asking")
    );
}
