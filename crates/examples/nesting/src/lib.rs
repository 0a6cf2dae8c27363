//! Steps that depend on each other, as nested callbacks and as awaits, and how deep their source goes.

pub mod awaits;
pub mod callbacks;
pub mod source;

use experiment::{Result, Run, error};
use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use source::{depth, handlers};

experiment::variants! {
    params { ms: u32 }
    async two_callbacks;
    async four_callbacks;
    async eight_callbacks;
    async two_awaits;
    async four_awaits;
    async eight_awaits;
}

/// The text of both files, as compiled.
const CALLBACKS: &str = include_str!("callbacks.rs");
const AWAITS: &str = include_str!("awaits.rs");

/// What a step hands to the next one: how many steps there were before it.
pub type Answer = std::result::Result<u32, &'static str>;

/// How long a step takes, and after how many of them one fails.
#[derive(Clone, Copy)]
pub struct Steps {
    ms: u32,
    fails_after: u32,
}

impl Steps {
    /// The answer of the step that follows `before` others.
    fn answer(self, before: u32) -> Answer {
        if before >= self.fails_after {
            return Err("A step has failed.");
        }
        Ok(before + 1)
    }

    /// Does a step, and calls back with its answer.
    pub fn call(self, before: u32, callback: impl FnOnce(Answer) + 'static) {
        // The call uses up the callback and what it captured; the small wrapper around it is never freed.
        Timeout::new(self.ms, move || callback(self.answer(before))).forget();
    }

    /// Does a step, and comes back with its answer.
    pub async fn step(self, before: u32) -> Answer {
        TimeoutFuture::new(self.ms).await;
        self.answer(before)
    }
}

/// Two steps as nested callbacks.
async fn two_callbacks(run: Run, params: Params) -> Result {
    nested(&run, params, "fn two(", callbacks::two).await
}

/// Four steps as nested callbacks.
async fn four_callbacks(run: Run, params: Params) -> Result {
    nested(&run, params, "fn four(", callbacks::four).await
}

/// Eight steps as nested callbacks.
async fn eight_callbacks(run: Run, params: Params) -> Result {
    nested(&run, params, "fn eight(", callbacks::eight).await
}

/// Two steps, each awaited.
async fn two_awaits(run: Run, params: Params) -> Result {
    awaited(&run, params, "fn two(", awaits::two).await
}

/// Four steps, each awaited.
async fn four_awaits(run: Run, params: Params) -> Result {
    awaited(&run, params, "fn four(", awaits::four).await
}

/// Eight steps, each awaited.
async fn eight_awaits(run: Run, params: Params) -> Result {
    awaited(&run, params, "fn eight(", awaits::eight).await
}

/// Runs steps written as callbacks, once to their end and once into a failure.
async fn nested(
    run: &Run,
    params: Params,
    name: &str,
    call: impl Fn(Steps, Box<dyn FnOnce(Answer)>),
) -> Result {
    let outcome = async |steps| {
        let (answered, answer) = oneshot::channel();
        call(
            steps,
            Box::new(move |answer| {
                // The receiver is gone if the reader has pressed Stop.
                let _ = answered.send(answer);
            }),
        );
        answer.await.unwrap_or(Err("Nobody called back."))
    };
    report(
        run,
        name,
        CALLBACKS,
        outcome(good(params)).await,
        outcome(bad(params)).await,
    )
}

/// Runs steps written with awaits, once to their end and once into a failure.
async fn awaited(
    run: &Run,
    params: Params,
    name: &str,
    flow: impl AsyncFn(Steps) -> Answer,
) -> Result {
    report(
        run,
        name,
        AWAITS,
        flow(good(params)).await,
        flow(bad(params)).await,
    )
}

fn good(params: Params) -> Steps {
    Steps {
        ms: params.ms,
        fails_after: u32::MAX,
    }
}

fn bad(params: Params) -> Steps {
    Steps {
        fails_after: 1,
        ..good(params)
    }
}

/// Hands over how it went, and what is counted in the source of the function that did it.
fn report(run: &Run, name: &str, source: &str, good: Answer, bad: Answer) -> Result {
    let steps = good.map_err(error)?;
    let body =
        source::body(source, name).ok_or_else(|| error("The source has no such function."))?;
    run.measure("steps", steps.into());
    run.measure("told", f64::from(bad.is_err()));
    run.measure("depth", depth(body).into());
    run.measure("handlers", handlers(body).into());
    Ok(())
}
