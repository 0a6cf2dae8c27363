//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "roasts, one who waits",
    "roasts, one who does not",
    "roasts, three cooks",
    "salads, one who waits",
    "salads, one who does not",
    "salads, three cooks",
];

fn figures(served: [f64; 6]) -> Vec<Figure<'static>> {
    table(ARMS, [("served", served)])
}

#[test]
fn a_cook_who_does_not_wait_is_three_for_the_ovens_and_one_for_the_knife() {
    let figures = figures([903.0, 302.0, 304.0, 900.0, 901.0, 480.0]);
    assert_eq!(found(DECLARATION, "K36", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("for the roasts")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_cook_who_chops_as_three_decides_nothing() {
    let figures = figures([903.0, 302.0, 304.0, 900.0, 470.0, 480.0]);
    assert_eq!(found(DECLARATION, "K36", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("for both")
    );
}

#[test]
fn a_cook_who_waits_all_the_same_is_no_help_at_all() {
    let figures = figures([903.0, 902.0, 304.0, 900.0, 901.0, 480.0]);
    assert_eq!(found(DECLARATION, "K36", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("for neither: three can do more than one")
    );
}
