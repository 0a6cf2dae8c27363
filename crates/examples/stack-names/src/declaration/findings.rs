//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

const ARMS: [&str; 5] = [
    "called",
    "in JavaScript, awaited",
    "in Rust, awaited",
    "in Rust, a task of its own",
    "in Rust, a task with a name",
];

fn figures(names: [f64; 5]) -> Vec<Figure<'static>> {
    table(ARMS, [("names", names)])
}

#[test]
fn a_task_of_its_own_has_lost_whom_it_works_for() {
    // JavaScript's stacks differ by the engine.
    for js in [1.0, 4.0] {
        let figures = figures([4.0, js, 4.0, 1.0, 4.0]);
        assert_eq!(found(DECLARATION, "K60", &figures), Finding::Conditional);
        assert_eq!(
            right_answer(DECLARATION, &figures).as_deref(),
            Some("all four")
        );
    }
    let figures = figures([4.0, 1.0, 4.0, 1.0, 4.0]);
    assert_eq!(
        unnoticed(DECLARATION, &figures),
        ["in JavaScript, awaited"],
        "how many names an engine keeps in JavaScript decides nothing"
    );
}

#[test]
fn awaits_that_lose_all_names_would_bear_it_out() {
    let figures = figures([4.0, 1.0, 1.0, 1.0, 4.0]);
    assert_eq!(found(DECLARATION, "K60", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("one: after an await nobody is left on the stack")
    );
}

#[test]
fn tasks_that_know_whom_they_work_for_decides_nothing() {
    let figures = figures([4.0; 5]);
    assert_eq!(found(DECLARATION, "K60", &figures), Finding::Unmeasurable);
}
