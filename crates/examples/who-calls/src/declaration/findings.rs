//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["a reply", "a timer", "a worker", "a worker, page busy"];

fn figures(noticed: [f64; 4], hold: [f64; 4], total: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("noticed", noticed), ("hold", hold), ("total", total)],
    )
}

#[test]
fn a_busy_page_that_learns_late_is_a_condition() {
    let figures = figures(
        [0.0, 0.0, 1.0, 800.0],
        [3.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K13", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("when the page is free again")
    );
}

#[test]
fn a_busy_page_that_learns_at_once_would_bear_it_out() {
    let figures = figures(
        [0.0, 0.0, 1.0, 2.0],
        [3.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K13", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("at once: the worker tells it")
    );
}

#[test]
fn a_busy_page_that_learns_half_way_decides_nothing() {
    let figures = figures(
        [0.0, 0.0, 1.0, 40.0],
        [3.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K13", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in a break that the browser makes")
    );
}

#[test]
fn waits_of_any_kind_that_leave_the_page_alone_are_a_condition() {
    let figures = figures(
        [0.0, 0.0, 1.0, 800.0],
        [3.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K14", &figures), Finding::Conditional);
}

#[test]
fn replies_alone_that_decides_nothing() {
    let figures = figures(
        [0.0, 0.0, 1.0, 800.0],
        [3.0, 200.0, 200.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K14", &figures), Finding::Unmeasurable);
}

#[test]
fn a_reply_that_holds_the_page_decides_nothing() {
    let figures = figures(
        [0.0, 0.0, 1.0, 800.0],
        [200.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(found(DECLARATION, "K14", &figures), Finding::Unmeasurable);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [0.0, 0.0, 1.0, 800.0],
        [3.0, 5.0, 6.0, 1000.0],
        [205.0, 201.0, 240.0, 1040.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
