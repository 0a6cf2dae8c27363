//! The rules of this example, with made-up figures for each finding that they can give; and the corners of the choice.

use chooser::choice::{Answers, Tried, Way, best, choose};
use chooser::declaration::DECLARATION;
use panel::declaration::Finding;
use panel::proof::{Figure, faults, found, right_answer, table, unnoticed};

#[test]
fn the_declaration_is_in_order() {
    assert_eq!(faults(DECLARATION), [""; 0]);
}

fn figures(computing: [f64; 3], waiting: [f64; 3]) -> Vec<Figure<'static>> {
    table(
        ["in turn", "together", "two workers"],
        [
            ("computing", computing),
            ("waiting", waiting),
            ("computing_one", [40.0, 41.0, 41.0]),
            ("waiting_one", [41.0, 41.0, 42.0]),
        ],
    )
}

#[test]
fn each_way_is_the_best_somewhere() {
    let figures = figures([320.0, 330.0, 170.0], [325.0, 43.0, 165.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::False);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("none of them")
    );
    assert_eq!(unnoticed(DECLARATION, &figures), [""; 0]);
}

#[test]
fn computing_that_is_faster_together_would_confirm_it() {
    let figures = figures([320.0, 100.0, 170.0], [325.0, 43.0, 165.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::Holds);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("together: asynchronous is the efficient way")
    );
}

#[test]
fn workers_that_wait_faster_leave_a_condition() {
    let figures = figures([320.0, 330.0, 170.0], [325.0, 43.0, 30.0]);
    assert_eq!(found(DECLARATION, "K90", &figures), Finding::Conditional);
    assert_eq!(
        right_answer(DECLARATION, &figures).as_deref(),
        Some("two workers")
    );
}

fn tried(took: [f64; 3], hold: [f64; 3]) -> [Tried; 3] {
    let ways = [Way::InTurn, Way::Together, Way::InWorkers];
    [0, 1, 2].map(|nth| Tried {
        way: ways[nth],
        took: took[nth],
        hold: hold[nth],
    })
}

const PAGE: Answers = Answers {
    on_a_page: true,
    dependent: false,
};

const SCRIPT: Answers = Answers {
    on_a_page: false,
    dependent: false,
};

/// The way that is chosen, by what all took and for how long they held the page.
fn way(answers: &Answers, took: [f64; 3], hold: [f64; 3]) -> Option<Way> {
    best(answers, &tried(took, hold)).map(|best| best.way)
}

#[test]
fn the_choice_is_sound_in_the_corners() {
    // A single thing that is over at once.
    assert_eq!(way(&PAGE, [1.0, 6.0, 3.0], [1.0, 1.0, 1.0]), Some(Way::InTurn));
    // Many waits.
    let waits = ([160.0, 22.0, 82.0], [160.0, 3.0, 2.0]);
    assert_eq!(way(&PAGE, waits.0, waits.1), Some(Way::Together));
    assert_eq!(way(&SCRIPT, waits.0, waits.1), Some(Way::Together));
    // One wait: it may block where nobody is kept from anything.
    let wait = ([80.0, 82.0, 82.0], [80.0, 2.0, 2.0]);
    assert_eq!(way(&PAGE, wait.0, wait.1), Some(Way::Together));
    assert_eq!(way(&SCRIPT, wait.0, wait.1), Some(Way::InTurn));
    // Many that compute for long.
    let computes = ([640.0, 650.0, 330.0], [640.0, 81.0, 3.0]);
    assert_eq!(way(&PAGE, computes.0, computes.1), Some(Way::InWorkers));
    assert_eq!(way(&SCRIPT, computes.0, computes.1), Some(Way::InWorkers));
    // Nothing that a page can bear.
    assert_eq!(way(&PAGE, [640.0; 3], [90.0; 3]), None);
}

#[test]
fn the_choice_says_its_figures_and_its_reason() {
    let said = choose(&PAGE, &tried([160.0, 22.4, 82.0], [160.0, 3.0, 2.0]));
    assert!(said.contains("together: 22 ms, held the page for 3 ms."), "{said}");
    assert!(said.contains("Take “together”: what blocks would freeze your page"), "{said}");
    let dependent = Answers {
        on_a_page: false,
        dependent: true,
    };
    let said = choose(&dependent, &tried([160.0; 3], [160.0, 3.0, 2.0]));
    assert!(said.contains("Take “in turn”") && said.contains("nothing can overlap"), "{said}");
    let said = choose(&PAGE, &tried([640.0; 3], [90.0; 3]));
    assert!(said.contains("None of the three") && said.contains("slices"), "{said}");
}
