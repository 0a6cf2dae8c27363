//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["as written", "through the queues", "a chain of microtasks"];

fn figures(
    order: [f64; 3],
    late: [f64; 3],
    hold: [f64; 3],
    total: [f64; 3],
) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("order", order),
            ("late", late),
            ("hold", hold),
            ("total", total),
        ],
    )
}

#[test]
fn microtasks_before_the_timer_are_a_condition() {
    let figures = figures(
        [12345.0, 15342.0, 15342.0],
        [0.0, 1.0, 501.0],
        [1.0, 2.0, 500.0],
        [0.1, 3.0, 502.0],
    );
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 5 3 4 2")
    );
}

#[test]
fn queues_that_change_nothing_would_bear_it_out() {
    let figures = figures(
        [12345.0, 12345.0, 12345.0],
        [0.0, 1.0, 501.0],
        [1.0, 2.0, 500.0],
        [0.1, 3.0, 502.0],
    );
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 2 3 4 5")
    );
}

#[test]
fn a_timer_before_the_microtasks_would_be_another_lesson() {
    let figures = figures(
        [12345.0, 15234.0, 15234.0],
        [0.0, 1.0, 501.0],
        [1.0, 2.0, 500.0],
        [0.1, 3.0, 502.0],
    );
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 5 2 3 4")
    );
}

#[test]
fn a_timer_among_the_microtasks_would_be_another_lesson() {
    let figures = figures(
        [12345.0, 15324.0, 15324.0],
        [0.0, 1.0, 501.0],
        [1.0, 2.0, 500.0],
        [0.1, 3.0, 502.0],
    );
    assert_eq!(found(DECLARATION, "K02", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("1 5 3 2 4")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [12345.0, 15342.0, 15342.0],
        [0.0, 1.0, 501.0],
        [1.0, 2.0, 500.0],
        [0.1, 3.0, 502.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
