//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["5 ms", "as long as you say", "100 ms", "300 ms"];

fn figures(late: [f64; 4], gap: [f64; 4]) -> Vec<Figure<'static>> {
    table(ARMS, [("late", late), ("frame_gap", gap)])
}

#[test]
fn longer_blocks_are_noticed() {
    let figures = figures([6.0, 31.0, 101.0, 301.0], [17.0, 34.0, 117.0, 317.0]);
    assert_eq!(found(DECLARATION, "K89", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("clearly longer")
    );
    // What the reader tries is for the prediction; no finding rests on it.
    assert_eq!(unnoticed(DECLARATION, &figures), ["as long as you say"]);
}

#[test]
fn blocks_that_nobody_notices_would_confirm_it() {
    let figures = figures([6.0; 4], [17.0; 4]);
    assert_eq!(found(DECLARATION, "K89", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as with 5 ms: the frame comes between two blocks")
    );
}

#[test]
fn short_blocks_that_are_noticed_as_much_decides_nothing() {
    let figures = figures([90.0, 90.0, 101.0, 301.0], [17.0, 25.0, 117.0, 317.0]);
    assert_eq!(found(DECLARATION, "K89", &figures), Finding::Unmeasurable);
}
