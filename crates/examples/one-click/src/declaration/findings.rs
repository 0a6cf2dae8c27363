//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use crate::notes::Notes;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(interrupted: [f64; 3], early: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["in JavaScript", "in Rust", "a loop that awaits"],
        [
            ("interrupted", interrupted),
            ("early", early),
            ("swapped", [0.0; 3]),
        ],
    )
}

#[test]
fn nobody_comes_in_between_but_where_the_loop_awaits() {
    let figures = figures([0.0, 0.0, 3.0], [0.0; 3]);
    assert_eq!(found(DECLARATION, "K75", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nobody")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_loop_that_is_interrupted_would_refute_it() {
    let timer = figures([1.0, 0.0, 3.0], [0.0; 3]);
    assert_eq!(found(DECLARATION, "K75", &timer), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &timer).as_deref(),
        Some("the microtask")
    );
    let all = figures([3.0, 3.0, 3.0], [0.0; 3]);
    assert_eq!(
        right_answer(DECLARATION, &all).as_deref(),
        Some("the timer and the reply")
    );
}

#[test]
fn callbacks_before_the_sum_leave_a_condition() {
    let figures = figures([0.0, 0.0, 3.0], [1.0, 0.0, 0.0]);
    assert_eq!(found(DECLARATION, "K75", &figures), Finding::Conditional);
}

#[test]
fn notes_tell_who_came_when() {
    let mut notes = Notes::default();
    for what in ["sum", "loop begins", "timer", "loop ends", "microtask"] {
        notes.add(what);
    }
    assert_eq!((notes.done(), notes.inside(), notes.early()), (2, 1, 0));
    assert!(notes.swapped());
    assert!(notes.text().starts_with("sum, loop begins"));
}
