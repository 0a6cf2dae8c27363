//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["plain call", "async fn", "async fn, nothing to wait for"];

fn figures(begun: [f64; 3], there: [f64; 3], polls: [f64; 3]) -> Vec<Figure<'static>> {
    table(ARMS, [("begun", begun), ("there", there), ("polls", polls)])
}

#[test]
fn a_future_that_has_not_begun_bears_it_out() {
    let figures = figures([1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 2.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nothing yet")
    );
}

#[test]
fn a_function_that_runs_in_the_background_would_refute_it() {
    let figures = figures([1.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 2.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it runs in the background")
    );
}

#[test]
fn a_future_that_is_polled_for_nothing_leaves_it_misleading() {
    let figures = figures([1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 9.0, 1.0]);
    assert_eq!(found(DECLARATION, "K20", &figures), Finding::Misleading);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 2.0, 1.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
