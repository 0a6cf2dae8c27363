//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "64 futures",
    "one worker",
    "one for each core",
    "twice as many",
    "one worker, four at a time",
    "one for each core, four at a time",
];

fn figures(took: [f64; 6]) -> Vec<Figure<'static>> {
    let workers = [0.0, 1.0, 2.0, 4.0, 1.0, 2.0];
    table(ARMS, [("took", took), ("workers", workers)])
}

#[test]
fn cores_and_vectors_each_help_and_futures_do_not() {
    let figures = figures([1020.0, 1000.0, 520.0, 530.0, 300.0, 160.0]);
    assert_eq!(found(DECLARATION, "K34", &figures), Finding::Conditional);
    assert_eq!(found(DECLARATION, "K42", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K43", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("next to nothing")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn vectors_that_gain_nothing_decides_nothing() {
    let figures = figures([1020.0, 1000.0, 520.0, 530.0, 1000.0, 520.0]);
    assert_eq!(found(DECLARATION, "K34", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K43", &figures), Finding::Unmeasurable);
}

#[test]
fn workers_that_gain_nothing_decides_nothing() {
    let figures = figures([1020.0, 1000.0, 990.0, 1900.0, 300.0, 160.0]);
    assert_eq!(found(DECLARATION, "K34", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K42", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they are much slower: the processor is swamped")
    );
}

#[test]
fn futures_that_are_faster_decides_nothing() {
    let figures = figures([400.0, 1000.0, 520.0, 260.0, 300.0, 160.0]);
    assert_eq!(found(DECLARATION, "K43", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K42", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they are twice as fast again")
    );
}
