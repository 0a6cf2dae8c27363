//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 2] = ["await what is ready", "await a turn"];

fn figures(polls: [f64; 2], hold: [f64; 2], total: [f64; 2]) -> Vec<Figure<'static>> {
    table(ARMS, [("polls", polls), ("hold", hold), ("total", total)])
}

#[test]
fn an_await_that_is_ready_gives_nothing_back() {
    let figures = figures([1.0, 101.0], [499.0, 12.0], [502.0, 520.0]);
    assert_eq!(found(DECLARATION, "K24", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only where there is something to wait for")
    );
}

#[test]
fn an_await_that_always_gave_way_would_bear_it_out() {
    let figures = figures([101.0, 101.0], [12.0, 12.0], [502.0, 520.0]);
    assert_eq!(found(DECLARATION, "K24", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("at every await")
    );
}

#[test]
fn an_await_that_never_gave_way_leaves_it_misleading() {
    let figures = figures([1.0, 1.0], [499.0, 519.0], [502.0, 520.0]);
    assert_eq!(found(DECLARATION, "K24", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("at no await")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([1.0, 101.0], [499.0, 12.0], [502.0, 520.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
