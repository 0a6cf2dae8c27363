//! The browser's driver: a process of its own that a session is asked of.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
}

impl Engine {
    /// The engine that the variable `E2E_ENGINE` names.
    pub fn from_environment() -> Result<Self> {
        match std::env::var("E2E_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Ok(Self::Chromium),
            Ok(other) => bail!("E2E_ENGINE={other} is not an engine: there is `chromium`"),
        }
    }

    fn driver(self) -> String {
        match self {
            Self::Chromium => {
                std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned())
            }
        }
    }

    /// What is asked of the driver for a session with a profile folder of its own.
    pub fn capabilities(self, profile: &Path) -> Capabilities {
        match self {
            Self::Chromium => {
                let mut args = vec![
                    "--headless=new".to_owned(),
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
                if is_root() {
                    args.push("--no-sandbox".to_owned());
                }
                let capabilities = json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "args": args,
                        "perfLoggingPrefs": {"enableNetwork": true, "enablePage": false},
                    },
                    "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                });
                match capabilities {
                    Value::Object(capabilities) => capabilities,
                    _ => unreachable!("the literal above is an object"),
                }
            }
        }
    }
}

/// A running driver; it is killed when it is dropped.
#[derive(Debug)]
pub struct Driver {
    /// Where it listens.
    pub url: String,
    _process: Child,
}

impl Driver {
    /// Starts the engine's driver on a free port.
    pub async fn start(engine: Engine) -> Result<Self> {
        let program = engine.driver();
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .ok()
            .with_context(|| {
                format!("{program} does not start: run `cargo xtask test`, which provides it")
            })?;
        let stdout = process
            .stdout
            .take()
            .context("the driver has no output to read")?;
        let mut lines = BufReader::new(stdout).lines();
        let port = async {
            while let Some(line) = lines.next_line().await? {
                if let Some(port) = announced_port(&line) {
                    return Ok(port);
                }
            }
            bail!("{program} ended without naming its port")
        };
        let port = tokio::time::timeout(Duration::from_secs(20), port)
            .await
            .with_context(|| format!("{program} does not name its port"))??;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _process: process,
        })
    }
}

/// The port in `ChromeDriver was started successfully on port 12345.`
fn announced_port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
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

    #[test]
    fn the_port_is_read_from_the_drivers_greeting() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(announced_port(line), Some(40123));
        assert_eq!(announced_port("Starting ChromeDriver 156"), None);
    }
}
