//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

const ARMS: [&str; 5] = [
    "returned",
    "direct callback",
    "after a timer",
    "in slices",
    "from a worker",
];

fn holds(holds: [f64; 5]) -> Vec<Figure<'static>> {
    ARMS.into_iter()
        .zip(holds)
        .map(|(arm, hold)| ("hold", arm, hold))
        .collect()
}

fn order(direct: f64, timer: f64) -> Vec<Figure<'static>> {
    vec![
        ("callback_first", "direct callback", direct),
        ("callback_first", "after a timer", timer),
    ]
}

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

#[test]
fn a_callback_that_freezes_refutes_that_it_helps() {
    let figures = holds([800.0, 801.0, 805.0, 15.0, 4.0]);
    assert_eq!(found(DECLARATION, "K15", &figures), Finding::False);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("it stays, directly or by timer"));
}

#[test]
fn a_callback_that_does_not_freeze_would_bear_the_claim_out() {
    let figures = holds([800.0, 6.0, 5.0, 15.0, 4.0]);
    assert_eq!(found(DECLARATION, "K15", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it is gone")
    );
}

#[test]
fn a_timer_that_cured_it_would_leave_the_claim_misleading() {
    let figures = holds([800.0, 801.0, 5.0, 15.0, 4.0]);
    assert_eq!(found(DECLARATION, "K15", &figures), Finding::Misleading);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(
        right.as_deref(),
        Some("it is gone once a timer calls the closure")
    );
}

#[test]
fn who_runs_first_tells_what_a_callback_is() {
    assert_eq!(
        found(DECLARATION, "K16", &order(1.0, 0.0)),
        Finding::Misleading
    );
    assert_eq!(found(DECLARATION, "K16", &order(0.0, 0.0)), Finding::Holds);
    assert_eq!(found(DECLARATION, "K16", &order(1.0, 1.0)), Finding::False);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = [holds([800.0, 801.0, 805.0, 15.0, 4.0]), order(1.0, 0.0)].concat();
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
