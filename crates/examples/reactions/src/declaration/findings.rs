//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(first: [f64; 2], last: [f64; 2], backlog: [f64; 2]) -> Vec<Figure<'static>> {
    table(
        ["blocks", "awaits"],
        [
            ("first", first),
            ("last", last),
            ("backlog", backlog),
            ("total", [1300.0, 400.0]),
        ],
    )
}

#[test]
fn delays_add_up_where_the_handler_blocks() {
    let figures = figures([2.0, 2.0], [880.0, 3.0], [10.0, 1.0]);
    assert_eq!(found(DECLARATION, "K81", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("many times as late")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_handler_that_blocks_and_is_never_late_would_confirm_it() {
    let figures = figures([2.0, 2.0], [3.0, 3.0], [1.0, 1.0]);
    assert_eq!(found(DECLARATION, "K81", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a few milliseconds, as with the first")
    );
}

#[test]
fn a_handler_that_awaits_and_is_as_late_would_refute_it() {
    let figures = figures([2.0, 2.0], [120.0, 118.0], [10.0, 9.0]);
    assert_eq!(found(DECLARATION, "K81", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as late as one answer takes")
    );
}
