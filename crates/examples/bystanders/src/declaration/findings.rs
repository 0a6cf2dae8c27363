//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["nobody waits", "A waits", "A waits, with a lock"];

fn figures(b: [f64; 3], c: [f64; 3], page: [f64; 3]) -> Vec<Figure<'static>> {
    table(ARMS, [("b", b), ("c", c), ("page", page)])
}

#[test]
fn a_query_that_stops_its_own_thread_refutes_it() {
    let figures = figures([95.0, 92.0, 0.0], [96.0, 91.0, 92.0], [95.0, 93.0, 91.0]);
    assert_eq!(found(DECLARATION, "K35", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("everybody but A")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_query_that_stops_all_would_bear_it_out() {
    let figures = figures([95.0, 2.0, 0.0], [96.0, 1.0, 2.0], [95.0, 3.0, 1.0]);
    assert_eq!(found(DECLARATION, "K35", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("nobody: a blocking query stops the program")
    );
}

#[test]
fn a_query_that_slows_all_decides_nothing() {
    let figures = figures([95.0, 40.0, 0.0], [96.0, 40.0, 40.0], [95.0, 60.0, 60.0]);
    assert_eq!(found(DECLARATION, "K35", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the page, but not the other workers")
    );
}
