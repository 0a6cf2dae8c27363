//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(each: [f64; 2], early: [f64; 2], wasted: [f64; 2]) -> Vec<Figure<'static>> {
    let mut figures = table(["in the code", "from outside"], [("each", each)]);
    figures.extend(table(
        ["a fixed wait", "until ready"],
        [("early", early), ("wasted", wasted)],
    ));
    figures
}

#[test]
fn a_value_in_the_code_is_fast_and_a_wait_in_the_code_is_wrong() {
    let figures = figures([1.0, 3.0], [7.0, 0.0], [95.0, 0.5]);
    assert_eq!(found(DECLARATION, "K68", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the fixed wait")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_value_in_the_code_that_is_slow_would_bear_it_out() {
    let figures = figures([3.0, 1.0], [7.0, 0.0], [95.0, 0.5]);
    assert_eq!(found(DECLARATION, "K68", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the number in the calculation")
    );
}

#[test]
fn a_fixed_wait_that_costs_nothing_decides_nothing() {
    let figures = figures([1.0, 3.0], [0.0, 0.0], [1.0, 0.5]);
    assert_eq!(found(DECLARATION, "K68", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither")
    );
}
