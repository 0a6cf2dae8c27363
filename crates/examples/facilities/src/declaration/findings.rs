//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(blocking: [f64; 2], later: [f64; 2]) -> Vec<Figure<'static>> {
    table(
        ["on the page", "in a worker"],
        [("blocking", blocking), ("later", later)],
    )
}

#[test]
fn few_can_block_on_a_page_and_more_in_a_worker() {
    let figures = figures([4.0, 6.0], [12.0, 11.0]);
    assert_eq!(found(DECLARATION, "K79", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("few, and more of them in a worker")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_browser_in_which_most_can_block_would_confirm_it() {
    let figures = figures([9.0, 9.0], [12.0, 11.0]);
    assert_eq!(found(DECLARATION, "K79", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("most of them: plain calls are the basis")
    );
}

#[test]
fn a_worker_in_which_no_more_can_block_decides_nothing() {
    let figures = figures([4.0, 4.0], [12.0, 11.0]);
    assert_eq!(found(DECLARATION, "K79", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("few, and as few in a worker")
    );
}
