//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "plain call",
    "one future",
    "a hundred futures",
    "one worker",
    "two workers",
];

fn figures(took: [f64; 5], hold: [f64; 5]) -> Vec<Figure<'static>> {
    table(ARMS, [("took", took), ("hold", hold)])
}

#[test]
fn only_another_core_is_faster_and_only_the_pages_own_thread_matters() {
    let figures = figures(
        [800.0, 803.0, 811.0, 806.0, 420.0],
        [797.0, 801.0, 16.0, 2.0, 2.0],
    );
    assert_eq!(found(DECLARATION, "K40", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K41", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the two workers alone")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn futures_that_are_faster_would_refute_it() {
    let figures = figures(
        [800.0, 803.0, 400.0, 806.0, 420.0],
        [797.0, 801.0, 16.0, 700.0, 2.0],
    );
    assert_eq!(found(DECLARATION, "K40", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K41", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the hundred async functions")
    );
}

#[test]
fn workers_that_gain_nothing_decides_nothing() {
    let figures = figures(
        [800.0, 803.0, 1600.0, 420.0, 790.0],
        [797.0, 801.0, 16.0, 2.0, 2.0],
    );
    assert_eq!(found(DECLARATION, "K40", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K41", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the one worker")
    );
}
