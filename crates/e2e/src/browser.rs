//! A browser with its driver and its profile, handed from one test to the next.

use std::sync::{LazyLock, Mutex, Once};

use anyhow::{Context, Result};
use fantoccini::Client;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::display::Display;
use crate::driver::Driver;
use crate::engines::{Engine, Feature};
use crate::scheduler::{Need, need};

/// Browsers that tests have left as good as new.
static LEFT: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What drives all browsers of this process: their connections outlive the tests.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime can be built")
});

/// Waits for a future on this thread, with the runtime that browsers live in.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// A running browser.
#[derive(Debug)]
pub struct Browser {
    /// The connection to it.
    pub client: Client,
    /// Whether another test may have it afterwards, or has had it before.
    pub reusable: bool,
    /// Whether it runs on what others leave of the processors.
    is_idle: bool,
    // Dropped before what follows: the browser writes to its profile, and to its display, until the driver is gone.
    _driver: Driver,
    _profile: TempDir,
    /// The display that it is seen on, for a test that looks there.
    pub display: Option<Display>,
}

impl Browser {
    /// Opens a browser with a fresh profile and with what these features need; where that is nothing, one that another test has left will do.
    pub async fn open(engine: Engine, features: &[Feature]) -> Result<Self> {
        // WebKit starts in less than half a second, and its driver's new tab leaves the old page visible.
        let of_its_own = features.iter().any(|feature| feature.is_of_the_browser());
        let reusable = !of_its_own && engine != Engine::WebKit;
        let is_idle = need() == Need::Static;
        let fits = |left: &mut Self| reusable && left.is_idle == is_idle;
        if let Some(left) = left().extract_if(.., fits).next() {
            return Ok(left);
        }
        let display = match features.contains(&Feature::Display) {
            true => Some(Display::start().await?),
            false => None,
        };
        let driver = Driver::start(engine, is_idle, display.as_ref()).await?;
        let profile = tempfile::tempdir().context("there is no room for a browser profile")?;
        let client = driver.session(profile.path(), features).await?;
        Ok(Self {
            client,
            reusable,
            is_idle,
            _driver: driver,
            _profile: profile,
            display,
        })
    }

    /// Leaves the browser to the next test, which gets a tab of its own and, by its server's port, an origin of its own: starting one takes two seconds of each test.
    pub async fn leave(self) {
        if !self.reusable || self.renew().await.is_err() {
            return self.close().await;
        }
        left().push(self);
        close_at_exit();
    }

    /// Puts one empty tab in place of all that are open.
    async fn renew(&self) -> Result<()> {
        let tabs = self.client.windows().await?;
        let fresh = self.client.new_window(true).await?.handle;
        for tab in tabs {
            self.client.switch_to_window(tab).await?;
            self.client.close_window().await?;
        }
        Ok(self.client.switch_to_window(fresh).await?)
    }

    /// Closes the browser; a driver that is killed before would leave it behind.
    pub async fn close(self) {
        // The driver is killed right after, so a refusal changes nothing.
        let _ = self.client.close().await;
    }
}

fn left() -> std::sync::MutexGuard<'static, Vec<Browser>> {
    LEFT.lock().expect("nothing panics while it holds this")
}

/// Has the browsers that are left closed when the tests are over, of which no test knows that it is the last.
fn close_at_exit() {
    extern "C" fn close_all() {
        // Of this thread nothing is left in which the runtime could wait.
        let closing = std::thread::spawn(|| {
            let all = std::mem::take(&mut *left());
            block_on(futures_util::future::join_all(
                all.into_iter().map(Browser::close),
            ));
        });
        // The process ends either way.
        let _ = closing.join();
    }
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: a function that takes nothing and stays, for a process that never unloads it.
        unsafe { libc::atexit(close_all) };
    });
}
