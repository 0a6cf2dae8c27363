//! The tasks of `kitchen.py`, on the mirror of its loop.

use crate::mirror::Loop;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the tasks tell, and how late a wait was at most.
#[derive(Default)]
pub struct Told {
    lines: RefCell<Vec<String>>,
    late: Cell<f64>,
}

impl Told {
    /// The lines, in the order in which they came.
    pub fn lines(&self) -> Vec<String> {
        self.lines.borrow().clone()
    }

    /// How much later than asked for a wait was over, at most, in milliseconds.
    pub fn late(&self) -> f64 {
        self.late.get()
    }

    fn tell(&self, who: &str, what: &str) {
        self.lines.borrow_mut().push([who, " ", what].concat());
    }
}

/// A loop, what is told on it, and how long a unit of time is, in milliseconds.
#[derive(Clone)]
pub struct Kitchen {
    /// The loop.
    pub own: Rc<Loop>,
    /// What is told.
    pub told: Rc<Told>,
    /// The unit.
    pub unit: f64,
}

/// How the grill waits: by a call that blocks, or not at all, if it awaits.
pub type Blocks = Option<fn(f64)>;

async fn dish(kitchen: Kitchen, name: &'static str, pauses: [f64; 2]) {
    let Kitchen { own, told, unit } = kitchen;
    told.tell(name, "begins");
    for (pause, waited) in pauses.into_iter().zip(["has waited 1", "has waited 2"]) {
        let due = own.now() + pause * unit;
        own.sleep(pause * unit).await;
        // A sleep of zero only yields.
        if pause > 0.0 {
            told.late.set(told.late.get().max(own.now() - due));
        }
        told.tell(name, waited);
    }
    told.tell(name, "ends");
}

async fn grill(kitchen: Kitchen, blocks: Blocks) {
    let Kitchen { own, told, unit } = kitchen;
    told.tell("grill", "begins");
    match blocks {
        Some(block) => block(3.3 * unit),
        None => own.sleep(3.3 * unit).await,
    }
    told.tell("grill", "ends");
}

/// All of them, begun by the cook.
pub async fn cook(kitchen: Kitchen, blocks: Blocks) {
    let own = Rc::clone(&kitchen.own);
    let tea = own.create_task(dish(kitchen.clone(), "tea", [1.0, 1.0]));
    kitchen.told.tell("cook", "goes on");
    own.sleep(0.0).await;
    kitchen.told.tell("cook", "has had a turn");
    let egg = own.create_task(dish(kitchen.clone(), "egg", [0.0, 1.5]));
    let toast = own.create_task(dish(kitchen.clone(), "toast", [0.5, 2.0]));
    let grill = own.create_task(grill(kitchen.clone(), blocks));
    egg.await;
    toast.await;
    grill.await;
    tea.await;
    kitchen.told.tell("cook", "ends");
}
