//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["all", "all settled", "any"];

fn figures(kept: [f64; 3], none: [f64; 3], sets: f64, complete: f64) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("kept", kept),
            ("none", none),
            ("sets", [17.0, sets, 5.0]),
            ("complete", [complete, complete, 0.0]),
        ],
    )
}

#[test]
fn only_waiting_for_each_keeps_every_success() {
    let figures = figures([40.0, 296.0, 50.0], [45.0, 0.0, 0.0], 35.0, 0.1);
    assert_eq!(found(DECLARATION, "K62", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in about six")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn requests_that_all_have_one_fate_would_refute_it() {
    let figures = figures([280.0, 280.0, 35.0], [15.0, 0.0, 0.0], 2.0, 0.7);
    assert_eq!(found(DECLARATION, "K62", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in about seventy: that is what each request manages")
    );
}

#[test]
fn all_that_mostly_works_decides_nothing() {
    let figures = figures([200.0, 380.0, 50.0], [25.0, 0.0, 0.0], 20.0, 0.5);
    assert_eq!(found(DECLARATION, "K62", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in about fifty")
    );
}
