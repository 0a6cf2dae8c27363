//! The reader as the executor: three futures to poll and to wake, two of them faulty.

use crate::Params;
use crate::timer::Timer;
use crate::{AnyFuture, Forgetful, Impatient};
use experiment::by_hand::Hand;
use experiment::{Result, Run, clock, task, yielding};
use futures_channel::mpsc::UnboundedSender;
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// How many times as long as elsewhere in this example the timers take: a hand is slower than an executor.
const SLOWER: f64 = 10.0;

/// For how many milliseconds the reader can let the program poll what has been woken.
const AT_ONCE: f64 = 1000.0;

const MARKUP: &str = "\
    <p>These three futures should all be ready at the same moment. One keeps its waker, one loses it, one calls it immediately. Poll them and find out which is which.</p>\
    <ul>\
    <li><b>A</b> <button value=p0>Poll A</button> <button value=w0>Wake A</button> <span id=s0></span></li>\
    <li><b>B</b> <button value=p1>Poll B</button> <button value=w1>Wake B</button> <span id=s1></span></li>\
    <li><b>C</b> <button value=p2>Poll C</button> <button value=w2>Wake C</button> <span id=s2></span></li>\
    </ul>\
    <p><button value=all>Poll whatever is woken, for a second</button> <button value=end>Enough</button></p>\
    <p role=status></p>";

const WOKEN: [&str; 3] = ["A is woken.", "B is woken.", "C is woken."];

/// Lets the reader poll and wake until all three are ready, or the reader has had enough.
pub async fn your_turn(run: Run, params: Params) -> Result {
    let mut hand = Hand::on(&run, MARKUP)?;
    let quiet = Arc::new(AtomicBool::new(false));
    let mut tasks = three_tasks(&run, SLOWER * params.ms, &hand.sender(), &quiet);
    while tasks.iter().any(|task| !task.ready) {
        for (task, place) in tasks.iter().zip(["#s0", "#s1", "#s2"]) {
            hand.write(place, &task.in_words());
        }
        let event = hand.next().await;
        quiet.store(true, Ordering::Relaxed);
        let said = match event.as_deref().map(str::as_bytes) {
            Some([b'p', task]) => tasks[usize::from(task - b'0')].poll(),
            Some([b'w', task]) => tasks[usize::from(task - b'0')].wake(),
            Some([name]) => WOKEN[usize::from(name - b'A')],
            Some(b"all") => poll_what_is_woken(&mut tasks).await,
            _ => break,
        };
        hand.write("[role=status]", said);
        quiet.store(false, Ordering::Relaxed);
    }
    for (task, place) in tasks.iter().zip(["#s0", "#s1", "#s2"]) {
        hand.write(place, &[&task.in_words(), "; it ", task.kind].concat());
    }
    run.measure(
        "polls",
        tasks.iter().map(|task| f64::from(task.polls)).sum(),
    );
    Ok(())
}

/// A future in the reader's hands, and what is known of it.
struct Task {
    future: AnyFuture,
    kind: &'static str,
    note: Arc<Note>,
    /// The waker as it arrived in the future at the last poll.
    arrived: Rc<RefCell<Option<Waker>>>,
    ready: bool,
    polls: u32,
}

/// What the reader's wakers share with the reader; as every waker's, it has to be `Send` and `Sync`, whatever the program does.
struct Note {
    name: &'static str,
    woken: AtomicBool,
    /// Whether the reader is being answered, and a wake is part of the answer.
    quiet: Arc<AtomicBool>,
    teller: UnboundedSender<String>,
}

impl Wake for Note {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::Relaxed);
        if !self.quiet.load(Ordering::Relaxed) {
            // The receiver is gone once the variant is over.
            let _ = self.teller.unbounded_send(self.name.to_owned());
        }
    }
}

/// The three futures, in an order that is drawn.
fn three_tasks(
    run: &Run,
    ms: f64,
    teller: &UnboundedSender<String>,
    quiet: &Arc<AtomicBool>,
) -> Vec<Task> {
    let timer = || Timer::new(ms as u32);
    let mut futures: Vec<(&str, AnyFuture)> = vec![
        ("keeps its waker", Box::pin(timer())),
        ("loses its waker", Box::pin(Forgetful(timer()))),
        (
            "calls it immediately",
            Box::pin(Impatient(clock::now() + ms)),
        ),
    ];
    let drawn = ["A", "B", "C"].map(|name| {
        let drawn = js_sys::Math::random() * futures.len() as f64;
        let (kind, mut future) = futures.swap_remove(drawn as usize);
        let arrived = Rc::<RefCell<Option<Waker>>>::default();
        let kept = Rc::clone(&arrived);
        let future = poll_fn(move |cx| {
            kept.replace(Some(cx.waker().clone()));
            future.as_mut().poll(cx)
        });
        Task {
            future: Box::pin(task(run, name, future)),
            kind,
            note: Arc::new(Note {
                name,
                woken: AtomicBool::new(false),
                quiet: Arc::clone(quiet),
                teller: teller.clone(),
            }),
            arrived,
            ready: false,
            polls: 0,
        }
    });
    drawn.into()
}

/// Does for a while what an executor does all the time.
async fn poll_what_is_woken(tasks: &mut [Task]) -> &'static str {
    let end = clock::now() + AT_ONCE;
    while clock::now() < end {
        for task in tasks.iter_mut().filter(|task| task.is_woken()) {
            task.poll();
        }
        // Slow enough for the recorder to have room for the rest.
        yielding::timer().await;
    }
    "A second of polling whatever was woken, with a turn for the page in between."
}

impl Task {
    fn is_woken(&self) -> bool {
        self.note.woken.load(Ordering::Relaxed)
    }

    /// Polls it, and says what came of it.
    fn poll(&mut self) -> &'static str {
        if self.ready {
            return "That one is ready, and must not be polled again.";
        }
        let asked = self.note.woken.swap(false, Ordering::Relaxed) || self.polls == 0;
        self.polls += 1;
        let waker = Waker::from(Arc::clone(&self.note));
        let poll = self.future.as_mut().poll(&mut Context::from_waker(&waker));
        self.ready = poll.is_ready();
        match (poll, asked) {
            (Poll::Ready(()), true) => "Ready.",
            (Poll::Ready(()), false) => {
                "Ready, and nobody had told you. An executor would never have come back."
            }
            (Poll::Pending, _) if self.is_woken() => {
                "Pending, and it has called its waker already."
            }
            (Poll::Pending, true) => "Pending.",
            (Poll::Pending, false) => "Pending. Nobody had woken it, so this poll was for nothing.",
        }
    }

    /// Calls the waker of its last poll, as a timer's callback would.
    fn wake(&self) -> &'static str {
        match &*self.arrived.borrow() {
            Some(_) if self.ready => "That one is ready: its waker wakes nobody any more.",
            Some(waker) => {
                waker.wake_by_ref();
                "Woken by you."
            }
            None => "That one has no waker yet: each poll brings it one.",
        }
    }

    fn in_words(&self) -> String {
        let state = match (self.ready, self.is_woken(), self.polls) {
            (true, ..) => "ready",
            (_, true, _) => "woken",
            (.., 0) => "not polled yet",
            _ => "pending",
        };
        [state, ", polls: ", &self.polls.to_string()].concat()
    }
}
