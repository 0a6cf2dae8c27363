//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "in a row",
    "joined",
    "made first, then awaited",
    "hot, then awaited",
    "JavaScript, then awaited",
    "spawned first",
];

fn totals(total: [f64; 6]) -> Vec<Figure<'static>> {
    table(ARMS, [("total", total)])
}

#[test]
fn waits_that_have_all_been_started_overlap() {
    let figures = totals([900.0, 301.0, 902.0, 301.0, 302.0, 301.0]);
    assert_eq!(found(DECLARATION, "K22", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("three waits: each starts when it is awaited")
    );
}

#[test]
fn awaits_that_overlap_by_themselves_would_bear_it_out() {
    let figures = totals([302.0, 301.0, 302.0, 301.0, 302.0, 301.0]);
    assert_eq!(found(DECLARATION, "K22", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one wait: they run at the same time")
    );
}

#[test]
fn spawned_tasks_that_do_not_overlap_would_be_another_lesson() {
    let figures = totals([900.0, 301.0, 902.0, 301.0, 302.0, 900.0]);
    assert_eq!(found(DECLARATION, "K22", &figures), Finding::False);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = totals([900.0, 301.0, 902.0, 301.0, 302.0, 301.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
