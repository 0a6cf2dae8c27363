//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 4] = ["one cook", "two cooks", "three cooks", "eight cooks"];

fn figures(served: [f64; 4], too_early: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("served", served),
            ("too_early", too_early),
            ("shared", [1500.0, 750.0, 500.0, 187.5]),
            ("chain", [600.0; 4]),
        ],
    )
}

#[test]
fn cooks_help_until_the_longest_chain_is_all_there_is() {
    let figures = figures([1530.0, 810.0, 625.0, 615.0], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K37", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("about 12 units: the longest chain")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_dinner_served_raw_is_no_dinner() {
    let figures = figures([1530.0, 810.0, 500.0, 190.0], [0.0, 0.0, 1.0, 4.0]);
    assert_eq!(found(DECLARATION, "K37", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("about 4 units: an eighth of the work each")
    );
}

#[test]
fn cooks_who_do_not_help_leave_it_misleading() {
    let figures = figures([1530.0, 1520.0, 1515.0, 1525.0], [0.0; 4]);
    assert_eq!(found(DECLARATION, "K37", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("30 units: one thing after another")
    );
}
