//! The world that a program sees, as the host has it: time, queues, what is recorded.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use boa_engine::builtins::promise::{OperationType, Promise, PromiseState};
use boa_engine::context::time::JsInstant;
use boa_engine::context::{Clock, HostHooks};
use boa_engine::job::{Job, JobExecutor, PromiseJob};
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{Context, JsError, JsObject, JsResult};

use crate::instrument::Point;
use crate::lints::Watch;
use crate::memory;
use crate::recording::{Event, Microtask, Texts, Turn};

/// How long a statement takes, in virtual milliseconds: so that a loop that watches the clock ends.
const STEP: f64 = 0.01;

/// How many steps a program may have.
const MOST_STEPS: usize = 200_000;

/// How many microtasks may run before the thread turns to anything else.
const MOST_MICROTASKS: usize = 50_000;

/// How long a program may run, in virtual milliseconds.
const LONGEST: f64 = 600_000.0;

/// How much the engine may allocate for a program, in bytes.
const LARGEST: usize = 64 << 20;

/// How many calls may lie within each other.
pub const DEEPEST: usize = 400;

/// How long a frame takes, in virtual milliseconds: 60 in a second.
pub const FRAME: f64 = 1000.0 / 60.0;

/// The clock that `Date` reads.
#[derive(Debug, Default)]
pub struct VirtualClock(Cell<f64>);

/// When the run begins by that clock, in milliseconds since 1970: the same for all runs.
const BEGIN: i64 = 1_700_000_000_000;

impl VirtualClock {
    /// The virtual time, in milliseconds.
    pub fn ms(&self) -> f64 {
        self.0.get()
    }

    fn set(&self, ms: f64) {
        self.0.set(ms);
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> JsInstant {
        let ms = self.ms();
        JsInstant::new((ms / 1000.0) as u64, (ms % 1000.0 * 1e6) as u32)
    }

    fn system_time_millis(&self) -> i64 {
        BEGIN + self.ms() as i64
    }
}

/// The microtasks that the engine queues.
#[derive(Default)]
pub struct Microtasks {
    waiting: RefCell<VecDeque<(usize, PromiseJob)>>,
    world: RefCell<Option<Shared>>,
}

impl Microtasks {
    /// Has each microtask noted in a world.
    pub fn tell(&self, world: &Shared) {
        self.world.replace(Some(Rc::clone(world)));
    }

    /// The next microtask and its number.
    pub fn next(&self) -> Option<(usize, PromiseJob)> {
        self.waiting.borrow_mut().pop_front()
    }
}

impl JobExecutor for Microtasks {
    fn enqueue_job(self: Rc<Self>, job: Job, _: &mut Context) {
        // The others come from parts of the language that wait for other threads, and there are none.
        if let Job::PromiseJob(job) = job {
            let world = self.world.borrow();
            let id = world
                .as_ref()
                .map_or(0, |world| world.borrow_mut().queue_microtask());
            self.waiting.borrow_mut().push_back((id, job));
        }
    }

    fn run_jobs(self: Rc<Self>, _: &mut Context) -> JsResult<()> {
        Ok(())
    }
}

/// What the engine tells of promises.
pub struct Hooks(pub Shared);

impl HostHooks for Hooks {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        _: &mut Context,
    ) {
        let promise: JsObject = promise.clone().upcast();
        let mut world = self.0.borrow_mut();
        match operation {
            OperationType::Reject => {
                let point = world.current;
                world.rejected.push((promise, point));
            }
            OperationType::Handle => world.handle(&promise),
        }
    }

    fn local_timezone_offset_seconds(&self, _: i64) -> i32 {
        0
    }

    fn max_buffer_size(&self, _: &mut Context) -> u64 {
        (LARGEST / 4) as u64
    }
}

/// A task that waits for its time.
#[derive(Debug)]
pub struct Task {
    /// Its number.
    pub id: usize,
    /// Where it comes from.
    pub source: String,
    /// When it may run, in virtual milliseconds.
    pub due: f64,
    /// What it does.
    pub act: JsFunction,
}

