//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["five calls", "five tasks", "five microtasks", "five waits"];

fn figures(queued: [f64; 4], hold: [f64; 4]) -> Vec<Figure<'static>> {
    let total = [750.0, 755.0, 750.0, 152.0];
    table(
        ARMS,
        [
            ("queued", queued),
            ("hold", hold),
            ("frame_gap", hold),
            ("total", total),
        ],
    )
}

#[test]
fn tasks_that_queue_are_misleading() {
    let figures = figures([600.0, 605.0, 600.0, 2.0], [750.0, 151.0, 750.0, 6.0]);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("when the four before it are done")
    );
}

#[test]
fn tasks_that_all_begin_at_once_would_bear_it_out() {
    let figures = figures([600.0, 5.0, 600.0, 2.0], [750.0, 151.0, 750.0, 6.0]);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("at once, with the others")
    );
}

#[test]
fn tasks_that_take_turns_would_refute_the_picture() {
    let figures = figures([600.0, 190.0, 600.0, 2.0], [750.0, 151.0, 750.0, 6.0]);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("half-way: they take turns")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([600.0, 605.0, 600.0, 2.0], [750.0, 151.0, 750.0, 6.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
