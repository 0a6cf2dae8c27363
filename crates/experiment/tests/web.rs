//! What the handles on the browser promise, tried in a browser.

#![cfg(target_arch = "wasm32")]

use experiment::{clock, turn, work};
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use trace::recorder::{self, Kind};
use trace::task::traced;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_microtask_comes_back_before_a_task_that_was_queued_earlier() {
    let order = Rc::new(RefCell::new(Vec::new()));
    spawn_local({
        let order = Rc::clone(&order);
        async move {
            turn::task().await;
            order.borrow_mut().push("task");
        }
    });
    for _ in 0..100 {
        turn::microtask().await;
    }
    order.borrow_mut().push("a hundred microtasks");
    turn::task().await;
    turn::task().await;
    assert_eq!(*order.borrow(), ["a hundred microtasks", "task"]);
}

#[wasm_bindgen_test]
async fn a_chain_of_tasks_lets_timers_fire() {
    let fired = Rc::new(Cell::new(0));
    let _interval = gloo_timers::callback::Interval::new(5, {
        let fired = Rc::clone(&fired);
        move || fired.set(fired.get() + 1)
    });
    let begin = clock::now();
    while clock::now() < begin + 300.0 {
        turn::task().await;
    }
    assert!(fired.get() >= 10, "fired {} times", fired.get());
}

#[wasm_bindgen_test]
async fn slices_that_give_way_let_the_page_draw() {
    let drawn = Rc::new(Cell::new(0));
    spawn_local({
        let drawn = Rc::downgrade(&drawn);
        async move {
            while let Some(drawn) = drawn.upgrade() {
                drawn.set(drawn.get() + 1);
                turn::frame().await;
            }
        }
    });
    let begin = clock::now();
    while clock::now() < begin + 1000.0 {
        let slice = clock::now();
        while clock::now() < slice + 8.0 {}
        turn::give_way().await;
    }
    // Sixty at 60 Hz; a busy machine draws fewer. A chain of bare tasks let Firefox draw sixteen.
    assert!(drawn.get() >= 40, "{} frames", drawn.get());
}

#[wasm_bindgen_test]
async fn a_traced_wait_is_two_polls_with_a_wake_between() {
    recorder::start(100, clock::now);
    traced(7, TimeoutFuture::new(30)).await;
    let (events, full) = recorder::parse(&recorder::take());
    assert!(!full);
    let kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
    use Kind::*;
    assert_eq!(
        kinds,
        [Spawn, PollBegin, PollPending, Wake, PollBegin, PollReady]
    );
    let waited = events[4].at - events[2].at;
    assert!((25.0..500.0).contains(&waited), "waited {waited} ms");
}

#[wasm_bindgen_test]
async fn work_of_a_wanted_length_takes_about_that_long() {
    fn spin(steps: u32) -> u64 {
        (0..u64::from(steps) * 100).fold(0, |sum, n| std::hint::black_box(sum ^ n))
    }
    // The median of five, because other programs run on this machine too.
    let mut took = [0.0; 5];
    for took in &mut took {
        let steps = work::steps_for(100.0, spin).await;
        let begin = clock::now();
        std::hint::black_box(spin(steps));
        *took = clock::now() - begin;
    }
    took.sort_by(f64::total_cmp);
    assert!((50.0..200.0).contains(&took[2]), "took {took:?} ms");
}