impl Task {
    /// What goes first among tasks that may run: the reader's own events, then urgent ones, and last those in the background.
    fn rank(&self) -> u8 {
        match self.source.as_str() {
            "user" => 0,
            "user-blocking" | "continuation" => 1,
            "background" => 3,
            _ => 2,
        }
    }
}

/// A callback that waits for the next frame.
#[derive(Debug)]
pub struct FrameCallback {
    /// Its number.
    pub id: usize,
    /// What it is.
    pub act: JsFunction,
}

/// A world that several parts of the host share.
pub type Shared = Rc<RefCell<World>>;

/// All that a run holds beside the engine.
#[derive(Default)]
pub struct World {
    /// The time.
    pub clock: Rc<VirtualClock>,
    /// What happened.
    pub events: Vec<Event>,
    /// The points of the program.
    pub points: Rc<Vec<Point>>,
    /// The texts of values.
    pub values: Texts,
    /// The microtasks, by their numbers.
    pub microtasks: Vec<Microtask>,
    /// Tasks that wait, in the order in which they were queued.
    pub tasks: Vec<Task>,
    /// Callbacks before the next frame.
    pub frame_callbacks: Vec<FrameCallback>,
    /// When the last frame was due.
    pub last_frame: f64,
    /// Whether the page is other than it was drawn.
    pub page_changed: bool,
    /// Rejected promises that nobody has handled yet, and the points at which they were rejected.
    pub rejected: Vec<(JsObject, Option<usize>)>,
    /// Rejected promises of which the program was told.
    pub told: Vec<JsObject>,
    /// Promises that it was told of and that are handled since.
    pub handled_late: Vec<JsObject>,
    /// Promises that a statement got from a call and left alone: whose statement, which, and the promise.
    pub floating: Vec<(u32, usize, JsObject)>,
    /// What is remarkable.
    pub watch: Watch,
    /// How many bytes the lists of values take.
    recorded: usize,
    /// Whether the program is being told of an error.
    pub is_reporting: bool,
    /// How much was allocated before the run.
    pub allocated_before: usize,
    /// Whether a program that awaits at its top runs up to there.
    pub is_awaiting_script: bool,
    /// How many callbacks of the program lie within each other.
    pub depth: usize,
    /// Why the run is given up.
    pub given_up: Option<String>,
    /// How many steps there were.
    pub steps: usize,
    /// How many of them and of turns of loops.
    ticks: usize,
    /// The point that was come to last, within the current turn.
    pub current: Option<usize>,
    /// The promises that calls wait for, and where.
    pub waits: BTreeMap<u32, (usize, JsObject)>,
    /// The point at which a wait failed that nobody caught there, or else the last one, since the thread turned to a task.
    pub last: Option<usize>,
    /// The microtask that runs.
    microtask: Option<usize>,
    microtasks_in_a_row: usize,
    last_task: usize,
    last_frame_callback: usize,
    last_call: u32,
}

impl World {
    /// The virtual time, in milliseconds.
    pub fn now(&self) -> f64 {
        self.clock.ms()
    }

    /// Lets time pass.
    pub fn pass(&mut self, ms: f64) {
        self.clock.set(self.now() + ms);
        if self.now() > LONGEST {
            self.give_up(format!(
                "It ran for {} minutes of its own time, and the Lab follows no longer.",
                LONGEST / 60_000.0
            ));
        }
    }

    /// Lets time pass until a moment, if that is still to come.
    pub fn pass_until(&mut self, at: f64) {
        self.pass((at - self.now()).max(0.0));
    }

    /// Gives the run up, for the first reason that is given.
    pub fn give_up(&mut self, why: String) {
        self.given_up.get_or_insert(why);
    }

    /// Notes that the thread turns to something.
    pub fn turn(&mut self, kind: Turn, id: usize) {
        self.current = None;
        if kind != Turn::Microtask {
            self.last = None;
        }
        self.microtask = (kind == Turn::Microtask).then_some(id);
        if kind == Turn::Microtask {
            self.microtasks_in_a_row += 1;
            if self.microtasks_in_a_row > MOST_MICROTASKS {
                self.give_up(format!(
                    "{MOST_MICROTASKS} microtasks ran one after the other, and no task, click or frame had its turn: in a browser, this page would be frozen."
                ));
            }
        } else {
            self.microtasks_in_a_row = 0;
        }
        let at = self.now();
        self.watch.turn(at, kind);
        self.events.push(Event::Turn { at, kind, id });
    }

