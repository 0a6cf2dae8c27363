//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = [
    "when all are there",
    "as they come",
    "in order, as they come",
];

fn figures(arrived: f64, delivered: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("pairs", [900.0; 3]),
            ("arrived", [arrived; 3]),
            ("delivered", delivered),
            ("first", [29.0, 4.0, 12.0]),
        ],
    )
}

#[test]
fn arrival_is_free_and_delivery_as_one_asks_for_it() {
    let figures = figures(400.0, [0.0, 400.0, 0.0]);
    assert_eq!(found(DECLARATION, "K63", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in two")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn replies_in_the_order_of_asking_would_refute_it() {
    let figures = figures(0.0, [0.0; 3]);
    assert_eq!(found(DECLARATION, "K63", &figures), Finding::False);
}

#[test]
fn an_order_that_is_lost_for_good_would_need_no_condition() {
    let figures = figures(400.0, [400.0; 3]);
    assert_eq!(found(DECLARATION, "K63", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in none")
    );
}

#[test]
fn a_buffer_that_loses_the_order_is_an_answer_too() {
    let figures = figures(400.0, [0.0, 400.0, 400.0]);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in one")
    );
}
