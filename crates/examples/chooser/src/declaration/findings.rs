//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(computing: [f64; 3], waiting: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["in turn", "together", "two workers"],
        [
            ("computing", computing),
            ("waiting", waiting),
            ("computing_one", [40.0, 41.0, 41.0]),
            ("waiting_one", [41.0, 41.0, 42.0]),
        ],
    )
}

#[test]
fn each_way_is_the_best_somewhere() {
    let figures = figures([320.0, 330.0, 170.0], [325.0, 43.0, 165.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither: one for those that compute, another for those that wait")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn computing_that_is_faster_together_decides_nothing() {
    let figures = figures([320.0, 100.0, 170.0], [325.0, 43.0, 165.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("together: asynchronous is the efficient way")
    );
}

#[test]
fn workers_that_wait_faster_leave_a_condition() {
    let figures = figures([320.0, 330.0, 170.0], [325.0, 43.0, 30.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("two workers")
    );
}
