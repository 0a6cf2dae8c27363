//! Who has the machine when: each test says what it needs, and waits here until it may run.

use std::cell::Cell;

use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard, Semaphore, SemaphorePermit};

use crate::engines::{Engine, Feature};

/// What a test needs of the machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// It looks at pages. Its browser runs on what the others leave of the processors, so nothing in it may rest on how long something took.
    Static,
    /// It runs panels, beside one other such test.
    Shared,
    /// It measures closely, or wants all cores.
    Exclusive,
}

/// How many tests that run panels run at once, and how many that look at pages.
const LANES: u32 = 2;

static PANELS: Semaphore = Semaphore::const_new(LANES as usize);
static PAGES: Semaphore = Semaphore::const_new(LANES as usize);

/// The machine as the running tests that need it have it: many read it at once, and one that needs all cores for a run writes.
static MACHINE: RwLock<()> = RwLock::const_new(());

/// A test that looks at pages reads it for each command to its browser, and so stops between two commands while another has the machine alone.
static QUIET: RwLock<()> = RwLock::const_new(());

/// A browser that is opened reads it; whoever needs the focus writes, where one window of a display has it.
static WINDOWS: RwLock<()> = RwLock::const_new(());

thread_local! {
    /// What the test of this thread needs.
    static NEED: Cell<Need> = const { Cell::new(Need::Shared) };
}

/// Says what the test needs that runs on this thread.
pub fn enter(need: Need) {
    NEED.set(need);
}

/// What the test of this thread needs.
pub fn need() -> Need {
    NEED.get()
}

/// What a test holds as long as its browser is open.
#[derive(Debug)]
#[expect(dead_code, reason = "they are held, and not looked at")]
pub enum Leave {
    /// A test that looks at pages.
    Static(
        SemaphorePermit<'static>,
        Option<RwLockWriteGuard<'static, ()>>,
    ),
    /// A test that runs panels.
    Shared(SemaphorePermit<'static>, RwLockReadGuard<'static, ()>),
    /// A test that has the machine to itself.
    Exclusive(SemaphorePermit<'static>, RwLockWriteGuard<'static, ()>),
}

/// A moment in which a window may be opened.
pub type Window = Option<RwLockReadGuard<'static, ()>>;

impl Leave {
    /// Waits for what the test of this thread needs, and until its browser may be opened.
    pub async fn wait(engine: Engine, needs_focus: bool) -> (Self, Window) {
        match need() {
            Need::Static => {
                let permit = permits(&PAGES, 1).await;
                let shares_focus = engine.lacks(Feature::OwnFocus).is_some();
                if needs_focus && shares_focus {
                    return (Self::Static(permit, Some(WINDOWS.write().await)), None);
                }
                (Self::Static(permit, None), Some(WINDOWS.read().await))
            }
            Need::Shared => {
                let permit = permits(&PANELS, 1).await;
                let machine = MACHINE.read().await;
                (Self::Shared(permit, machine), Some(WINDOWS.read().await))
            }
            Need::Exclusive => {
                let permit = permits(&PANELS, LANES).await;
                // First, because who has the focus gives it up only after commands that wait for quiet to end.
                let window = WINDOWS.read().await;
                (Self::Exclusive(permit, QUIET.write().await), Some(window))
            }
        }
    }
}

/// Does something while no other test has the machine; gives back what this one holds meanwhile.
pub async fn alone<T>(leave: Leave, act: impl Future<Output = T>) -> (T, Leave) {
    // One that has it already need not wait, and two that ask for it at once must not wait for each other's leave.
    let Leave::Shared(permit, machine) = leave else {
        return (act.await, leave);
    };
    drop(machine);
    let panels = MACHINE.write().await;
    let pages = QUIET.write().await;
    let done = act.await;
    drop((panels, pages));
    (done, Leave::Shared(permit, MACHINE.read().await))
}

/// The turn of the test of this thread, for one command to its browser: one that looks at pages waits until no test has the machine alone.
pub async fn turn() -> Option<RwLockReadGuard<'static, ()>> {
    match need() {
        Need::Static => Some(QUIET.read().await),
        Need::Shared | Need::Exclusive => None,
    }
}

async fn permits(of: &'static Semaphore, count: u32) -> SemaphorePermit<'static> {
    let permits = of.acquire_many(count).await;
    permits.expect("nobody closes it")
}
