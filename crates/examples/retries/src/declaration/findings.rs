//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "give up",
    "again at once",
    "wait longer",
    "wait longer, with chance",
    "left in a queue",
];

fn figures(answered: [f64; 5], asked: [f64; 5], most: [f64; 5]) -> Vec<Figure<'static>> {
    table(
        ARMS,
        [("answered", answered), ("asked", asked), ("most", most)],
    )
}

const ANSWERED: [f64; 5] = [0.0, 20.0, 20.0, 20.0, 20.0];
const ASKED: [f64; 5] = [20.0, 380.0, 100.0, 96.0, 27.0];
const MOST: [f64; 5] = [0.0, 20.0, 20.0, 6.0, 4.0];

#[test]
fn the_queue_serves_with_the_fewest_questions() {
    let figures = figures(ANSWERED, ASKED, MOST);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("the queue")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn a_queue_that_serves_not_all_would_refute_it() {
    let figures = figures([0.0, 20.0, 20.0, 20.0, 12.0], ASKED, MOST);
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::False);
}

#[test]
fn a_queue_that_alone_serves_would_need_no_condition() {
    let figures = figures(
        [0.0, 0.0, 0.0, 0.0, 20.0],
        [20.0, 380.0, 10.0, 96.0, 27.0],
        MOST,
    );
    assert_eq!(found(DECLARATION, "K55", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("who waits for longer each time")
    );
}

#[test]
fn who_asks_at_once_could_ask_least() {
    let figures = figures(ANSWERED, [20.0, 20.0, 100.0, 96.0, 27.0], MOST);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("who asks again at once")
    );
}
