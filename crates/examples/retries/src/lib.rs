//! Twenty callers ask a service that is down: five ways of retrying.

use experiment::reply_source::{Ask, Source};
use experiment::{Result, Run, clock, task};
use fastrand::Rng;
use futures_channel::mpsc::unbounded;
use futures_channel::oneshot;
use futures_util::future::{FutureExt, LocalBoxFuture, join};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::future::ready;

experiment::variants! {
    params { down: f64 }
    prepare size -> Times;
    async give_up;
    async again_at_once;
    async back_off;
    async back_off_with_jitter;
    async left_in_a_queue;
}

/// How many callers there are.
const CALLERS: usize = 20;

/// How long one answer takes, in milliseconds, whether it is a good one or a refusal; and the first pause before asking again.
const ANSWER: f64 = 20.0;
const PAUSE: f64 = 40.0;

/// In how many milliseconds twenty questions are sent and answered on a machine that keeps up with these times.
const BURST: f64 = 20.0;

/// By how much all times are stretched at most.
const SLOWEST: f64 = 4.0;

/// How often a caller asks.
const TRIES: u32 = 60;

/// The times of a run, in milliseconds, stretched on a machine that would not get round to asking often enough.
#[derive(Clone, Copy)]
struct Times {
    down: f64,
    answer: f64,
    pause: f64,
}

async fn size(run: Run, params: Params) -> Result<Times> {
    let burst = Source::connect(&run).await?.burst(CALLERS as u32).await;
    let stretch = (burst / BURST).clamp(1.0, SLOWEST);
    Ok(Times {
        down: params.down * stretch,
        answer: ANSWER * stretch,
        pause: PAUSE * stretch,
    })
}

/// How many of the queue's questions are asked at the same time.
const AT_ONCE: usize = 4;

/// What a caller does between two tries, in first pauses, given how many there were and a random number from 0 to 1.
type Pause = fn(tries: u32, random: f64) -> Option<f64>;

/// One try, and no other.
async fn give_up(run: Run, times: Times) -> Result {
    each(|_, _| None, run, times).await
}

/// Retries immediately.
async fn again_at_once(run: Run, times: Times) -> Result {
    each(|tries, _| (tries < TRIES).then_some(0.0), run, times).await
}

/// Waits before it asks again, each time for twice as long.
async fn back_off(run: Run, times: Times) -> Result {
    each(|tries, _| longer(tries), run, times).await
}

/// Waits for that time, or half or one and a half times as long, so that not all come at the same moment.
async fn back_off_with_jitter(run: Run, times: Times) -> Result {
    let pause: Pause = |tries, random| Some(longer(tries)? * (0.5 + random));
    each(pause, run, times).await
}

fn longer(tries: u32) -> Option<f64> {
    (tries < 7).then(|| f64::from(1 << (tries - 1)))
}

/// The service that is asked: down until a moment, and then up.
struct Service {
    source: Source,
    times: Times,
    up_at: f64,
    asked: Cell<u32>,
    open: Cell<u32>,
    most: Cell<u32>,
}

impl Service {
    /// Asks it; it refuses while it is down.
    async fn ask(&self) -> bool {
        self.asked.set(self.asked.get() + 1);
        let down = clock::now() < self.up_at;
        if !down {
            self.open.set(self.open.get() + 1);
            self.most.set(self.most.get().max(self.open.get()));
        }
        let ask = Ask {
            fail: f64::from(down),
            ..Ask::after(self.times.answer)
        };
        let answered = self.source.ask(ask).await.is_ok();
        if !down {
            self.open.set(self.open.get() - 1);
        }
        answered
    }

    fn report(&self, run: &Run, answered: usize) {
        run.measure("answered", answered as f64);
        run.measure("asked", self.asked.get().into());
        run.measure("most", self.most.get().into());
        run.measure("after", clock::now() - self.up_at);
    }
}

async fn service(run: &Run, times: Times) -> Result<Service> {
    let source = Source::connect(run).await?;
    Ok(Service {
        source,
        times,
        up_at: clock::now() + times.down,
        asked: Cell::new(0),
        open: Cell::new(0),
        most: Cell::new(0),
    })
}

/// Twenty callers, each of which asks until it has an answer or gives up.
async fn each(pause: Pause, run: Run, times: Times) -> Result {
    let service = service(&run, times).await?;
    let callers = (0..CALLERS).map(|seed| {
        let mut random = Rng::with_seed(seed as u64);
        let service = &service;
        let caller = async move {
            for tries in 1.. {
                if service.ask().await {
                    return true;
                }
                let Some(pauses) = pause(tries, random.f64()) else {
                    break;
                };
                TimeoutFuture::new((pauses * times.pause) as u32).await;
            }
            false
        };
        task(&run, "caller", caller).boxed_local()
    });
    let answered = count(callers.collect()).await;
    service.report(&run, answered);
    Ok(())
}

/// The callers leave their questions in a queue; one task finds out when the service is up, and then asks a few questions at a time.
async fn left_in_a_queue(run: Run, times: Times) -> Result {
    let service = service(&run, times).await?;
    let (queue, mut questions) = unbounded::<oneshot::Sender<()>>();
    let callers: FuturesUnordered<_> = (0..CALLERS)
        .map(|_| {
            let (answer, answered) = oneshot::channel();
            // The queue is served below.
            let _ = queue.unbounded_send(answer);
            let caller = async { answered.await.is_ok() };
            task(&run, "caller", caller).boxed_local()
        })
        .collect();
    drop(queue);
    let serve = async {
        let first = questions.next().await;
        while !service.ask().await {
            TimeoutFuture::new(times.pause as u32).await;
        }
        let tell = |question: oneshot::Sender<()>| {
            // The caller may have gone.
            let _ = question.send(());
        };
        first.map(tell);
        let service = &service;
        let one = async |question| {
            if service.ask().await {
                tell(question);
            }
        };
        questions.for_each_concurrent(AT_ONCE, one).await;
    };
    let ((), answered) = join(task(&run, "who serves", serve), count(callers)).await;
    service.report(&run, answered);
    Ok(())
}

async fn count(callers: FuturesUnordered<LocalBoxFuture<'_, bool>>) -> usize {
    let answered = callers.filter(|answered| ready(*answered));
    answered.count().await
}
