//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["opposite order", "same order", "with a limit"];

fn figures(done: [f64; 3], tries: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("done", done),
            ("tries", tries),
            ("hold", [1.0; 3]),
            ("took", [1000.0, 160.0, 240.0]),
        ],
    )
}

#[test]
fn two_locks_in_two_orders_are_a_deadlock() {
    let figures = figures([0.0, 2.0, 2.0], [2.0, 2.0, 3.0]);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Conditional);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("yes"));
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn locks_that_never_wait_for_each_other_would_bear_it_out() {
    let figures = figures([2.0; 3], [2.0; 3]);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no: waiting for a lock gives the thread back")
    );
}

#[test]
fn an_order_that_does_not_help_would_refute_it() {
    let figures = figures([0.0; 3], [2.0; 3]);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::False);
}
