//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 8] = [
    "thrown in a callback",
    "rejected, nobody awaits",
    "caught, and forgotten",
    "an Err, dropped",
    "an Err, awaited",
    "a chain",
    "a panic, awaited",
    "a panic, forgotten",
];

/// Who heard of what, in the order of the arms, as it is measured.
const ERRORS: [f64; 8] = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
const REJECTIONS: [f64; 8] = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
const HOOK: [f64; 8] = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0];
const CALLER: [f64; 8] = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0];

fn figures(errors: [f64; 8], rejections: [f64; 8], second: f64) -> Vec<Figure<'static>> {
    let mut figures = table(
        ARMS,
        [
            ("errors", errors),
            ("rejections", rejections),
            ("hook", HOOK),
            ("caller", CALLER),
        ],
    );
    figures.push(("second", "a chain", second));
    figures
}

#[test]
fn no_ear_hears_everything() {
    let figures = figures(ERRORS, REJECTIONS, 0.0);
    assert_eq!(found(DECLARATION, "K59", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K61", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nobody")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn an_ear_that_hears_what_was_caught_would_bear_the_other_out() {
    let figures = figures(ERRORS, [1.0; 8], 1.0);
    assert_eq!(found(DECLARATION, "K59", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K61", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the listener for rejected promises")
    );
}

#[test]
fn ears_that_hear_nothing_would_refute_both() {
    let figures = figures([0.0; 8], [0.0; 8], 0.0);
    assert_eq!(found(DECLARATION, "K59", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K61", &figures), Finding::False);
}

#[test]
fn a_dropped_error_could_be_heard_as_an_uncaught_one() {
    let mut errors = ERRORS;
    errors[3] = 1.0;
    let figures = figures(errors, REJECTIONS, 0.0);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the listener for uncaught errors")
    );
}
