//! A loop like that of asyncio: a queue of what is ready, a heap of timers, and tasks that go on when they are woken.

use futures_util::future::LocalBoxFuture;
use std::cell::{Cell, RefCell};
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, VecDeque};
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

/// What is in the queue.
enum Handle {
    /// A task to poll.
    Step(usize),
    /// A task whose timer is due.
    Fire(Waker),
}

type Ready = Arc<Mutex<VecDeque<Handle>>>;

/// What wakes a task: it puts it into the queue.
struct Woken {
    task: usize,
    ready: Ready,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        push(&self.ready, Handle::Step(self.task));
    }
}

fn push(ready: &Ready, handle: Handle) {
    let mut ready = ready.lock().unwrap_or_else(PoisonError::into_inner);
    ready.push_back(handle);
}

/// A timer: when it is due, as which it was set, and who waits for it.
struct Timer {
    due: f64,
    nth: usize,
    waker: Waker,
}

impl Ord for Timer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.due
            .total_cmp(&other.due)
            .then(self.nth.cmp(&other.nth))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timer {}

/// What the loop has to do next.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// Another round, immediately.
    Round,
    /// Nothing until then.
    Wait {
        /// When the first timer is due.
        until: f64,
    },
    /// Nothing any more.
    Over,
}

/// The loop.
pub struct Loop {
    clock: Box<dyn Fn() -> f64>,
    ready: Ready,
    timers: RefCell<BinaryHeap<Reverse<Timer>>>,
    set: Cell<usize>,
    tasks: RefCell<Vec<Option<LocalBoxFuture<'static, ()>>>>,
    running: Cell<u32>,
    most_running: Cell<u32>,
}

impl Loop {
    /// A loop that goes by this clock, in milliseconds.
    pub fn new(clock: impl Fn() -> f64 + 'static) -> Rc<Self> {
        Rc::new(Self {
            clock: Box::new(clock),
            ready: Ready::default(),
            timers: RefCell::default(),
            set: Cell::new(0),
            tasks: RefCell::default(),
            running: Cell::new(0),
            most_running: Cell::new(0),
        })
    }

    /// The time.
    pub fn now(&self) -> f64 {
        (self.clock)()
    }

    /// Puts a task into the queue; what comes back is done when the task is.
    pub fn create_task(
        &self,
        future: impl Future<Output = ()> + 'static,
    ) -> LocalBoxFuture<'static, ()> {
        let joined = Rc::new(RefCell::new((false, None::<Waker>)));
        let done = Rc::clone(&joined);
        let mut tasks = self.tasks.borrow_mut();
        push(&self.ready, Handle::Step(tasks.len()));
        tasks.push(Some(Box::pin(async move {
            future.await;
            let mut done = done.borrow_mut();
            done.0 = true;
            if let Some(waker) = done.1.take() {
                waker.wake();
            }
        })));
        Box::pin(poll_fn(move |context| {
            let mut joined = joined.borrow_mut();
            if joined.0 {
                return Poll::Ready(());
            }
            joined.1 = Some(context.waker().clone());
            Poll::Pending
        }))
    }

    /// Is done after so many milliseconds; with 0, after a turn of everybody who is ready.
    pub fn sleep(self: &Rc<Self>, ms: f64) -> impl Future<Output = ()> + 'static {
        let this = Rc::clone(self);
        let due = self.now() + ms;
        let mut asked = false;
        poll_fn(move |context| {
            let over = match ms == 0.0 {
                true => std::mem::replace(&mut asked, true),
                false => this.now() >= due,
            };
            if over {
                return Poll::Ready(());
            }
            let waker = context.waker().clone();
            if ms == 0.0 {
                waker.wake();
            } else {
                // Anew at each poll: the last waker counts.
                let nth = this.set.replace(this.set.get() + 1);
                let timer = Timer { due, nth, waker };
                this.timers.borrow_mut().push(Reverse(timer));
            }
            Poll::Pending
        })
    }

    /// One round: queues the timers that are due, and runs what was in the queue by then.
    pub fn round(&self) -> Next {
        while let Some(waker) = self.take_due() {
            push(&self.ready, Handle::Fire(waker));
        }
        let queued = self.queued();
        for _ in 0..queued {
            match self.take_ready() {
                Some(Handle::Fire(waker)) => waker.wake(),
                Some(Handle::Step(task)) => self.step(task),
                None => break,
            }
        }
        if self.queued() > 0 {
            return Next::Round;
        }
        match self.timers.borrow().peek() {
            Some(Reverse(timer)) => Next::Wait { until: timer.due },
            None => Next::Over,
        }
    }

    /// How many tasks were polled at the same time, at most.
    pub fn most_running(&self) -> u32 {
        self.most_running.get()
    }

    fn step(&self, task: usize) {
        // While it runs it may create others, so it is not in the list meanwhile.
        let Some(mut future) = self.tasks.borrow_mut()[task].take() else {
            return;
        };
        let ready = Arc::clone(&self.ready);
        let waker = Waker::from(Arc::new(Woken { task, ready }));
        self.running.set(self.running.get() + 1);
        self.most_running
            .set(self.most_running.get().max(self.running.get()));
        let over = future
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_ready();
        self.running.set(self.running.get() - 1);
        if !over {
            self.tasks.borrow_mut()[task] = Some(future);
        }
    }

    fn take_due(&self) -> Option<Waker> {
        let mut timers = self.timers.borrow_mut();
        let due = timers.peek().is_some_and(|it| it.0.due <= self.now());
        if !due {
            return None;
        }
        timers.pop().map(|timer| timer.0.waker)
    }

    fn take_ready(&self) -> Option<Handle> {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.pop_front()
    }

    fn queued(&self) -> usize {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kitchen::{Blocks, Kitchen, cook};
    use crate::recorded::{AWAITED, BLOCKING, lines, most_open};
    use std::cell::Cell;
    use std::rc::Rc;

    thread_local! {
        static NOW: Cell<f64> = const { Cell::new(0.0) };
    }

    fn block(ms: f64) {
        NOW.set(NOW.get() + ms);
    }

    /// What the mirror tells in virtual time, and how late a wait was.
    fn mirrored(blocks: Blocks) -> (Vec<String>, f64) {
        NOW.set(0.0);
        let kitchen = Kitchen {
            own: Loop::new(|| NOW.get()),
            told: Rc::default(),
            unit: 60.0,
        };
        let (own, told) = (Rc::clone(&kitchen.own), Rc::clone(&kitchen.told));
        drop(own.create_task(cook(kitchen, blocks)));
        loop {
            match own.round() {
                Next::Round => {}
                Next::Wait { until } => NOW.set(until),
                Next::Over => break,
            }
        }
        assert_eq!(own.most_running(), 1);
        (told.lines(), told.late())
    }

    #[test]
    fn the_mirror_tells_what_cpython_told() {
        for (blocks, recording) in [(None, AWAITED), (Some(block as fn(f64)), BLOCKING)] {
            let (told, late) = mirrored(blocks);
            let recorded: Vec<&str> = lines(recording).collect();
            assert_eq!(told, recorded);
            assert_eq!(late > 100.0, blocks.is_some(), "{late}");
            assert_eq!(most_open(lines(recording)), 4);
        }
    }
}
