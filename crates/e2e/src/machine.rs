//! Who has the machine when: the tests of one process share it or have it alone, and a process that is held back stops between two commands while a test of another one is alone.

use std::env;
use std::fs::{File, TryLockError};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::engines::{Engine, Feature};
use crate::project_root;

/// Set for a process whose tests run on what others leave of the processors.
///
/// That is not nothing: an experiment with a worker for each core found two workers no quicker than one.
const HELD_BACK: &str = "E2E_HELD_BACK";

/// The files whose locks stand for the machine, below the project's folder: who is to go in goes by the door first, so that two who come and go cannot keep a third out for ever.
const DOOR: &str = "target/machine-door.lock";
const ROOM: &str = "target/machine.lock";

/// How often a lock that another process has is tried.
const POLL: Duration = Duration::from_millis(50);

/// The machine as the tests of this process have it: many read it at once, and one that needs all of its cores writes.
static MACHINE: RwLock<()> = RwLock::const_new(());

/// What a test holds as long as its browser is open.
#[derive(Debug)]
#[expect(dead_code, reason = "they are held, and not looked at")]
pub enum LeaveToRun {
    /// Others have it at the same time.
    Beside(RwLockReadGuard<'static, ()>),
    /// No other test of this process has it.
    Alone(RwLockWriteGuard<'static, ()>),
}

impl LeaveToRun {
    /// Waits for what a test needs before its browser opens.
    ///
    /// Where one window of a display has the focus, a test that needs it opens the newest, and none is opened until the test is over.
    pub async fn wait(engine: Engine, needs_focus: bool) -> Self {
        if needs_focus && engine.lacks(Feature::OwnFocus).is_some() {
            Self::Alone(MACHINE.write().await)
        } else {
            Self::beside().await
        }
    }

    /// Waits until no test has the machine alone.
    pub async fn beside() -> Self {
        Self::Beside(MACHINE.read().await)
    }
}

/// The whole machine; dropped, others have it again.
#[derive(Debug)]
#[expect(dead_code, reason = "they are held, and not looked at")]
pub struct Alone {
    tests: RwLockWriteGuard<'static, ()>,
    /// Where there are no such locks, nobody is held back, and the figures are as good as they can be.
    processes: Option<[File; 2]>,
}

impl Alone {
    /// Waits until no other test of this process runs, and a process that is held back has stopped.
    pub async fn wait() -> Self {
        let tests = MACHINE.write().await;
        let processes = async {
            let door = locked(DOOR, File::try_lock).await?;
            Ok::<_, anyhow::Error>([door, locked(ROOM, File::try_lock).await?])
        };
        Self {
            tests,
            processes: match is_held_back() {
                true => None,
                false => processes.await.ok(),
            },
        }
    }
}

/// The turn of a process that is held back, for one command; of any other it is always its turn.
#[derive(Debug)]
#[expect(dead_code, reason = "it is held, and not looked at")]
pub struct Turn(Option<File>);

impl Turn {
    /// Waits until no test of another process has the machine alone.
    pub async fn wait() -> Result<Self> {
        if !is_held_back() {
            return Ok(Self(None));
        }
        let _door = locked(DOOR, File::try_lock_shared).await?;
        Ok(Self(Some(locked(ROOM, File::try_lock_shared).await?)))
    }
}

fn is_held_back() -> bool {
    env::var_os(HELD_BACK).is_some()
}

/// Locks one of these files, once it can be; closed, it is free again.
async fn locked(
    file: &str,
    lock: fn(&File) -> std::result::Result<(), TryLockError>,
) -> Result<File> {
    let path = project_root()?.join(file);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("{} cannot be opened", path.display()))?;
    loop {
        match lock(&file) {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(POLL).await,
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}
