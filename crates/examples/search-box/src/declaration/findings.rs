//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(shown: [f64; 2]) -> Vec<Figure<'static>> {
    table(
        ["as they come", "with a number"],
        [("shown", shown), ("overtaken", [3.0, 3.0])],
    )
}

#[test]
fn the_first_question_is_answered_last() {
    let figures = figures([1.0, 5.0]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("what begins with a")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_newer_reply_that_stays_would_refute_it() {
    let figures = figures([5.0, 5.0]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("what begins with await")
    );
}

#[test]
fn a_number_that_does_not_help_would_leave_no_condition() {
    let figures = figures([3.0, 2.0]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("something in between")
    );
}
