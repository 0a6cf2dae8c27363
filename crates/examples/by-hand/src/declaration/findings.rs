//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["by hand", "loses its waker", "wakes itself"];

fn figures(polls: [f64; 3], done: [f64; 3]) -> Vec<Figure<'static>> {
    let (hold, total) = ([3.0, 4.0, 400.0], [401.0, 801.0, 402.0]);
    table(
        ARMS,
        [
            ("polls", polls),
            ("done", done),
            ("hold", hold),
            ("total", total),
        ],
    )
}

#[test]
fn pending_then_woken_then_ready_bears_it_out() {
    let figures = figures([2.0, 1.0, 90_000.0], [1.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it waits for ever")
    );
}

#[test]
fn a_future_that_is_ready_at_once_would_refute_it() {
    let figures = figures([1.0, 1.0, 90_000.0], [1.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::False);
}

#[test]
fn a_future_that_is_polled_all_the_time_leaves_it_misleading() {
    let figures = figures([70.0, 70.0, 90_000.0], [1.0, 1.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it is polled until the flag is found")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([2.0, 1.0, 90_000.0], [1.0, 0.0, 1.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
