//! The rules of this example, with made-up figures for each finding that they can give; and the things themselves.

use super::DECLARATION;
use crate::things::{Entry, check, price};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(each: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["direct calls", "tasks", "a worker"],
        [
            ("each", each),
            ("all", each.map(|each| each)),
            ("good", [0.8; 3]),
        ],
    )
}

#[test]
fn a_direct_call_is_the_cheapest() {
    let figures = figures([0.1, 1.0, 60.0]);
    assert_eq!(found(DECLARATION, "K87", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("clearly longer, and by a worker far longer")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn tasks_that_cost_nothing_decides_nothing() {
    let figures = figures([1.0, 1.0, 60.0]);
    assert_eq!(found(DECLARATION, "K87", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("hardly longer: a task is cheap")
    );
}

#[test]
fn tasks_as_dear_as_messages_decides_nothing() {
    let figures = figures([1.0, 40.0, 60.0]);
    assert_eq!(found(DECLARATION, "K87", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as by a worker")
    );
}

#[test]
fn entries_are_checked_and_priced() {
    assert!(!check(&Entry::numbered(0)) && check(&Entry::numbered(1)));
    assert_eq!(price(&Entry::numbered(1)), 500);
    assert_eq!(price(&Entry::numbered(4)), 1125);
    let good = (0..1000)
        .filter(|nth| check(&Entry::numbered(*nth)))
        .count();
    assert_eq!(good, 800);
}
