//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::proof::{faults, right_answer};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

#[test]
fn who_holds_the_page_decides() {
    let held = |hold_on, let_go| {
        let figures = [
            ("total", "hold on", 500.0),
            ("hold", "hold on", hold_on),
            ("hold", "let go", let_go),
        ];
        right_answer(DECLARATION, &figures)
    };
    assert_eq!(held(499.0, 3.0).as_deref(), Some("letting go"));
    assert_eq!(held(3.0, 3.0).as_deref(), Some("both"));
}
