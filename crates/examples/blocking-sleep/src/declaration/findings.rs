//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 2] = ["blocking sleep", "awaited sleep"];

fn figures(total: [f64; 2], hold: [f64; 2]) -> Vec<Figure<'static>> {
    table(ARMS, [("total", total), ("hold", hold)])
}

#[test]
fn a_blocking_call_takes_the_sum_and_the_page() {
    let figures = figures([1500.0, 151.0], [1499.0, 5.0]);
    assert_eq!(found(DECLARATION, "K25", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("ten times as long")
    );
}

#[test]
fn a_blocking_call_that_overlaps_would_refute_it() {
    let figures = figures([160.0, 151.0], [10.0, 5.0]);
    assert_eq!(found(DECLARATION, "K25", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as one sleep")
    );
}

#[test]
fn a_blocking_call_half_way_decides_nothing() {
    let figures = figures([500.0, 151.0], [490.0, 5.0]);
    assert_eq!(found(DECLARATION, "K25", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("somewhere in between")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([1500.0, 151.0], [1499.0, 5.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
