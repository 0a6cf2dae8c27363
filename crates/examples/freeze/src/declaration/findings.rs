//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

/// Both arms take 1.5 s; how long each holds the page is what differs.
fn holds(blocking: f64, future: f64) -> Vec<Figure<'static>> {
    vec![
        ("total", "blocking loop", 1500.0),
        ("hold", "blocking loop", blocking),
        ("frames", "blocking loop", 0.0),
        ("total", "future", 1500.0),
        ("hold", "future", future),
        ("frames", "future", 90.0),
    ]
}

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

#[test]
fn a_loop_that_holds_and_a_future_that_does_not_are_as_expected() {
    let figures = holds(1498.0, 4.0);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K07", &figures), Finding::Conditional);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(
        right.as_deref(),
        Some("at once, but only while the future waits")
    );
}

#[test]
fn a_loop_that_does_not_hold_refutes_both_claims() {
    let figures = holds(6.0, 4.0);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K07", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("at once, both times")
    );
}

#[test]
fn a_future_that_holds_too_makes_async_no_cure() {
    let figures = holds(1498.0, 1497.0);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K07", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("after the wait, both times")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = holds(1498.0, 4.0);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
