//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

const ARMS: [&str; 6] = [
    "blocking",
    "async without a yield",
    "microtask yield",
    "timer slices",
    "best yield",
    "worker",
];

fn holds(holds: [f64; 6]) -> Vec<Figure<'static>> {
    let figures = |(arm, hold)| {
        [
            ("total", arm, 1000.0),
            ("hold", arm, hold),
            ("frames", arm, 0.0),
        ]
    };
    ARMS.into_iter().zip(holds).flat_map(figures).collect()
}

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

#[test]
fn async_that_freezes_refutes_that_it_never_does() {
    let figures = holds([1000.0, 1001.0, 1010.0, 12.0, 20.0, 3.0]);
    assert_eq!(found(DECLARATION, "K10", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("slices and the worker")
    );
}

#[test]
fn a_worker_that_is_better_than_slices_does_not_make_slices_bad() {
    let figures = holds([1000.0, 1001.0, 1010.0, 18.0, 18.0, 1.5]);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("slices and the worker")
    );
}

#[test]
fn async_that_never_holds_the_page_would_bear_the_claim_out() {
    let figures = holds([1000.0, 5.0, 5.0, 12.0, 20.0, 3.0]);
    assert_eq!(found(DECLARATION, "K10", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("everything marked async")
    );
}

#[test]
fn a_worker_as_the_only_cure_is_one_of_the_answers() {
    let figures = holds([1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 3.0]);
    assert_eq!(found(DECLARATION, "K10", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only the worker")
    );
}

#[test]
fn an_await_that_always_cured_it_is_one_of_the_answers() {
    let figures = holds([1000.0, 1000.0, 9.0, 12.0, 20.0, 3.0]);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(
        right.as_deref(),
        Some("every async one with an await in it")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = holds([1000.0, 1001.0, 1010.0, 12.0, 20.0, 3.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
