//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["one after another", "async", "async with workers"];

fn figures(none: [f64; 3], quarter: [f64; 3], all: [f64; 3]) -> Vec<Figure<'static>> {
    table(ARMS, [("none", none), ("quarter", quarter), ("all", all)])
}

#[test]
fn together_shortens_the_waits_and_workers_the_rest() {
    let figures = figures(
        [604.0, 102.0, 103.0],
        [603.0, 227.0, 155.0],
        [601.0, 605.0, 310.0],
    );
    assert_eq!(found(DECLARATION, "K44", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("more than a quarter, and not much more than a half")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn parsing_that_overlaps_on_one_thread_would_bear_it_out() {
    let figures = figures(
        [604.0, 102.0, 103.0],
        [603.0, 120.0, 115.0],
        [601.0, 105.0, 110.0],
    );
    assert_eq!(found(DECLARATION, "K44", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("a sixth: they run at the same time")
    );
}

#[test]
fn waits_that_do_not_overlap_leave_it_misleading() {
    let figures = figures([604.0; 3], [603.0; 3], [601.0, 605.0, 310.0]);
    assert_eq!(found(DECLARATION, "K44", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all of it: there is one thread")
    );
}
