//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(task: f64, microtask: f64) -> Vec<Figure<'static>> {
    vec![
        ("task", "free thread", 1.0),
        ("microtask", "free thread", 0.1),
        ("frame", "free thread", 9.0),
        ("hold", "free thread", 2.0),
        ("task", "behind a job", task),
        ("microtask", "behind a job", microtask),
        ("frame", "behind a job", 6.0),
        ("hold", "behind a job", 400.0),
        ("total", "free thread", 100.0),
        ("total", "behind a job", 420.0),
    ]
}

#[test]
fn a_task_that_waits_for_a_job_shows_the_queue() {
    let figures = figures(401.0, 0.1);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::Misleading);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(
        right.as_deref(),
        Some("the time of a frame at most, give or take")
    );
}

#[test]
fn a_task_that_begins_at_once_would_bear_the_article_out() {
    let figures = figures(2.0, 0.1);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::Holds);
}

#[test]
fn a_microtask_that_waits_too_decides_nothing() {
    let figures = figures(401.0, 350.0);
    assert_eq!(found(DECLARATION, "K12", &figures), Finding::Unmeasurable);
    let right = right_answer(DECLARATION, &figures);
    assert_eq!(
        right.as_deref(),
        Some("not at all: it comes before the microtask")
    );
}

#[test]
fn no_arm_can_be_broken_unnoticed() {
    assert_eq!(unnoticed(DECLARATION, &figures(401.0, 0.1)), [""; 0]);
}
