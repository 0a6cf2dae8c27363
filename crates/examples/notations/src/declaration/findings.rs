//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["plain", "callbacks", "promises", "await"];

fn figures(changed: [f64; 4], hold: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("lines", [10.0, 16.0, 11.0, 10.0]),
            ("changed", changed),
            ("hold", hold),
            ("total", [300.0; 4]),
        ],
    )
}

#[test]
fn a_text_that_hardly_changes_and_does_not_block_bears_it_out() {
    let figures = figures([0.0, 12.0, 9.0, 2.0], [300.0, 5.0, 6.0, 4.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::Holds);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("two or three"));
}

#[test]
fn a_text_that_changes_as_much_as_with_callbacks_would_refute_it() {
    let figures = figures([0.0, 12.0, 9.0, 9.0], [300.0, 5.0, 6.0, 4.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::False);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("nearly all"));
}

#[test]
fn an_await_that_blocks_leaves_it_misleading() {
    let figures = figures([0.0, 12.0, 11.0, 5.0], [300.0, 5.0, 6.0, 290.0]);
    assert_eq!(found(DECLARATION, "K23", &figures), Finding::Misleading);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(right.as_deref(), Some("about half"));
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([0.0, 12.0, 9.0, 2.0], [300.0, 5.0, 6.0, 4.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
