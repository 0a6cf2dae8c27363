//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "await after",
    "await between",
    "with a lock",
    "one forgets the lock",
];

fn figures(wrong: [f64; 4], differ: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("orders", [90.0, 90.0, 6.0, 30.0]),
            ("wrong", wrong),
            ("differ", differ),
        ],
    )
}

#[test]
fn most_orders_are_wrong_and_a_lock_that_all_take_cures_it() {
    let figures = figures([0.0, 84.0, 0.0, 24.0], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in few of them")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn orders_that_all_come_out_right_would_refute_it() {
    let figures = figures([0.0; 4], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in most of them: mishaps are rare")
    );
}

#[test]
fn real_futures_that_come_to_something_else_would_spoil_the_proof() {
    let figures = figures([0.0, 84.0, 0.0, 24.0], [0.0, 3.0, 0.0, 0.0]);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Holds);
}
