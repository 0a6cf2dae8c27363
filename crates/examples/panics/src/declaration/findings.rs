//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "a worker, awaited",
    "a worker, unheard",
    "none of them panics",
    "one of them panics",
];

fn figures(others: [f64; 4], plain: f64, ledger: f64) -> Vec<Figure<'static>> {
    let mut figures = table(ARMS, [("told", [1.0, 0.0, 0.0, 0.0]), ("others", others)]);
    figures.extend(table(
        ["none of them panics", "one of them panics"],
        [
            ("plain", [1.0, plain]),
            ("ledger", [1.0, ledger]),
            ("goes_on", [1.0, 1.0]),
            ("fresh", [1.0, 1.0]),
        ],
    ));
    figures
}

#[test]
fn a_worker_falls_alone_and_a_future_takes_what_it_holds() {
    let figures = figures([1.0; 4], 1.0, 0.0);
    assert_eq!(found(DECLARATION, "K57", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("functions that do not touch the ledger")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_worker_that_takes_others_with_it_would_refute_it() {
    let figures = figures([0.0, 1.0, 1.0, 1.0], 0.0, 0.0);
    assert_eq!(found(DECLARATION, "K57", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nothing: the instance is dead")
    );
}

#[test]
fn a_ledger_that_can_still_be_read_would_need_no_condition() {
    let figures = figures([1.0; 4], 1.0, 1.0);
    assert_eq!(found(DECLARATION, "K57", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("everything but the future that fell")
    );
}
