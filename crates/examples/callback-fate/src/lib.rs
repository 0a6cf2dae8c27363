//! Six operations that get a callback, and what becomes of it.

use experiment::reply_source::{Ask, Failure, Source};
use experiment::{Result, Run, blocking, clock, yielding};
use futures_util::future::{Either, select};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;

experiment::variants! {
    params { ms: f64 }
    async it_works;
    async it_fails;
    async it_hangs;
    async its_owner_is_gone;
    async the_page_is_busy;
    async with_a_time_limit;
}

/// How many times as long as a good operation takes one waits for a sign of the others.
const PATIENCE: u32 = 3;

/// A timer keeps the callback and calls it.
async fn it_works(run: Run, params: Params) -> Result {
    let display = Display::new(&run, params);
    let callback = display.callback();
    let _timer = Timeout::new(params.ms as u32, move || callback("42"));
    display.watch().await;
    Ok(())
}

/// The request fails, and there is nothing to call the callback with.
async fn it_fails(run: Run, params: Params) -> Result {
    let fails = Ask {
        ms: params.ms,
        fail: 1.0,
        ..Ask::default()
    };
    request(run, params, fails).await
}

/// The reply never comes.
async fn it_hangs(run: Run, params: Params) -> Result {
    let hangs = Ask {
        hang: true,
        ..Ask::default()
    };
    request(run, params, hangs).await
}

/// The timer owns the callback, and nothing keeps the timer.
async fn its_owner_is_gone(run: Run, params: Params) -> Result {
    let display = Display::new(&run, params);
    let callback = display.callback();
    // `let _ =` keeps nothing: the timer is cleared and the callback freed on this line.
    let _ = Timeout::new(params.ms as u32, move || callback("42"));
    display.watch().await;
    Ok(())
}

/// The callback writes, and then the page is busy with something else.
async fn the_page_is_busy(run: Run, params: Params) -> Result {
    let display = Display::new(&run, params);
    let callback = display.callback();
    let busy = f64::from(PATIENCE) * params.ms;
    let _timer = Timeout::new(params.ms as u32, move || {
        callback("42");
        blocking::spin(busy);
    });
    display.watch().await;
    Ok(())
}

/// The reply never comes, and the caller has said how long it will wait.
async fn with_a_time_limit(run: Run, params: Params) -> Result {
    let display = Display::new(&run, params);
    let callback = display.callback();
    let source = Source::connect(&run).await?;
    let hangs = pin!(source.ask(Ask {
        hang: true,
        ..Ask::default()
    }));
    let limit = TimeoutFuture::new(2 * params.ms as u32);
    match select(hangs, limit).await {
        Either::Left((Ok(_), _)) => callback("42"),
        Either::Left((Err(_), _)) => callback("no answer"),
        Either::Right(_) => callback("no answer in time"),
    }
    display.watch().await;
    Ok(())
}

/// Sends a request whose good reply alone calls the callback.
async fn request(run: Run, params: Params, ask: Ask) -> Result {
    let display = Display::new(&run, params);
    let callback = display.callback();
    let source = Source::connect(&run).await?;
    let on_success = async {
        match source.ask(ask).await {
            Ok(_) => callback("42"),
            // The caller has not said what should happen now.
            Err(Failure::Failed(_)) => {}
            Err(failure) => return Err(failure.into()),
        }
        Ok(())
    };
    if let Either::Left((Err(unreachable), _)) = select(pin!(on_success), display.patience()).await
    {
        return Err(unreachable);
    }
    display.watch().await;
    Ok(())
}

/// The place in the page that the callback is to change.
struct Display {
    run: Run,
    /// Until when one waits for a sign.
    end: f64,
    changed: Rc<Cell<Option<f64>>>,
}

impl Display {
    fn new(run: &Run, params: Params) -> Self {
        run.output()
            .set_text_content(Some("The display shows: nothing yet"));
        Self {
            run: run.clone(),
            end: clock::now() + f64::from(PATIENCE) * params.ms,
            changed: Rc::default(),
        }
    }

    /// The callback: it writes, and notes when.
    fn callback(&self) -> impl Fn(&str) + use<> {
        let (run, changed) = (self.run.clone(), Rc::clone(&self.changed));
        move |text| {
            let text = ["The display shows: ", text].concat();
            run.output().set_text_content(Some(&text));
            changed.set(Some(clock::now()));
        }
    }

    /// What is left of the time until then.
    fn patience(&self) -> TimeoutFuture {
        TimeoutFuture::new((self.end - clock::now()).max(0.0) as u32)
    }

    /// Waits for the callback as long as is reasonable, and records the result.
    async fn watch(&self) {
        yielding::frame().await;
        while self.changed.get().is_none() && clock::now() < self.end {
            yielding::frame().await;
        }
        // The frame that is about to be drawn is the first that shows the text.
        let changed = self.changed.get();
        self.run.measure("called", f64::from(changed.is_some()));
        let drawn = changed.map_or(0.0, |changed| clock::now() - changed);
        self.run.measure("drawn", drawn);
    }
}
