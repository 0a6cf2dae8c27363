//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["a mutex", "one permit", "three permits", "ten permits"];

fn figures(most: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("most", most), ("took", [500.0, 500.0, 170.0, 50.0])],
    )
}

#[test]
fn a_semaphore_admits_as_many_as_it_has_permits() {
    let figures = figures([1.0, 1.0, 3.0, 10.0]);
    assert_eq!(found(DECLARATION, "K67", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("three")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn one_at_a_time_in_any_case_would_bear_it_out() {
    let figures = figures([1.0; 4]);
    assert_eq!(found(DECLARATION, "K67", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one: it lets one in at a time, like a mutex")
    );
}

#[test]
fn a_door_that_keeps_nobody_out_would_refute_it() {
    let figures = figures([1.0, 50.0, 50.0, 50.0]);
    assert_eq!(found(DECLARATION, "K67", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all fifty, three of which may write")
    );
}
