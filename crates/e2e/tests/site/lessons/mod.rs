//! What each panel teaches, as its whole run found it.

use e2e::Test;

mod awaits;
mod callbacks;
mod choosing;
mod complexity;
mod computing;
mod event_loop;
mod failure;
mod freezing;
mod front_page;
mod futures;
mod languages;
mod load;
mod meanwhile;
mod order;
mod queues;
mod threads;

/// The tests of all chapters.
pub fn tests() -> Vec<Test> {
    let chapters = [
        awaits::tests,
        callbacks::tests,
        choosing::tests,
        complexity::tests,
        computing::tests,
        event_loop::tests,
        failure::tests,
        freezing::tests,
        front_page::tests,
        futures::tests,
        languages::tests,
        load::tests,
        meanwhile::tests,
        order::tests,
        queues::tests,
        threads::tests,
    ];
    chapters.into_iter().flat_map(|tests| tests()).collect()
}
