//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["plain calls", "two handed over", "awaited", "all at once"];

fn figures(early: [f64; 4], swapped: [f64; 4], orders: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("early", early), ("swapped", swapped), ("orders", orders)],
    )
}

#[test]
fn plain_calls_keep_their_order_and_lines_handed_over_lose_it() {
    let figures = figures([0.0, 2.0, 0.0, 5.0], [0.0, 5.0, 0.0, 0.0], [1.0; 4]);
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 3 5 6 2 4")
    );
}

#[test]
fn no_plain_line_begins_early() {
    let figures = figures([0.0, 2.0, 0.0, 5.0], [0.0, 5.0, 0.0, 0.0], [1.0; 4]);
    assert_eq!(found(DECLARATION, "K01", &figures), Finding::Holds);
}

#[test]
fn a_plain_line_that_began_early_would_refute_it() {
    let figures = figures([1.0, 2.0, 0.0, 5.0], [0.0; 4], [1.0; 4]);
    assert_eq!(found(DECLARATION, "K01", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 2 3 4 5 6")
    );
}

#[test]
fn a_control_that_does_not_overlap_decides_nothing() {
    let figures = figures([0.0; 4], [0.0; 4], [1.0; 4]);
    assert_eq!(found(DECLARATION, "K01", &figures), Finding::Unmeasurable);
}

#[test]
fn an_order_that_nothing_could_disturb_would_bear_it_out() {
    let figures = figures([0.0; 4], [0.0; 4], [1.0; 4]);
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Holds);
}

#[test]
fn awaits_that_lost_the_order_would_leave_it_misleading() {
    let figures = figures([0.0; 4], [0.0, 3.0, 2.0, 0.0], [1.0, 7.0, 1.0, 1.0]);
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("another one each time")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([0.0, 2.0, 0.0, 5.0], [0.0, 5.0, 0.0, 0.0], [1.0; 4]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
