//! How long to hold the thread at once: long beside what giving it back costs here, and over as soon as the browser says that somebody waits.

use crate::{clock, yielding};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// The share of its time that a program may spend on giving the thread back.
const PRICE: f64 = 0.01;

/// The shortest slice in milliseconds: four of them fit into a frame at 60 Hz.
const SHORTEST: f64 = 4.0;

/// The longest slice in milliseconds: it leaves a frame at 60 Hz room to be drawn.
const LONGEST: f64 = 12.0;

/// How often the browser is asked whether a click or key waits, in milliseconds: to ask at each look at the clock would double its price.
const LOOK: f64 = 1.0;

/// How many groups of turns are tried to find the price.
const GROUPS: u32 = 2;

/// How many turns are in a group: enough for a clock that counts milliseconds.
const TURNS: u32 = 128;

/// Says when a slice is over, and gives the thread back then.
pub struct Pace {
    length: f64,
    end: Cell<f64>,
    look: Cell<f64>,
}

impl Pace {
    /// Gives the thread back some times to find out what that costs on this machine, and chooses the length of a slice.
    pub async fn find() -> Self {
        let mut price = f64::INFINITY;
        for _ in 0..GROUPS {
            let begin = clock::now();
            for _ in 0..TURNS {
                yielding::task().await;
            }
            // A frame or somebody else's task may fall into a group, and not into each.
            price = price.min((clock::now() - begin) / f64::from(TURNS));
        }
        let pace = Self {
            length: (price / PRICE).clamp(SHORTEST, LONGEST),
            end: Cell::default(),
            look: Cell::default(),
        };
        pace.begin();
        pace
    }

    /// How long a slice is here, in milliseconds.
    pub fn length(&self) -> f64 {
        self.length
    }

    // ANCHOR: over
    /// Whether the thread should be given back: the slice has had its time, or a click or key waits.
    pub fn is_over(&self) -> bool {
        let now = clock::now();
        if now < self.end.get() && now >= self.look.get() {
            self.look.set(now + LOOK);
            if input_waits() {
                self.end.set(now);
            }
        }
        now >= self.end.get()
    }
    // ANCHOR_END: over

    /// Gives the thread back, and begins the next slice.
    pub async fn yield_now(&self) {
        yielding::yield_now().await;
        self.begin();
    }

    fn begin(&self) {
        let now = clock::now();
        self.end.set(now + self.length);
        self.look.set(now + LOOK);
    }
}

/// Whether a click or key waits to be heard, where the browser tells.
fn input_waits() -> bool {
    SCHEDULING.with(|scheduling| {
        scheduling
            .as_ref()
            .is_some_and(Scheduling::is_input_pending)
    })
}

#[wasm_bindgen]
extern "C" {
    type Scheduling;

    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = scheduling)]
    static SCHEDULING: Option<Scheduling>;

    #[wasm_bindgen(method, js_name = isInputPending)]
    fn is_input_pending(this: &Scheduling) -> bool;
}
