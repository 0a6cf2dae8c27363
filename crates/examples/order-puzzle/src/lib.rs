//! Five lines, two queues: what runs when.

use experiment::{Result, Run, clock, yielding};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

experiment::variants! {
    params { ms: f64 }
    sync as_written;
    async through_the_queues;
    async a_chain_of_microtasks;
}

/// Runs the five lines as plain calls.
fn as_written(run: Run, _: Params) -> Result {
    let log = Log::default();
    let begin = clock::now();
    for line in 1..=5 {
        log.line(line);
    }
    log.report(&run, begin);
    Ok(())
}

/// Hands some of the lines to the queues of the event loop.
async fn through_the_queues(run: Run, _: Params) -> Result {
    five_lines(run, 0.0).await
}

/// The same, but the microtask queues another one again and again for a while.
async fn a_chain_of_microtasks(run: Run, params: Params) -> Result {
    five_lines(run, params.ms).await
}

/// The puzzle: in which order do the five lines run?
async fn five_lines(run: Run, chain: f64) -> Result {
    let log = Log::default();
    let begin = clock::now();

    log.line(1);
    let timer = Timeout::new(0, {
        let log = log.clone();
        move || log.line(2)
    });
    spawn_local({
        let log = log.clone();
        async move {
            log.line(3);
            while clock::now() < begin + chain {
                yielding::microtask().await;
            }
            spawn_local(async move { log.line(4) });
        }
    });
    log.line(5);

    // The timer fires while this awaits; until then its closure has to stay.
    while !log.is_complete() {
        yielding::task().await;
    }
    drop(timer);
    log.report(&run, begin);
    Ok(())
}

/// The lines that have run, in their order.
#[derive(Clone, Default)]
struct Log(Rc<Lines>);

#[derive(Default)]
struct Lines {
    /// The lines as the digits of a number.
    order: Cell<u32>,
    /// When line 2, the timer's, has run.
    timer: Cell<f64>,
}

impl Log {
    fn line(&self, line: u32) {
        self.0.order.set(10 * self.0.order.get() + line);
        if line == 2 {
            self.0.timer.set(clock::now());
        }
    }

    fn is_complete(&self) -> bool {
        self.0.order.get() > 9999
    }

    fn report(&self, run: &Run, begin: f64) {
        run.measure("order", self.0.order.get().into());
        run.measure("late", self.0.timer.get() - begin);
        let mut text = "The lines ran in the order".to_owned();
        let mut unit = 10_000;
        while unit > 0 {
            text.push(' ');
            text.extend(char::from_digit(self.0.order.get() / unit % 10, 10));
            unit /= 10;
        }
        run.output().set_text_content(Some(&text));
    }
}
