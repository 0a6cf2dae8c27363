//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["one thread", "two threads", "a borrow kept"];

fn figures(counted: [f64; 3], agents: [f64; 3], fell: [f64; 3]) -> Vec<Figure<'static>> {
    let mut figures = table(
        ARMS,
        [
            ("wanted", [1000.0; 3]),
            ("counted", counted),
            ("agents", agents),
            ("fell", fell),
        ],
    );
    figures.push(("there", "two threads", 1000.0));
    figures
}

#[test]
fn one_thread_needs_no_lock_and_a_borrow_over_an_await_falls() {
    let figures = figures([1000.0, 0.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K74", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the count is right")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn additions_lost_on_one_thread_decides_nothing() {
    let figures = figures([900.0, 0.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 1.0]);
    assert_eq!(found(DECLARATION, "K74", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("additions are lost")
    );
}

#[test]
fn a_borrow_that_does_no_harm_would_be_another_finding() {
    let figures = figures([1000.0, 0.0, 0.0], [1.0, 2.0, 0.0], [0.0; 3]);
    assert_eq!(found(DECLARATION, "K74", &figures), Finding::Conditional);
}
