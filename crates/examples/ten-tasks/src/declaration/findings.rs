//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "each handled",
    "with a question mark",
    "until the first failure",
    "a result each",
    "forgotten",
];

fn figures(finished: [f64; 5], seen: [f64; 5]) -> Vec<Figure<'static>> {
    let mut figures = table(ARMS, [("finished", finished), ("seen", seen)]);
    figures.push(("took", "each handled", 20.0));
    figures
}

#[test]
fn who_handles_goes_on_in_either_style() {
    let figures = figures([9.0, 3.0, 3.0, 9.0, 9.0], [1.0, 1.0, 1.0, 1.0, 0.0]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K58", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in one of each style")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_loop_that_stops_and_futures_that_go_on_would_bear_it_out() {
    let figures = figures([3.0, 3.0, 9.0, 9.0, 9.0], [1.0; 5]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K58", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in the asynchronous ones")
    );
}

#[test]
fn failures_that_stop_everything_would_refute_it() {
    let figures = figures([3.0; 5], [1.0; 5]);
    assert_eq!(found(DECLARATION, "K56", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("in none: a failure stops the program")
    );
}
