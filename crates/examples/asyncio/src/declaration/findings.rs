//! The rules of this example, with made-up figures for each finding that they can give; and the mirror in virtual time.

use std::cell::Cell;
use std::rc::Rc;

use super::DECLARATION;
use crate::kitchen::{Blocks, Kitchen, cook};
use crate::mirror::{Loop, Next};
use crate::recorded::{AWAITED, BLOCKING, differences, figure, lines, most_open};
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(differ: [f64; 4], running: [f64; 4], late: [f64; 4]) -> Vec<Figure<'static>> {
    table(
        [
            "Rust, awaited",
            "Rust, one blocks",
            "Python, awaited",
            "Python, one blocks",
        ],
        [
            ("differ", differ),
            ("open", [4.0; 4]),
            ("running", running),
            ("threads", running),
            ("late", late),
        ],
    )
}

#[test]
fn many_are_under_way_and_one_runs() {
    let figures = figures([0.0; 4], [1.0; 4], [3.0, 168.0, 1.0, 168.0]);
    assert_eq!(found(DECLARATION, "K77", &figures), Finding::Conditional);
    assert_eq!(right_answer(DECLARATION, &figures).as_deref(), Some("one"));
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn tasks_that_run_at_the_same_moment_would_confirm_it() {
    let two = figures([0.0; 4], [2.0; 4], [3.0, 168.0, 1.0, 168.0]);
    assert_eq!(found(DECLARATION, "K77", &two), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &two).as_deref(),
        Some("as many as there are cores")
    );
    let four = figures([0.0; 4], [4.0; 4], [3.0, 168.0, 1.0, 168.0]);
    assert_eq!(
        right_answer(DECLARATION, &four).as_deref(),
        Some("all four")
    );
}

#[test]
fn a_mirror_that_tells_otherwise_misleads() {
    let figures = figures([3.0, 0.0, 0.0, 0.0], [1.0; 4], [3.0, 168.0, 1.0, 168.0]);
    assert_eq!(found(DECLARATION, "K77", &figures), Finding::Misleading);
}

thread_local! {
    static NOW: Cell<f64> = const { Cell::new(0.0) };
}

fn block(ms: f64) {
    NOW.set(NOW.get() + ms);
}

/// What the mirror tells in virtual time, and how late a wait was.
fn mirrored(blocks: Blocks) -> (Vec<String>, f64) {
    NOW.set(0.0);
    let kitchen = Kitchen {
        own: Loop::new(|| NOW.get()),
        told: Rc::default(),
        unit: 60.0,
    };
    let (own, told) = (Rc::clone(&kitchen.own), Rc::clone(&kitchen.told));
    drop(own.create_task(cook(kitchen, blocks)));
    loop {
        match own.round() {
            Next::Round => {}
            Next::Wait { until } => NOW.set(until),
            Next::Over => break,
        }
    }
    assert_eq!(own.most_running(), 1);
    (told.lines(), told.late())
}

#[test]
fn the_mirror_tells_what_cpython_told() {
    for (blocks, recording) in [(None, AWAITED), (Some(block as fn(f64)), BLOCKING)] {
        let (told, late) = mirrored(blocks);
        let recorded: Vec<&str> = lines(recording).collect();
        assert_eq!(told, recorded);
        assert_eq!(late > 100.0, blocks.is_some(), "{late}");
        assert_eq!(most_open(lines(recording)), 4);
    }
}

#[test]
fn a_recording_is_read() {
    let recording = "tea begins\ntea ends\n# 1 threads, 203 ms in all, 2 ms late at most\n";
    assert_eq!(lines(recording).count(), 2);
    assert_eq!(figure(recording, " threads"), Some(1));
    assert_eq!(figure(recording, " ms late"), Some(2));
    assert_eq!(figure(recording, " cooks"), None);
    assert_eq!(
        differences(["a", "b"].into_iter(), ["a", "c", "d"].into_iter()),
        2
    );
}
