//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(seen: [f64; 3], hold: [f64; 3], frames: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["synchronous flag", "asynchronous flag", "fetch"],
        [
            ("seen", seen),
            ("hold", hold),
            ("frames", frames),
            ("total", [602.0; 3]),
        ],
    )
}

#[test]
fn the_flag_decides() {
    let figures = figures([1.0, 0.0, 0.0], [600.0, 4.0, 5.0], [0.0, 36.0, 35.0]);
    assert_eq!(found(DECLARATION, "K76", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the next line has the reply, and the page stands still")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_flag_without_effect_would_leave_all_asynchronous() {
    let figures = figures([0.0; 3], [4.0, 4.0, 5.0], [36.0; 3]);
    assert_eq!(found(DECLARATION, "K76", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the request fails")
    );
}

#[test]
fn a_page_that_is_held_in_any_way_would_refute_it() {
    let all = figures([1.0, 0.0, 0.0], [600.0, 600.0, 600.0], [0.0; 3]);
    assert_eq!(found(DECLARATION, "K76", &all), Finding::False);
    let none = figures([1.0, 0.0, 0.0], [4.0; 3], [36.0; 3]);
    assert_eq!(
        right_answer(DECLARATION, &none).as_deref(),
        Some("nothing any more: the page stays usable")
    );
}