    /// Notes that nothing is left to do before the next task.
    pub fn idle(&mut self) {
        self.current = None;
        self.microtask = None;
        let at = self.now();
        self.watch.idle(at, &self.points);
        self.events.push(Event::Idle { at });
    }

    /// Notes which calls wait no longer, because what they waited for has failed and they caught nothing.
    pub fn end_failed_waits(&mut self) {
        let at = self.now();
        let failed = |promise: &JsObject| {
            let state = JsPromise::from_object(promise.clone()).map(|it| it.state());
            matches!(state, Ok(PromiseState::Rejected(_)))
        };
        let gone: Vec<u32> = self
            .waits
            .iter()
            .filter(|(_, (_, promise))| failed(promise))
            .map(|(call, _)| *call)
            .collect();
        for call in gone {
            if let Some((point, _)) = self.waits.remove(&call) {
                self.last = Some(point);
                self.events.push(Event::Fail { at, point, call });
            }
        }
    }

    fn queue_microtask(&mut self) -> usize {
        let id = self.microtasks.len();
        self.microtasks.push(Microtask::default());
        self.events.push(Event::Microtask { id });
        id
    }

    /// Comes to a point: the first one says what the running microtask is.
    fn come_to(&mut self, point: usize, resumes: bool) {
        self.current = Some(point);
        self.last = Some(point);
        if let Some(id) = self.microtask.take() {
            self.microtasks[id].point = Some(point);
            self.microtasks[id].resumes = resumes;
        }
    }

    /// Notes a statement, and that it takes its time.
    pub fn step(&mut self, point: usize, call: u32, values: Vec<usize>) {
        let at = self.now();
        self.come_to(point, false);
        self.waits.remove(&call);
        self.look_at_floating(call, point, at);
        self.watch.step(call, point, at);
        self.recorded += values.capacity() * size_of::<usize>();
        self.events.push(Event::Step {
            at,
            point,
            call,
            values,
        });
        self.steps += 1;
        self.tick();
    }

    /// Counts a statement or a turn of a loop, and lets it take its time.
    pub fn tick(&mut self) {
        self.ticks += 1;
        if self.ticks > MOST_STEPS {
            self.give_up(format!(
                "It came to {MOST_STEPS} steps, and the Lab follows no further: is there a loop that never ends?"
            ));
        }
        self.pass(STEP);
    }

    /// Says of promises that a statement of this call left alone that they are not waited for.
    fn look_at_floating(&mut self, call: u32, point: usize, at: f64) {
        for (of, left, promise) in std::mem::take(&mut self.floating) {
            if of != call {
                self.floating.push((of, left, promise));
                continue;
            }
            let state = JsPromise::from_object(promise).map(|it| it.state());
            let (line, next) = (self.points[left].from.line, self.points[point].from.line);
            if matches!(state, Ok(PromiseState::Pending)) && next != line {
                self.watch.find("floating", line, at, format!(
                    "Line {line} starts something and doesn’t wait for it: line {next} runs before it is over, and what fails there, nobody here hears."
                ));
            }
        }
    }

    /// Notes that a function begins, and gives the call's number.
    pub fn call(&mut self, point: usize) -> u32 {
        self.last_call += 1;
        let (at, call) = (self.now(), self.last_call);
        self.come_to(point, false);
        self.watch.call(call, point, at);
        self.events.push(Event::Call { at, point, call });
        call
    }

    /// Notes that a call begins to wait.
    pub fn begin_await(&mut self, point: usize, call: u32, promise: Option<JsObject>) {
        let at = self.now();
        if let Some(promise) = promise {
            self.waits.insert(call, (point, promise));
        }
        self.watch.begin_await(call, point, at);
        self.events.push(Event::Await { at, point, call });
    }

