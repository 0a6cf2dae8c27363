//! The rules of this example, with made-up figures for each finding that they can give.

use super::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

/// So many jobs a second once started, and milliseconds in all, for two cores.
fn figures(rate: [f64; 5], took: [f64; 5]) -> Vec<Figure<'static>> {
    let arms = [
        "one future",
        "a future each",
        "one worker",
        "one for each core",
        "a worker each",
    ];
    let mut figures = table(arms, [("rate", rate), ("took", took)]);
    figures.extend([
        ("start", "one for each core", 20.0),
        ("start", "a worker each", 400.0),
        ("start", "10,000 waiting", 25.0),
        ("took", "10,000 waiting", 250.0),
        ("bytes", "one for each core", 2.4e6),
        ("bytes", "a worker each", 7.5e7),
        ("bytes", "10,000 waiting", 1.5e6),
        ("longest", "no limit", 110.0),
        ("refused", "no limit", 0.0),
        ("delay", "no limit", 270.0),
        ("longest", "at most 8 in line", 8.0),
        ("refused", "at most 8 in line", 100.0),
        ("delay", "at most 8 in line", 20.0),
    ]);
    figures
}

#[test]
fn threads_help_up_to_the_cores_and_harm_beyond() {
    let figures = figures(
        [420.0, 424.0, 430.0, 810.0, 780.0],
        [152.0, 150.0, 160.0, 100.0, 490.0],
    );
    assert_eq!(found(DECLARATION, "K50", &figures), Finding::Misleading);
    assert_eq!(found(DECLARATION, "K51", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("sixty-four workers that compute")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn threads_that_always_help_would_bear_the_one_out_and_refute_the_other() {
    let figures = figures(
        [420.0, 424.0, 430.0, 810.0, 9000.0],
        [152.0, 150.0, 160.0, 100.0, 20.0],
    );
    assert_eq!(found(DECLARATION, "K50", &figures), Finding::Holds);
    assert_eq!(found(DECLARATION, "K51", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("none of them: more hands are faster")
    );
}

#[test]
fn threads_that_never_help_decides_nothing() {
    let figures = figures(
        [420.0, 424.0, 430.0, 440.0, 300.0],
        [152.0, 150.0, 160.0, 150.0, 490.0],
    );
    assert_eq!(found(DECLARATION, "K50", &figures), Finding::Unmeasurable);
}

#[test]
fn waiting_futures_that_take_as_much_as_workers_decides_nothing() {
    let mut figures = figures(
        [420.0, 424.0, 430.0, 810.0, 780.0],
        [152.0, 150.0, 160.0, 100.0, 490.0],
    );
    for figure in &mut figures {
        if (figure.0, figure.1) == ("start", "10,000 waiting") {
            figure.2 = 500.0;
        }
    }
    assert_eq!(found(DECLARATION, "K51", &figures), Finding::Unmeasurable);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("ten thousand futures that wait")
    );
}
