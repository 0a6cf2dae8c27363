//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = [
    "an await after",
    "an await between",
    "a lock that is awaited",
    "a borrow",
];

fn figures(lost: [f64; 4], refused: f64) -> Vec<Figure<'static>> {
    let mut figures = table(ARMS, [("lost", lost)]);
    for arm in ARMS {
        figures.push((
            "refused",
            arm,
            if arm == "a borrow" { refused } else { 0.0 },
        ));
    }
    figures
}

#[test]
fn an_await_in_the_midst_is_a_race_and_a_lock_cures_it() {
    let figures = figures([0.0, 4950.0, 0.0, 4900.0], 4900.0);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Conditional);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes, where an await lies between reading and writing")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn one_thread_without_races_decides_nothing() {
    let figures = figures([0.0; 4], 0.0);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no: that takes two threads")
    );
}

#[test]
fn a_lock_that_loses_would_refute_the_other() {
    let figures = figures([4950.0; 4], 0.0);
    assert_eq!(found(DECLARATION, "K65", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K66", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes, wherever there is an await")
    );
}
