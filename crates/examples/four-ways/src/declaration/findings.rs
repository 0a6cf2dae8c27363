//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "one thread, blocking",
    "one thread, async",
    "four workers, blocking",
    "four workers, async",
    "one worker, blocking",
    "two workers, blocking",
];

struct Made {
    took: [f64; 6],
    hold: [f64; 6],
    held: [f64; 6],
    overlap: [f64; 6],
    agents: [f64; 6],
}

const MEASURED: Made = Made {
    took: [1404.0, 502.0, 410.0, 405.0, 1405.0, 704.0],
    hold: [1400.0, 150.0, 3.0, 3.0, 2.0, 3.0],
    held: [1404.0, 50.0, 400.0, 95.0, 1403.0, 703.0],
    overlap: [0.0, 0.0, 90.0, 90.0, 0.0, 45.0],
    agents: [1.0, 1.0, 4.0, 4.0, 1.0, 2.0],
};

fn figures(made: Made) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("took", made.took),
            ("hold", made.hold),
            ("held", made.held),
            ("overlap", made.overlap),
            ("agents", made.agents),
        ],
    )
}

#[test]
fn four_combinations_leave_nothing_of_either() {
    let figures = figures(MEASURED);
    assert_eq!(found(DECLARATION, "K30", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K32", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they are held if their code blocks, as one thread is")
    );
}

#[test]
fn a_thread_that_is_held_all_the_same_would_bear_it_out() {
    let figures = figures(Made {
        hold: [1400.0, 1390.0, 3.0, 3.0, 2.0, 3.0],
        held: [1404.0, 50.0, 50.0, 50.0, 1403.0, 703.0],
        agents: [1.0; 6],
        ..MEASURED
    });
    assert_eq!(found(DECLARATION, "K30", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K32", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("they are never held for long, there are four of them")
    );
}

#[test]
fn workers_that_gain_nothing_decides_nothing() {
    let figures = figures(Made {
        took: [1404.0, 502.0, 1390.0, 405.0, 1405.0, 1404.0],
        overlap: [0.0; 6],
        ..MEASURED
    });
    assert_eq!(found(DECLARATION, "K30", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K32", &figures), Finding::Unmeasurable);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    assert_eq!(unnoticed(DECLARATION, &figures(MEASURED)), [""; 0]);
}
