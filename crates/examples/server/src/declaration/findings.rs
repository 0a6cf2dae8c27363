//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(crowd: [f64; 4]) -> Vec<Figure<'static>> {
    let arms = [
        "one that blocks",
        "eight threads",
        "sixty-four threads",
        "one loop",
    ];
    let mut figures = table(
        arms,
        [
            ("crowd", crowd),
            ("computing", [49.0, 195.0, 195.0, 49.0]),
            ("threads", [1.0, 8.0, 64.0, 1.0]),
            ("cores", [1.0, 4.0, 4.0, 1.0]),
        ],
    );
    let arms = ["the loop, half full", "the loop, nearly full"];
    figures.extend(table(
        arms,
        [
            ("mean", [2.0, 18.0]),
            ("inside", [1.0, 17.0]),
            ("busy", [0.5, 0.94]),
        ],
    ));
    let arms = ["one that blocks, for real", "one loop, for real"];
    figures.extend(table(
        arms,
        [("really", [40.0, 213.0]), ("foretold", [41.7, 216.2])],
    ));
    figures
}

#[test]
fn a_loop_is_worth_some_fifty_threads() {
    let figures = figures([19.3, 154.0, 1176.0, 979.0]);
    assert_eq!(found(DECLARATION, "K49", &figures), Finding::Conditional);
    assert_eq!(found(DECLARATION, "K52", &figures), Finding::Misleading);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("some fifty")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn one_thread_that_keeps_up_would_refute_both() {
    let figures = figures([960.0, 970.0, 1176.0, 979.0]);
    assert_eq!(found(DECLARATION, "K49", &figures), Finding::False);
    assert_eq!(found(DECLARATION, "K52", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one: a thread is a thread")
    );
}

#[test]
fn threads_that_never_keep_up_decides_nothing() {
    let figures = figures([19.3, 30.0, 154.0, 979.0]);
    assert_eq!(found(DECLARATION, "K49", &figures), Finding::Unmeasurable);
    assert_eq!(found(DECLARATION, "K52", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("no number is enough")
    );
}

#[test]
fn eight_threads_that_keep_up_are_an_answer_too() {
    let figures = figures([19.3, 900.0, 1176.0, 979.0]);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("about eight")
    );
}
