//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(hold: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        [
            "the mail, on the page",
            "the report, on the page",
            "the report, in a worker",
        ],
        [
            ("hold", hold),
            ("took", [604.0, 601.0, 612.0]),
            ("report", [7.0; 3]),
        ],
    )
}

#[test]
fn what_waits_may_stay_and_what_computes_has_to_go() {
    let figures = figures([3.0, 600.0, 2.0]);
    assert_eq!(found(DECLARATION, "K88", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the mail")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_report_that_holds_nothing_would_confirm_it() {
    let figures = figures([3.0, 4.0, 2.0]);
    assert_eq!(found(DECLARATION, "K88", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("both: async functions do not block")
    );
}

#[test]
fn a_mail_that_holds_the_page_would_refute_it() {
    let figures = figures([600.0, 600.0, 2.0]);
    assert_eq!(found(DECLARATION, "K88", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("neither")
    );
}
