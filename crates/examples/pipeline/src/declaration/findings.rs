//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 2] = ["no limit", "room for two"];

fn figures(
    took: [f64; 2],
    inside: [f64; 2],
    slowest: [f64; 2],
    held_back: [f64; 2],
) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [
            ("took", took),
            ("inside", inside),
            ("slowest", slowest),
            ("held_back", held_back),
        ],
    )
}

#[test]
fn who_is_pushed_back_loses_no_time() {
    let figures = figures([756.0, 755.0], [38.0, 5.0], [569.0, 74.0], [0.0, 518.0]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("as long as with room for all")
    );
    let unnoticed = unnoticed(DECLARATION, &figures);
    // The arm by hand is in no rule.
    assert_eq!(unnoticed, ["your turn"; 0]);
}

#[test]
fn a_limit_that_makes_slow_decides_nothing() {
    let figures = figures([756.0, 1500.0], [38.0, 5.0], [569.0, 74.0], [0.0, 518.0]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("much longer: the maker has to wait")
    );
}

#[test]
fn a_line_that_does_not_grow_decides_nothing() {
    let figures = figures([1500.0, 755.0], [5.0, 5.0], [75.0, 74.0], [0.0, 518.0]);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Unmeasurable);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("less"));
}
