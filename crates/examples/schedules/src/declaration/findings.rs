//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "plain calls",
    "one task",
    "two tasks",
    "three tasks",
    "an await less",
];

fn figures(orders: [f64; 5], foretold: [f64; 5]) -> Vec<Figure<'static>> {
    table(ARMS, [("orders", orders), ("foretold", foretold)])
}

#[test]
fn tasks_and_their_awaits_multiply_the_orders() {
    let orders = [1.0, 1.0, 20.0, 1680.0, 90.0];
    let figures = figures(orders, orders);
    assert_eq!(found(DECLARATION, "K69", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("more than ten times as many")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn shorter_tasks_show_the_same() {
    let orders = [1.0, 1.0, 6.0, 90.0, 6.0];
    let figures = figures(orders, orders);
    assert_eq!(found(DECLARATION, "K69", &figures), Finding::Holds);
}

#[test]
fn tasks_with_one_order_would_refute_it() {
    let figures = figures([1.0; 5], [1.0, 1.0, 20.0, 1680.0, 90.0]);
    assert_eq!(found(DECLARATION, "K69", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("half as many again")
    );
}

#[test]
fn orders_that_the_formula_does_not_foretell_decides_nothing() {
    let foretold = [1.0, 1.0, 20.0, 1680.0, 90.0];
    let figures = figures([1.0, 1.0, 19.0, 1680.0, 90.0], foretold);
    assert_eq!(found(DECLARATION, "K69", &figures), Finding::Unmeasurable);
    let added = foretold.map(|orders: f64| orders.min(60.0));
    assert_eq!(
        right_answer(DECLARATION, &self::figures(added, foretold)).as_deref(),
        Some("two to ten times as many")
    );
}
