//! Jobs that wait and jobs that compute, done in three ways: which is the best, and where?

pub mod choice;
pub mod declaration;

mod ways;

use choice::{Answers, Tried, Way, choose};
use declaration::Params;
use experiment::hand::Hand;
use experiment::{Result, Run, clock, task, work};
use gloo_timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use ways::{Jobs, do_all};
use web_sys::HtmlInputElement;

/// How many jobs are many.
const MANY: u32 = 8;

/// How long a job takes, in milliseconds, and how many steps of computing a millisecond has here.
#[derive(Clone, Copy)]
struct Measured {
    each: f64,
    steps: f64,
}

async fn calibrate(params: Params) -> Result<Measured> {
    let steps = work::steps_for(params.each, work::churn).await;
    Ok(Measured {
        each: params.each,
        steps: f64::from(steps) / params.each,
    })
}

async fn in_turn(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::InTurn).await
}

async fn together(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::Together).await
}

async fn in_workers(run: Run, measured: Measured) -> Result {
    over_all_shares(&run, measured, Way::InWorkers).await
}

/// Does one job and many, for jobs that compute, that wait for half of their time, and that only wait.
async fn over_all_shares(run: &Run, measured: Measured, way: Way) -> Result {
    for (share, one, many) in [
        (0.0, "computing_one", "computing"),
        (0.5, "half_one", "half"),
        (1.0, "waiting_one", "waiting"),
    ] {
        for (count, name) in [(1, one), (MANY, many)] {
            let jobs = Jobs {
                count,
                each: measured.each,
                waits: share,
                dependent: false,
                steps: measured.steps,
            };
            run.measure(name, do_all(run, way, jobs).await?);
        }
    }
    Ok(())
}

/// Asks the reader, does what they say in all three ways, and chooses one by what was measured.
async fn your_choice(run: Run, measured: Measured) -> Result {
    let mut hand = Hand::on(&run, include_str!("questions.html"))?;
    while hand.next().await.is_some_and(|press| press == "try") {
        let answer = |name: &str| -> f64 {
            let selector = ["input[name=", name, "]:checked"].concat();
            let input: HtmlInputElement = hand.find(&selector).unchecked_into();
            js_sys::Number::from(JsValue::from(input.value())).value_of()
        };
        let answers = Answers {
            on_a_page: answer("place") == 1.0,
            dependent: answer("dependent") == 1.0,
        };
        let jobs = Jobs {
            count: answer("count") as u32,
            each: answer("each"),
            waits: answer("waits"),
            dependent: answers.dependent,
            steps: measured.steps,
        };
        let mut tried = Vec::new();
        for way in [Way::InTurn, Way::Together, Way::InWorkers] {
            let holds = Holds::watch();
            let took = task(&run, way.name(), do_all(&run, way, jobs)).await?;
            tried.push(Tried {
                way,
                took,
                hold: holds.longest().await,
            });
        }
        let said = choose(&answers, &tried);
        hand.find(".told").set_text_content(Some(&said));
    }
    Ok(())
}

/// A timer that should come every few milliseconds, and the longest time for which it did not.
struct Holds {
    longest: Rc<Cell<f64>>,
    _beat: Interval,
}

impl Holds {
    /// Watches from now on.
    fn watch() -> Self {
        let longest = Rc::new(Cell::new(0.0_f64));
        let beat = Interval::new(PERIOD, {
            let (longest, last) = (Rc::clone(&longest), Cell::new(clock::now()));
            move || {
                let gap = clock::now() - last.replace(clock::now());
                longest.set(longest.get().max(gap - f64::from(PERIOD)));
            }
        });
        Self {
            longest,
            _beat: beat,
        }
    }

    /// The longest time for which the page was held, once the timer has come again.
    async fn longest(self) -> f64 {
        gloo_timers::future::TimeoutFuture::new(3 * PERIOD).await;
        self.longest.get()
    }
}

/// The timer's period, in milliseconds.
const PERIOD: u32 = 5;
