//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(updates: [f64; 4], started: [f64; 4], hold: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        [
            "twelve tasks",
            "twelve workers",
            "tasks, two compute",
            "ten tasks, two workers",
        ],
        [
            ("updates", updates),
            ("started", started),
            ("hold", hold),
            ("document", [0.0; 4]),
            ("others", [118.0, 100.0, 60.0, 98.0]),
        ],
    )
}

#[test]
fn workers_are_for_the_panels_that_compute() {
    let figures = figures(
        [118.0, 100.0, 60.0, 90.0],
        [101.0, 350.0, 260.0, 380.0],
        [4.0, 15.0, 165.0, 20.0],
    );
    assert_eq!(found(DECLARATION, "K85", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nothing, until panels compute")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn workers_that_make_more_updates_would_confirm_it() {
    let figures = figures(
        [60.0, 118.0, 60.0, 118.0],
        [101.0, 350.0, 260.0, 380.0],
        [4.0, 15.0, 165.0, 20.0],
    );
    assert_eq!(found(DECLARATION, "K85", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("more updates in the same time")
    );
}

#[test]
fn tasks_that_compute_and_hold_nothing_would_refute_it() {
    let figures = figures([118.0; 4], [101.0, 90.0, 101.0, 90.0], [4.0; 4]);
    assert_eq!(found(DECLARATION, "K85", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a dashboard that is there sooner")
    );
}
