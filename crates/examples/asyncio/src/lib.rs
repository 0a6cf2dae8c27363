//! The same four tasks on Python's own loop, recorded, and on a mirror of it, in your browser.

pub mod kitchen;
pub mod mirror;
pub mod recorded;

use experiment::{Result, Run, blocking, clock};
use gloo_timers::future::TimeoutFuture;
use kitchen::{Blocks, Kitchen, cook};
use mirror::{Loop, Next};
use recorded::{AWAITED, BLOCKING, differences, figure, lines, most_open};
use std::rc::Rc;

experiment::variants! {
    params { unit: f64 }
    async mirror_awaited;
    async mirror_blocking;
    sync python_awaited;
    sync python_blocking;
}

/// On the mirror, with every wait awaited.
async fn mirror_awaited(run: Run, params: Params) -> Result {
    on_the_mirror(run, params, None, AWAITED).await
}

/// On the mirror, with one call that blocks.
async fn mirror_blocking(run: Run, params: Params) -> Result {
    on_the_mirror(run, params, Some(blocking::spin), BLOCKING).await
}

/// On CPython, with every wait awaited: the recording.
fn python_awaited(run: Run, _: Params) -> Result {
    report_recorded(&run, AWAITED);
    Ok(())
}

/// On CPython, with one call that blocks: the recording.
fn python_blocking(run: Run, _: Params) -> Result {
    report_recorded(&run, BLOCKING);
    Ok(())
}

async fn on_the_mirror(run: Run, params: Params, blocks: Blocks, recording: &str) -> Result {
    let kitchen = Kitchen {
        own: Loop::new(clock::now),
        told: Rc::default(),
        unit: params.unit,
    };
    let own = Rc::clone(&kitchen.own);
    let told = Rc::clone(&kitchen.told);
    drop(own.create_task(cook(kitchen, blocks)));
    loop {
        match own.round() {
            Next::Round => {}
            // Where Python asks the operating system to be woken, a page asks the browser.
            Next::Wait { until } => {
                TimeoutFuture::new((until - clock::now()).ceil().max(0.0) as u32).await
            }
            Next::Over => break,
        }
    }
    let said = told.lines();
    let said = || said.iter().map(String::as_str);
    run.measure("differ", differences(said(), lines(recording)).into());
    run.measure("open", most_open(said()).into());
    run.measure("running", own.most_running().into());
    run.measure("late", told.late());
    run.output()
        .set_text_content(Some(&told.lines().join(", ")));
    Ok(())
}

fn report_recorded(run: &Run, recording: &str) {
    run.measure("open", most_open(lines(recording)).into());
    for (name, words) in [("threads", " threads"), ("late", " ms late")] {
        run.measure(name, figure(recording, words).map_or(f64::NAN, f64::from));
    }
    let told: Vec<&str> = lines(recording).collect();
    run.output().set_text_content(Some(&told.join(", ")));
}
