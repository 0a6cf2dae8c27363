//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 2] = ["one after the other", "beside each other"];

fn figures(took: [f64; 2], during: [f64; 2]) -> Vec<Figure<'static>> {
    table(ARMS, [("took", took), ("during", during)])
}

#[test]
fn metrics_in_the_gap_bear_it_out() {
    let figures = figures([610.0, 405.0], [0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K26", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the fetch alone")
    );
}

#[test]
fn metrics_after_the_profile_would_refute_it() {
    let figures = figures([610.0, 605.0], [0.0, 0.0]);
    assert_eq!(found(DECLARATION, "K26", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the fetch and the metrics")
    );
}

#[test]
fn metrics_in_the_gap_that_save_nothing_leave_it_misleading() {
    let figures = figures([410.0, 405.0], [1.0, 1.0]);
    assert_eq!(found(DECLARATION, "K26", &figures), Finding::Misleading);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([610.0, 405.0], [0.0, 1.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
