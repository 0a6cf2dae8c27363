//! The queues of the event loop as rows, and how long something waits in each.

use experiment::{Row, Run, blocking, clock, row, yielding};

/// The rows of one run.
pub struct Lanes {
    tasks: Row,
    microtasks: Row,
    frames: Row,
}

/// A task that has ended, and what it waited until it began.
pub struct Ended {
    at: f64,
    task: f64,
}

/// How long each of three waited until it was its turn, in milliseconds.
pub struct Waits {
    /// A task, since it was posted or the reader has done something.
    pub task: f64,
    /// The microtask that the task has queued.
    pub microtask: f64,
    /// The frame that the task has asked for.
    pub frame: f64,
}

impl Lanes {
    pub fn new(run: &Run) -> Self {
        Self {
            tasks: row(run, "tasks"),
            microtasks: row(run, "microtasks"),
            frames: row(run, "frames"),
        }
    }

    /// Runs a task that was due at a moment and computes for `job` milliseconds, and notes how late it began.
    pub fn task(&self, due: f64, job: f64) -> Ended {
        let task = clock::now() - due;
        self.tasks.enter(|| blocking::spin(job));
        Ended {
            at: clock::now(),
            task,
        }
    }

    /// Continues in a microtask after a task, and then before a frame.
    pub async fn after(&self, Ended { at, task }: Ended) -> Waits {
        yielding::microtask().await;
        let microtask = clock::now() - at;
        self.microtasks.enter(|| ());
        yielding::frame().await;
        let frame = clock::now() - at;
        self.frames.enter(|| ());
        Waits {
            task,
            microtask,
            frame,
        }
    }
}
