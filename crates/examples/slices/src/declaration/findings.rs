//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 8] = [
    "in one piece",
    "slices of 500 ms",
    "slices of 200 ms",
    "slices of 50 ms",
    "slices of 16 ms",
    "slices of 8 ms",
    "slices of 1 ms",
    "as it fits",
];

fn figures(hold: [f64; 8]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("hold", hold),
            (
                "total",
                [
                    1000.0, 1000.0, 1000.0, 1001.0, 1010.0, 1020.0, 1060.0, 1030.0,
                ],
            ),
            ("frames", [0.0, 2.0, 5.0, 19.0, 56.0, 60.0, 60.0, 60.0]),
            ("slice", [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 4.0]),
        ],
    )
}

const USUAL: [f64; 8] = [1000.0, 502.0, 204.0, 103.0, 33.0, 14.0, 5.0, 12.0];

#[test]
fn turns_often_enough_are_the_condition() {
    let figures = figures(USUAL);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("for about a slice")
    );
}

#[test]
fn long_slices_that_hold_nobody_up_decides_nothing() {
    let figures = figures([1000.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Unmeasurable);
}

#[test]
fn slices_that_help_nobody_would_be_another_lesson() {
    let figures = figures([1000.0; 8]);
    assert_eq!(found(DECLARATION, "K11", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("until all of the work is done")
    );
}

#[test]
fn a_click_that_never_waits_would_be_another_answer() {
    let mut hold = USUAL;
    hold[3] = 5.0;
    let figures = figures(hold);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("not at all, since the code is async")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    assert_eq!(unnoticed(DECLARATION, &figures(USUAL)), [""; 0]);
}
