//! The rules of this example, with made-up figures for each finding that they can give; and the table.

use super::DECLARATION;
use crate::rows::{prices, scan};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(hold: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["a query", "a scan on the page", "a scan in a worker"],
        [
            ("hold", hold),
            ("total", [602.0, 604.0, 630.0]),
            ("asked", [900.0, 100_000.0, 100_000.0]),
        ],
    )
}

#[test]
fn what_computes_needs_a_thread_and_what_waits_does_not() {
    let figures = figures([3.0, 600.0, 3.0]);
    assert_eq!(found(DECLARATION, "K84", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the scan")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_query_that_holds_the_page_would_confirm_it() {
    let figures = figures([600.0, 600.0, 3.0]);
    assert_eq!(found(DECLARATION, "K84", &figures), Finding::Holds);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("each"));
}

#[test]
fn a_scan_that_holds_nothing_misleads() {
    let figures = figures([3.0, 3.0, 3.0]);
    assert_eq!(found(DECLARATION, "K84", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("none: all of them are async functions")
    );
}

#[test]
fn the_table_is_scanned() {
    let prices = prices();
    let found = scan(&prices, 2);
    assert_eq!(found, scan(&prices, 1));
    assert!((400..600).contains(&found), "{found}");
    assert_eq!(scan(&prices, 0), 0);
}
