//! The browser's driver: a process of its own that a session is asked of.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

use crate::display::Display;
use crate::engines::{Engine, Feature};
use crate::{TEST_LIMIT, WAIT_LIMIT};

/// How long a driver may take to listen.
const START_LIMIT: Duration = WAIT_LIMIT;
/// How long a browser may take to start: above the time after which geckodriver itself gives up and cleans up.
const SESSION_LIMIT: Duration = Duration::from_secs(90);

/// What Chromium traces: the tasks of each thread, and the page's marks, which bring both clocks together.
const TRACED: &str = "disabled-by-default-devtools.timeline,blink.user_timing";

impl Engine {
    fn driver(self) -> String {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        std::env::var(variable).unwrap_or_else(|_| program.to_owned())
    }

    /// What is asked of the driver for a session; only Chromium is given its profile folder.
    ///
    /// A trace is a burden on the run, so it is taken for those who ask for it alone.
    fn capabilities(self, profile: &Path, features: &[Feature]) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => {
                let mut args = vec![
                    "--disable-gpu".to_owned(),
                    "--disable-quic".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    // A request to any other host fails, and shows in the console.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
                    format!("--user-data-dir={}", profile.display()),
                ];
                if !features.contains(&Feature::Display) {
                    args.push("--headless=new".to_owned());
                }
                if is_root() {
                    args.push("--no-sandbox".to_owned());
                }
                if features.contains(&Feature::NoWebAssembly) {
                    // Without a compiler to machine code, as where security is put above all, there is none for modules either.
                    args.push("--js-flags=--jitless".to_owned());
                }
                let mut preferences = json!({});
                if features.contains(&Feature::NoStorage) {
                    // 2 is 'blocked': cookies, and with them everything that is kept.
                    preferences["profile.default_content_setting_values.cookies"] = json!(2);
                }
                let mut log = json!({"enableNetwork": true, "enablePage": false});
                if features.contains(&Feature::Trace) {
                    log["traceCategories"] = json!(TRACED);
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {"args": args, "prefs": preferences, "perfLoggingPrefs": log},
                    "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                })
            }
            Self::Firefox => {
                let mut preferences = json!({});
                if features.contains(&Feature::NoWebAssembly) {
                    preferences["javascript.options.wasm"] = json!(false);
                }
                if features.contains(&Feature::NoStorage) {
                    preferences["network.cookie.cookieBehavior"] = json!(2);
                }
                if features.contains(&Feature::DarkSystem) {
                    preferences["ui.systemUsesDarkTheme"] = json!(1);
                }
                if features.contains(&Feature::LessMotion) {
                    preferences["ui.prefersReducedMotion"] = json!(1);
                }
                if features.contains(&Feature::HiddenTime) {
                    preferences["privacy.resistFingerprinting"] = json!(true);
                }
                if features.contains(&Feature::CoarseClock) {
                    preferences["privacy.reduceTimerPrecision"] = json!(true);
                    preferences["privacy.resistFingerprinting.reduceTimerPrecision.jitter"] =
                        json!(false);
                    preferences["privacy.resistFingerprinting.reduceTimerPrecision.microseconds"] =
                        json!(100_000);
                }
                if features.contains(&Feature::ForcedColours) {
                    // 2 is 'always': never the page's.
                    preferences["browser.display.document_color_use"] = json!(2);
                }
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {"args": ["-headless"], "prefs": preferences},
                })
            }
            Self::WebKit => json!({"browserName": "MiniBrowser"}),
        };
        match capabilities {
            Value::Object(mut capabilities) => {
                // By itself a script has half a minute, which is too little for axe in the longest page on what other tests leave of the processors.
                let limit = json!({"script": TEST_LIMIT.as_millis() as u64});
                capabilities.insert("timeouts".to_owned(), limit);
                capabilities
            }
            _ => unreachable!("the literals above are objects"),
        }
    }
}

/// A running driver; it is killed when it is dropped.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    url: String,
    _process: Child,
}

impl Driver {
    /// Starts the engine's driver on a free port; if it is idle, it and its browser get what others leave of the processors.
    ///
    /// What it opens is seen on the display, if one is given.
    pub async fn start(engine: Engine, is_idle: bool, display: Option<&Display>) -> Result<Self> {
        let program = engine.driver();
        // Not port 0: WebKitWebDriver would not say which one it took.
        let port = free_port().await?;
        let mut command = Command::new(&program);
        if is_idle {
            hold_back(&mut command);
        }
        if let Some(display) = display {
            command.env("DISPLAY", &display.name);
        }
        let mut process = command
            .arg(format!("--port={port}"))
            // The browser inherits it. Without a graphics processor WebKit would imitate one, and the page pays for it.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .ok()
            .with_context(|| {
                format!("{program} does not start: run `cargo xtask test`, which provides it")
            })?;
        let listens = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                if let Some(status) = process.try_wait()? {
                    bail!("{program} ended at once: {status}");
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok(())
        };
        tokio::time::timeout(START_LIMIT, listens)
            .await
            .with_context(|| format!("{program} does not listen on port {port}"))??;
        Ok(Self {
            engine,
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }

    /// Opens a browser.
    pub async fn session(&self, profile: &Path, features: &[Feature]) -> Result<Client> {
        let engine = self.engine;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(profile, features));
        tokio::time::timeout(SESSION_LIMIT, builder.connect(&self.url))
            .await
            .with_context(|| {
                format!(
                    "{engine:?} does not start within {SESSION_LIMIT:?}; WebKit waits like this \
                     where it has no display: run `cargo xtask test`, which gives it one"
                )
            })?
            .with_context(|| {
                format!("{engine:?} does not start: run `cargo xtask test`, which provides it")
            })
    }
}

/// Has a program run in the system's idle class, where there is one: when no other program wants the processor.
fn hold_back(command: &mut Command) {
    #[cfg(target_os = "linux")]
    // SAFETY: between fork and exec it makes one system call and touches no memory of others.
    unsafe {
        command.pre_exec(|| {
            let none = libc::sched_param { sched_priority: 0 };
            // Refused, it only takes time from others.
            libc::sched_setscheduler(0, libc::SCHED_IDLE, &none);
            Ok(())
        });
    }
    #[cfg(not(target_os = "linux"))]
    let _ = command;
}

/// A port that was free a moment ago.
async fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0))
        .await
        .context("no port is free for the driver")?;
    Ok(listener.local_addr()?.port())
}

/// Whether the browser's sandbox would refuse to start.
fn is_root() -> bool {
    std::process::Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_free_port_can_be_listened_on() {
        let port = free_port().await.unwrap();
        TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    }
}
