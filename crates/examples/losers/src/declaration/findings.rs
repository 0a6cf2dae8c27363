//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 8] = [
    "join",
    "try-join",
    "select",
    "any",
    "allSettled, JavaScript",
    "all, JavaScript",
    "race, JavaScript",
    "any, JavaScript",
];

fn figures(late: [f64; 8]) -> Vec<Figure<'static>> {
    let told = [300.0, 100.0, 100.0, 200.0, 300.0, 100.0, 100.0, 200.0];
    let delivered = [2.0, 0.0, 0.0, 1.0, 2.0, 2.0, 2.0, 2.0];
    table(
        ARMS,
        [("late", late), ("told", told), ("delivered", delivered)],
    )
}

/// What comes late in a browser as browsers are.
const LATE: [f64; 8] = [0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 1.0];

#[test]
fn orders_that_come_after_a_refusal_bear_it_out() {
    let figures = figures(LATE);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::Holds);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("they are delivered all the same"));
}

#[test]
fn losers_that_end_with_the_race_would_refute_it() {
    let figures = figures([0.0; 8]);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::False);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("they are cancelled"));
}

#[test]
fn losers_that_go_on_in_rust_leave_it_misleading() {
    let figures = figures([0.0, 2.0, 2.0, 1.0, 0.0, 2.0, 2.0, 1.0]);
    assert_eq!(found(DECLARATION, "K27", &figures), Finding::Misleading);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    assert_eq!(unnoticed(DECLARATION, &figures(LATE)), [""; 0]);
}
