//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 6] = [
    "in the HTML",
    "in the HTML, blocked",
    "sync script",
    "sync script, blocked",
    "async script",
    "async script, blocked",
];

/// Letters as the server sends them.
const SENT: [f64; 6] = [37.0, 37.0, 0.0, 0.0, 0.0, 0.0];
/// When they can be seen, in milliseconds.
const SHOWN: [f64; 6] = [30.0, 318.0, 34.0, 330.0, 36.0, 332.0];

fn figures(raw: [f64; 6], shown: [f64; 6]) -> Vec<Figure<'static>> {
    let loaded = [312.0, 314.0, 313.0, 328.0, 315.0, 330.0];
    table(ARMS, [("raw", raw), ("shown", shown), ("loaded", loaded)])
}

#[test]
fn what_a_script_writes_was_not_sent_and_what_blocks_delays() {
    let figures = figures(SENT, SHOWN);
    assert_eq!(found(DECLARATION, "K82", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no, and not with an async script either")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn an_async_script_that_the_browser_keeps_waiting_changes_nothing() {
    let mut shown = SHOWN;
    shown[4] = 317.0;
    let figures = figures(SENT, shown);
    assert_eq!(found(DECLARATION, "K82", &figures), Finding::Misleading);
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn what_a_synchronous_script_writes_would_bear_it_out_if_it_were_sent() {
    let figures = figures([37.0, 37.0, 37.0, 37.0, 0.0, 0.0], SHOWN);
    assert_eq!(found(DECLARATION, "K82", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("yes: it is written before the page is done")
    );
}

#[test]
fn what_is_sent_only_by_a_page_that_blocks_leaves_a_condition() {
    let figures = figures([37.0, 37.0, 0.0, 37.0, 0.0, 0.0], SHOWN);
    assert_eq!(found(DECLARATION, "K82", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only where the page blocks at its top")
    );
}

#[test]
fn what_delays_nothing_and_adds_nothing_has_no_effect() {
    let figures = figures(SENT, [30.0; 6]);
    assert_eq!(found(DECLARATION, "K82", &figures), Finding::False);
}
