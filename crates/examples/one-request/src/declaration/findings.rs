//! The rules of this example, with made-up figures for each finding that they can give; and how lines are counted.

use super::DECLARATION;
use crate::lines::{AWAITED, BLOCKING, lines};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(hold: [f64; 4], each: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        [
            "blocks, on the page",
            "awaits, on the page",
            "blocks, in a worker",
            "awaits, in a worker",
        ],
        [
            ("hold", hold),
            ("total", [402.0, 403.0, 430.0, 431.0]),
            ("each", each),
            ("lines", [6.0, 4.0, 6.0, 4.0]),
        ],
    )
}

#[test]
fn one_request_is_overkill_nowhere_and_needed_on_the_page() {
    let figures = figures([400.0, 4.0, 2.0, 2.0], [1.1, 1.9, 1.2, 1.4]);
    assert_eq!(found(DECLARATION, "K86", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it takes about as long")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_blocking_program_that_holds_nothing_would_confirm_it() {
    let figures = figures([4.0; 4], [1.1, 1.9, 0.2, 1.4]);
    assert_eq!(found(DECLARATION, "K86", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it is clearly faster: there is nothing to manage")
    );
}

#[test]
fn a_page_that_is_held_from_a_worker_misleads() {
    let figures = figures([400.0, 4.0, 400.0, 2.0], [1.1, 1.9, 4.2, 1.4]);
    assert_eq!(found(DECLARATION, "K86", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it is clearly slower")
    );
}

#[test]
fn lines_are_those_below_the_panel() {
    assert_eq!((lines(BLOCKING), lines(AWAITED)), (6, 4));
}
