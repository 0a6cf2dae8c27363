//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = ["one", "ten", "a hundred", "a thousand", "ten in a row"];

fn figures(total: [f64; 5], open: [f64; 5], threads: [f64; 5]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("total", total), ("open", open), ("threads", threads)],
    )
}

#[test]
fn a_thousand_that_take_as_long_as_one_bear_it_out() {
    let figures = figures(
        [201.0, 201.0, 203.0, 220.0, 2050.0],
        [1.0, 10.0, 100.0, 1000.0, 1.0],
        [1.0; 5],
    );
    assert_eq!(found(DECLARATION, "K09", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("hardly longer")
    );
}

#[test]
fn a_thousand_that_queue_would_refute_it() {
    let figures = figures(
        [201.0, 2010.0, 20100.0, 201000.0, 2050.0],
        [1.0; 5],
        [1.0; 5],
    );
    assert_eq!(found(DECLARATION, "K09", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a thousand times as long")
    );
}

#[test]
fn a_thousand_that_take_a_little_longer_decides_nothing() {
    let figures = figures(
        [201.0, 201.0, 300.0, 900.0, 2050.0],
        [1.0, 10.0, 100.0, 1000.0, 1.0],
        [1.0; 5],
    );
    assert_eq!(found(DECLARATION, "K09", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("several times as long")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures(
        [201.0, 201.0, 203.0, 220.0, 2050.0],
        [1.0, 10.0, 100.0, 1000.0, 1.0],
        [1.0; 5],
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
