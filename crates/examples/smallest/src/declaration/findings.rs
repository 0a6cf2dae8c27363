//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "Rust, at once",
    "Rust, after a wait",
    "JavaScript, at once",
    "JavaScript, after a wait",
];

fn figures(lines: [f64; 4], bytes: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("lines", lines), ("bytes", bytes)])
}

#[test]
fn an_executor_is_brought_along_where_the_language_has_none() {
    let figures = figures([4.0, 40.0, 3.0, 4.0], [150.0, 9000.0, 80.0, 180.0]);
    assert_eq!(found(DECLARATION, "K73", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the one in Rust")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn awaits_that_cost_nothing_would_refute_it() {
    let figures = figures([4.0, 5.0, 3.0, 4.0], [150.0, 160.0, 80.0, 180.0]);
    assert_eq!(found(DECLARATION, "K73", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither: async and await are part of both languages")
    );
}

#[test]
fn a_javascript_that_needs_as_much_would_bear_it_out() {
    let figures = figures([4.0, 40.0, 3.0, 40.0], [150.0, 9000.0, 80.0, 5000.0]);
    assert_eq!(found(DECLARATION, "K73", &figures), Finding::Holds);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("both"));
}
