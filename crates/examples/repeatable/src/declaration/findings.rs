//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["plain calls", "real timers", "one seed", "a seed each"];

fn figures(traces: [f64; 4], wrong: [f64; 4], again: f64) -> Vec<Figure<'static>> {
    let mut figures = table(
        ARMS,
        [("runs", [50.0; 4]), ("traces", traces), ("wrong", wrong)],
    );
    figures.push(("again", "a seed each", again));
    figures
}

#[test]
fn whoever_holds_clock_and_dice_can_repeat_a_run() {
    let figures = figures([1.0, 49.0, 1.0, 48.0], [0.0, 25.0, 0.0, 26.0], 50.0);
    assert_eq!(found(DECLARATION, "K70", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes, with a clock and dice of one's own")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_seed_that_does_not_repeat_would_bear_it_out() {
    let figures = figures([1.0, 49.0, 30.0, 48.0], [0.0, 45.0, 40.0, 46.0], 3.0);
    assert_eq!(found(DECLARATION, "K70", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no: asynchronous code has no fixed order")
    );
}

#[test]
fn timers_without_chance_decides_nothing() {
    let figures = figures([1.0, 1.0, 1.0, 48.0], [0.0, 0.0, 0.0, 46.0], 50.0);
    assert_eq!(found(DECLARATION, "K70", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("it happens again anyway")
    );
}
