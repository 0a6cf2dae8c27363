//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "stands at the kitchen",
    "serves at the end",
    "serves as they come",
    "serves the first",
];

fn figures(first: [f64; 4], last: [f64; 4], cooked: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("first", first), ("last", last), ("cooked", cooked)])
}

#[test]
fn a_barrier_is_not_what_synchronous_means() {
    let figures = figures(
        [100.0, 500.0, 101.0, 101.0],
        [1500.0, 500.0, 501.0, 101.0],
        [5.0, 5.0, 5.0, 1.0],
    );
    assert_eq!(found(DECLARATION, "K28", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the one who serves at the end")
    );
}

#[test]
fn a_waiter_at_the_kitchen_who_brings_nothing_would_bear_it_out() {
    let figures = figures(
        [1500.0, 500.0, 101.0, 101.0],
        [1500.0, 500.0, 501.0, 101.0],
        [5.0, 5.0, 5.0, 1.0],
    );
    assert_eq!(found(DECLARATION, "K28", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the one who stands at the kitchen")
    );
}

#[test]
fn both_late_with_the_soup_would_be_another_answer() {
    let figures = figures(
        [500.0, 500.0, 101.0, 101.0],
        [1500.0, 500.0, 501.0, 101.0],
        [5.0, 5.0, 5.0, 1.0],
    );
    assert_eq!(found(DECLARATION, "K28", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("both of these")
    );
}

#[test]
fn dishes_that_were_not_cancelled_refute_the_picture() {
    let figures = figures(
        [100.0, 500.0, 101.0, 101.0],
        [1500.0, 500.0, 501.0, 101.0],
        [5.0; 4],
    );
    assert_eq!(found(DECLARATION, "K28", &figures), Finding::False);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [100.0, 500.0, 101.0, 101.0],
        [1500.0, 500.0, 501.0, 101.0],
        [5.0, 5.0, 5.0, 1.0],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