    /// Notes that a call goes on after a wait.
    pub fn resume(&mut self, point: usize, call: u32) {
        let at = self.now();
        self.waits.remove(&call);
        self.come_to(point, true);
        self.watch.resume(call, at);
        self.events.push(Event::Resume { at, point, call });
    }

    /// Queues a task, to run no sooner than after so many milliseconds.
    pub fn queue(&mut self, source: &str, wait: f64, act: JsFunction, label: String) -> usize {
        self.last_task += 1;
        let (at, id) = (self.now(), self.last_task);
        let due = at + wait;
        self.events.push(Event::Task {
            at,
            id,
            source: source.to_owned(),
            label,
            due,
            point: self.current,
        });
        if ["network", "timer"].contains(&source) {
            self.watch.queue(at);
        }
        self.tasks.push(Task {
            id,
            source: source.to_owned(),
            due,
            act,
        });
        id
    }

    /// Takes a task back, if it has not begun.
    pub fn cancel(&mut self, id: usize) {
        let before = self.tasks.len();
        self.tasks.retain(|task| task.id != id);
        if self.tasks.len() < before {
            self.events.push(Event::Cancel { id });
        }
    }

    /// The task that runs next if it may run now: by rank, then by time, then by the order of queueing.
    pub fn take_ready(&mut self) -> Option<Task> {
        let now = self.now();
        let ready = self.tasks.iter().enumerate();
        let ready = ready.filter(|(_, task)| task.due <= now);
        let (next, _) = ready.min_by(|(_, one), (_, other)| {
            let by_rank = one.rank().cmp(&other.rank());
            by_rank.then(one.due.total_cmp(&other.due))
        })?;
        Some(self.tasks.remove(next))
    }

    /// When the next task may run.
    pub fn next_due(&self) -> Option<f64> {
        self.tasks
            .iter()
            .map(|task| task.due)
            .min_by(f64::total_cmp)
    }

    /// When the next frame is due, if one is wanted.
    pub fn next_frame(&self) -> Option<f64> {
        let wanted = self.page_changed || !self.frame_callbacks.is_empty();
        wanted.then_some(self.last_frame + FRAME)
    }

    /// Has a callback run before the next frame.
    pub fn ask_for_frame(&mut self, act: JsFunction) -> usize {
        self.last_frame_callback += 1;
        let id = self.last_frame_callback;
        self.frame_callbacks.push(FrameCallback { id, act });
        id
    }

    /// Has nobody told of a rejected promise.
    pub fn forget_rejection(&mut self, promise: &JsObject) {
        self.rejected
            .retain(|(it, _)| !JsObject::equals(it, promise));
    }

    fn handle(&mut self, promise: &JsObject) {
        self.forget_rejection(promise);
        let before = self.told.len();
        self.told.retain(|it| !JsObject::equals(it, promise));
        if self.told.len() < before {
            self.handled_late.push(promise.clone());
        }
    }

    /// Checks that the run has not been given up.
    ///
    /// # Errors
    ///
    /// One that no program can catch. A program that awaits at its top cannot end by such a one, for the engine; it gets an ordinary error, at each statement that it still comes to.
    pub fn go_on(&self) -> JsResult<()> {
        match (self.given_up.is_some(), self.is_awaiting_script) {
            (false, _) => Ok(()),
            (true, false) => Err(uncatchable()),
            (true, true) => Err(boa_engine::JsNativeError::error().into()),
        }
    }

    /// Checks that the run may go on, with the memory that it has taken.
    ///
    /// # Errors
    ///
    /// As [`Self::go_on`].
    pub fn check(&mut self) -> JsResult<()> {
        // What is recorded is no memory of the program's.
        let recorded = self.events.capacity() * size_of::<Event>() + self.recorded;
        if memory::allocated() > self.allocated_before + recorded + LARGEST {
            self.give_up(format!(
                "It wants more than {} MB of memory, and the Lab gives no more.",
                LARGEST >> 20
            ));
        }
        self.go_on()
    }
}

/// An error that ends the run, whatever the program tries to catch.
pub fn uncatchable() -> JsError {
    use boa_engine::error::{EngineError, PanicError};
    EngineError::from(PanicError::new("the run is given up")).into()
}
