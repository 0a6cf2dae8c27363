//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 7] = [
    "one, blocking",
    "one, awaited",
    "twenty in a row",
    "twenty together",
    "six at a time",
    "computed",
    "computed in a future",
];

fn figures(took: [f64; 7]) -> Vec<Figure<'static>> {
    let open = [1.0, 1.0, 1.0, 20.0, 6.0, 0.0, 0.0];
    table(ARMS, [("took", took), ("open", open)])
}

#[test]
fn only_waits_on_top_of_each_other_are_faster() {
    let figures = figures([201.0, 204.0, 4080.0, 220.0, 830.0, 200.0, 203.0]);
    assert_eq!(found(DECLARATION, "K38", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K39", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the twenty requests")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn everything_faster_decides_nothing() {
    let figures = figures([201.0, 104.0, 4080.0, 220.0, 230.0, 200.0, 103.0]);
    assert_eq!(found(DECLARATION, "K38", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K39", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one request, twenty requests and the computation")
    );
}

#[test]
fn waits_that_do_not_overlap_leave_nothing() {
    let figures = figures([201.0, 204.0, 4080.0, 4060.0, 4070.0, 200.0, 203.0]);
    assert_eq!(found(DECLARATION, "K38", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K39", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("none of them")
    );
}
