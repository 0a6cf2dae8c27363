//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(outcome: [f64; 5], held: [f64; 2]) -> Vec<Figure<'static>> {
    let arms = [
        "blocking",
        "blocking, with a limit",
        "awaited",
        "awaited, with a limit",
        "left in a queue",
    ];
    let outcomes = arms.into_iter().zip(outcome);
    let mut figures: Vec<Figure> = outcomes.map(|(arm, ms)| ("outcome", arm, ms)).collect();
    figures.extend([
        ("held", "blocking", held[0]),
        ("held", "blocking, with a limit", held[1]),
        ("hold", "blocking", 3.0),
        ("hold", "blocking, with a limit", 3.0),
        ("hold", "awaited", 2.0),
        ("hold", "awaited, with a limit", 2.0),
        ("hold", "left in a queue", 2.0),
        ("later", "left in a queue", 1001.0),
    ]);
    figures
}

#[test]
fn a_limit_frees_both_and_an_await_alone_does_not() {
    let figures = figures([1002.0, 301.0, 1001.0, 301.0, 0.1], [1001.0, 300.0]);
    assert_eq!(found(DECLARATION, "K54", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("who blocks and who awaits, unless they set a limit")
    );
    let unnoticed = unnoticed(DECLARATION, &figures);
    assert_eq!(unnoticed, [""; 0]);
}

#[test]
fn an_await_that_is_there_sooner_would_bear_it_out() {
    let figures = figures([1002.0, 1001.0, 301.0, 301.0, 0.1], [1001.0, 1000.0]);
    assert_eq!(found(DECLARATION, "K54", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("only who blocks; who awaits is never stuck")
    );
}

#[test]
fn a_limit_that_frees_nobody_would_be_neither() {
    let figures = figures([1002.0, 1001.0, 1001.0, 1001.0, 0.1], [1001.0, 1000.0]);
    assert_eq!(found(DECLARATION, "K54", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("all of them, whatever they do")
    );
}
