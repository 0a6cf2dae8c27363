//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 3] = ["asking the clock", "blocking requests", "awaited reply"];

fn figures(total: [f64; 3], hold: [f64; 3], frames: [f64; 3]) -> Vec<Figure<'static>> {
    table(ARMS, [("total", total), ("hold", hold), ("frames", frames)])
}

#[test]
fn a_wait_that_holds_the_page_without_computing_bears_it_out() {
    let figures = figures([500.0, 502.0, 510.0], [499.0, 501.0, 6.0], [0.0, 0.0, 30.0]);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes, as the loop does")
    );
}

#[test]
fn requests_that_let_go_of_the_page_would_refute_it() {
    let figures = figures([500.0, 502.0, 510.0], [499.0, 11.0, 6.0], [0.0, 0.0, 30.0]);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no: they only wait")
    );
}

#[test]
fn requests_that_let_go_in_between_decides_nothing() {
    let figures = figures([500.0, 502.0, 510.0], [499.0, 300.0, 6.0], [0.0, 0.0, 30.0]);
    assert_eq!(found(DECLARATION, "K05", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes, but less than the loop")
    );
}

#[test]
fn the_same_time_and_other_frames_are_misleading() {
    let figures = figures([500.0, 502.0, 510.0], [499.0, 501.0, 6.0], [0.0, 0.0, 30.0]);
    assert_eq!(found(DECLARATION, "K08", &figures), Finding::Misleading);
}

#[test]
fn a_reply_that_came_earlier_would_bear_it_out() {
    let figures = figures([500.0, 502.0, 300.0], [499.0, 501.0, 6.0], [0.0, 0.0, 18.0]);
    assert_eq!(found(DECLARATION, "K08", &figures), Finding::Holds);
}

#[test]
fn a_reply_that_came_later_decides_nothing() {
    let figures = figures([500.0, 502.0, 800.0], [499.0, 501.0, 6.0], [0.0, 0.0, 48.0]);
    assert_eq!(found(DECLARATION, "K08", &figures), Finding::Unmeasurable);
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    let figures = figures([500.0, 502.0, 510.0], [499.0, 501.0, 6.0], [0.0, 0.0, 30.0]);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}
