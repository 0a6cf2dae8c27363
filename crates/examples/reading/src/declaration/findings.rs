//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = [
    "awaited on the page",
    "awaited in a worker",
    "blocking in a worker",
];

fn figures(hold: [f64; 3], held: [f64; 3]) -> Vec<Figure<'static>> {
    let workers = [0.0, 1.0, 1.0];
    table(ARMS, [("hold", hold), ("held", held), ("workers", workers)])
}

#[test]
fn the_reader_that_blocks_holds_its_thread_and_the_others_do_not() {
    let figures = figures([9.0, 1.0, 1.0], [9.0, 4.0, 210.0]);
    assert_eq!(found(DECLARATION, "K45", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the one that blocks")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([9.0, 1.0, 1.0], [9.0, 4.0, 210.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_reader_that_holds_nothing_would_bear_it_out() {
    let figures = figures([9.0, 1.0, 1.0], [9.0, 4.0, 5.0]);
    assert_eq!(found(DECLARATION, "K45", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither: a file is input, and input does not block")
    );
}

#[test]
fn a_page_that_is_held_all_the_same_decides_nothing() {
    let figures = figures([200.0, 1.0, 1.0], [9.0, 4.0, 210.0]);
    assert_eq!(found(DECLARATION, "K45", &figures), Finding::Unmeasurable);
}
