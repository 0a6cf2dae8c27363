//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "direct",
    "in memory",
    "in memory, both ended",
    "stored, both ended",
];

fn figures(lost: [f64; 4], doubled: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("lost", lost),
            ("doubled", doubled),
            ("depth", [0.0, 21.0, 10.0, 21.0]),
        ],
    )
}

#[test]
fn what_is_stored_is_not_lost_and_may_be_done_twice() {
    let figures = figures([20.0, 0.0, 10.0, 0.0], [0.0, 1.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("none of them")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_store_that_loses_would_refute_it() {
    let figures = figures([20.0, 0.0, 10.0, 3.0], [0.0, 1.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::False);
}

#[test]
fn queues_that_do_all_once_would_need_no_condition() {
    let figures = figures([20.0, 0.0, 0.0, 0.0], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("each of them: that is what a queue is for")
    );
}

#[test]
fn a_store_that_does_all_once_is_an_answer_too() {
    let figures = figures([20.0, 0.0, 10.0, 0.0], [0.0, 1.0, 0.0, 0.0]);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the stored one")
    );
}
