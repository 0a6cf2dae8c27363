//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["plain calls", "async fn", "enum by hand"];

fn figures(polls: [f64; 3], hold: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("polls", polls),
            ("hold", hold),
            ("total", [600.0; 3]),
            ("bytes", [0.0, 72.0, 40.0]),
        ],
    )
}

#[test]
fn two_machines_with_the_same_polls_bear_it_out() {
    let figures = figures([0.0, 4.0, 4.0], [600.0, 3.0, 4.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::Holds);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("four times"));
}

#[test]
fn an_async_function_that_blocks_would_refute_it() {
    let figures = figures([0.0, 1.0, 4.0], [600.0, 600.0, 4.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::False);
}

#[test]
fn other_polls_than_by_hand_leave_it_misleading() {
    let figures = figures([0.0, 90.0, 4.0], [600.0, 3.0, 4.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all the time, until the answers are there")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([0.0, 4.0, 4.0], [600.0, 3.0, 4.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
