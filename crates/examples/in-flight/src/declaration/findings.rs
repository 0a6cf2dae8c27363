//! The rules of this example, with made-up figures for each finding that they can give; and how stretches are counted.

use super::DECLARATION;
use crate::stretches::{inversions, most_at_once, pairs};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(at_once: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["this page", "all at once", "one after another"],
        [
            ("asked", [20.0, 10.0, 10.0]),
            ("at_once", at_once),
            ("inversions", [12.0, 3.0, 0.0]),
        ],
    )
}

#[test]
fn files_come_together_unless_somebody_waits() {
    let figures = figures([6.0, 6.0, 1.0]);
    assert_eq!(found(DECLARATION, "K83", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("several")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn files_that_come_one_at_a_time_would_confirm_it() {
    let figures = figures([1.0, 6.0, 1.0]);
    assert_eq!(found(DECLARATION, "K83", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one: each when the one before was there")
    );
}

#[test]
fn pictures_that_come_together_in_any_case_leave_a_condition() {
    let figures = figures([6.0, 6.0, 4.0]);
    assert_eq!(found(DECLARATION, "K83", &figures), Finding::Conditional);
}

#[test]
fn stretches_over_each_other_are_counted() {
    let stretches = pairs(&[0.0, 10.0, 2.0, 5.0, 10.0, 12.0, 4.0, 11.0]);
    assert_eq!(most_at_once(&stretches), 3);
    assert_eq!(inversions(&stretches), 1);
    assert_eq!(most_at_once(&[]), 0);
    assert_eq!(most_at_once(&pairs(&[0.0, 1.0, 1.0, 2.0])), 1);
}
