//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "a step, plain",
    "a step, awaited",
    "a step, together",
    "the price is awaited",
];

fn figures(lines: [f64; 4], signatures: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("lines", lines), ("signatures", signatures)])
}

#[test]
fn a_step_is_a_line_and_the_first_await_spreads() {
    let figures = figures([1.0, 1.0, 3.0, 8.0], [0.0, 0.0, 0.0, 4.0]);
    assert_eq!(found(DECLARATION, "K72", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("awaiting the price")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_step_of_many_lines_would_bear_it_out() {
    let figures = figures([9.0, 1.0, 3.0, 8.0], [4.0, 0.0, 0.0, 4.0]);
    assert_eq!(found(DECLARATION, "K72", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("adding a step to the plain calls")
    );
}

#[test]
fn an_await_that_does_not_spread_would_be_another_finding() {
    let figures = figures([1.0, 1.0, 3.0, 1.0], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K72", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("doing two steps together")
    );
}
