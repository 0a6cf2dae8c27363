//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(bytes: [f64; 2], each: [f64; 2]) -> Vec<Figure<'static>> {
    vec![
        ("bytes", "sixteen futures", bytes[0]),
        ("bytes", "sixteen workers", bytes[1]),
        ("each", "plain calls", each[0]),
        ("each", "awaits", each[1]),
    ]
}

#[test]
fn waiting_is_cheaper_async_and_stepping_is_not() {
    let figures = figures([28.0, 1.2e6], [0.3, 0.7]);
    assert_eq!(found(DECLARATION, "K47", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("asynchronous for waiting, synchronous for stepping")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn cheaper_in_both_would_bear_it_out() {
    let figures = figures([28.0, 1.2e6], [0.7, 0.3]);
    assert_eq!(found(DECLARATION, "K47", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("asynchronous, in both")
    );
}

#[test]
fn a_future_as_large_as_a_worker_would_refute_it() {
    let figures = figures([1.1e6, 1.2e6], [0.3, 0.7]);
    assert_eq!(found(DECLARATION, "K47", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("synchronous, in both")
    );
}
