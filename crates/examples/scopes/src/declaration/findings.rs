//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(after: [f64; 3], at_once: [f64; 3], open: [f64; 2]) -> Vec<Figure<'static>> {
    let families = ["handed over", "a scope", "asked to stop"];
    let requests = ["requests of a scope", "requests handed over"];
    let mut figures = table(
        families,
        [
            ("after", after),
            ("at_once", at_once),
            ("cleaned", [5.0; 3]),
        ],
    );
    figures.extend(table(requests, [("open", open)]));
    figures
}

#[test]
fn what_is_owned_ends_with_its_owner() {
    let figures = figures([20.0, 0.0, 5.0], [0.0, 5.0, 0.0], [0.0, 5.0]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they go on as if nothing had happened")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn an_executor_that_ends_orphans_would_bear_it_out() {
    let figures = figures([0.0; 3], [5.0; 3], [0.0; 2]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they end with it")
    );
}

#[test]
fn a_scope_that_ends_nobody_would_refute_it() {
    let figures = figures([20.0; 3], [0.0; 3], [5.0; 2]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::False);
}
