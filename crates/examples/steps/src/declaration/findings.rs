//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["plain code", "timers", "microtasks"];

fn figures(inside: [f64; 3], between: [f64; 3], orders: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("inside", inside), ("between", between), ("orders", orders)],
    )
}

#[test]
fn within_a_task_there_is_an_order_and_between_tasks_chance() {
    let figures = figures([0.0; 3], [0.0, 3000.0, 0.0], [1.0, 20.0, 1.0]);
    assert_eq!(found(DECLARATION, "K64", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no, but between tasks the order is open")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn steps_out_of_order_within_a_task_would_bear_it_out() {
    let figures = figures([0.0, 50.0, 0.0], [0.0, 3000.0, 0.0], [1.0, 20.0, 1.0]);
    assert_eq!(found(DECLARATION, "K64", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes: asynchronous steps have no fixed order")
    );
}

#[test]
fn tasks_that_always_keep_their_order_decides_nothing() {
    let figures = figures([0.0; 3], [0.0; 3], [1.0; 3]);
    assert_eq!(found(DECLARATION, "K64", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no, and the tasks keep their order among each other as well")
    );
}
