//! Six lines in order, and what it takes to lose it.

pub mod journal;

use experiment::{Result, Run, yielding};
use futures_util::future::join_all;
use journal::{Journal, LINES};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { rounds: u32 }
    sync plain_calls;
    async handed_over;
    async awaited;
    async at_once;
}

/// Runs the lines as a program without futures does.
fn plain_calls(run: Run, params: Params) -> Result {
    let mut total = Total::default();
    for _ in 0..params.rounds {
        let mut journal = Journal::default();
        for line in 1..=LINES {
            journal.begin(line);
            journal.end(line);
        }
        total.add(&journal);
    }
    total.report(&run);
    Ok(())
}

/// Spawns lines 2 and 4 on the event loop, and continues.
async fn handed_over(run: Run, params: Params) -> Result {
    let mut total = Total::default();
    for _ in 0..params.rounds {
        let journal = Rc::new(RefCell::new(Journal::default()));
        for line in 1..=LINES {
            let own = Rc::clone(&journal);
            let carry_out = move || {
                own.borrow_mut().begin(line);
                own.borrow_mut().end(line);
            };
            if line == 2 || line == 4 {
                spawn_local(async move { carry_out() });
            } else {
                carry_out();
            }
        }
        while !journal.borrow().is_complete() {
            yielding::microtask().await;
        }
        total.add(&journal.borrow());
    }
    total.report(&run);
    Ok(())
}

/// Awaits something in the middle of each line, and begins the next one after it.
async fn awaited(run: Run, params: Params) -> Result {
    let mut total = Total::default();
    for _ in 0..params.rounds {
        let journal = RefCell::new(Journal::default());
        for line in 1..=LINES {
            pausing(&journal, line).await;
        }
        total.add(&journal.borrow());
    }
    total.report(&run);
    Ok(())
}

/// Begins all lines, and awaits them together.
async fn at_once(run: Run, params: Params) -> Result {
    let mut total = Total::default();
    for _ in 0..params.rounds {
        let journal = RefCell::new(Journal::default());
        join_all((1..=LINES).map(|line| pausing(&journal, line))).await;
        total.add(&journal.borrow());
    }
    total.report(&run);
    Ok(())
}

/// A line with an await in its middle.
async fn pausing(journal: &RefCell<Journal>, line: u32) {
    journal.borrow_mut().begin(line);
    yielding::microtask().await;
    journal.borrow_mut().end(line);
}

/// The totals over all rounds of a variant.
#[derive(Default)]
struct Total {
    rounds: u32,
    early: u32,
    swapped: u32,
    last: String,
    orders: Vec<String>,
}

impl Total {
    fn add(&mut self, journal: &Journal) {
        self.rounds += 1;
        self.early += journal.early();
        self.swapped += journal.swapped();
        self.last = journal.order();
        if !self.orders.contains(&self.last) {
            self.orders.push(self.last.clone());
        }
    }

    fn report(self, run: &Run) {
        let rounds = f64::from(self.rounds);
        run.measure("early", f64::from(self.early) / rounds);
        run.measure("swapped", f64::from(self.swapped) / rounds);
        run.measure("orders", self.orders.len() as f64);
        let text = ["The lines began in the order ", &self.last, "."].concat();
        run.output().set_text_content(Some(&text));
    }
}
