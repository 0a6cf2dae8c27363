//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "chain, blocking",
    "chain, awaited",
    "free, blocking",
    "free, awaited",
    "free, in three threads",
];

fn figures(took: [f64; 5]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("took", took), ("number", [7.0, 7.0, 3.0, 3.0, 3.0])],
    )
}

#[test]
fn what_needs_each_other_stays_a_chain() {
    let figures = figures([602.0, 605.0, 603.0, 204.0, 206.0]);
    assert_eq!(found(DECLARATION, "K53", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the free steps alone")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_chain_that_async_loosens_would_bear_it_out() {
    let figures = figures([602.0, 205.0, 603.0, 204.0, 206.0]);
    assert_eq!(found(DECLARATION, "K53", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the chain and the free steps")
    );
}

#[test]
fn steps_that_async_does_not_overlap_would_refute_it() {
    let figures = figures([602.0, 605.0, 603.0, 604.0, 606.0]);
    assert_eq!(found(DECLARATION, "K53", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither: a step takes as long as it takes")
    );
}
