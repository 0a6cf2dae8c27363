//! Browsers and their drivers: which there are, where they lie, how they are had.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context, Error, Result, bail};

use crate::{sh, tools};

/// Runs a command on a display of its own, which ends with it.
const XVFB_RUN: &str = "xvfb-run";

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    /// Chromium or Chrome, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK in its own small browser, driven by WebKitWebDriver.
    WebKit,
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match Self::ALL.iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(*engine),
            None => bail!(
                "There is no engine `{name}`; there are {}.",
                Self::ALL.map(Self::name).join(", ")
            ),
        }
    }
}

impl Engine {
    /// All engines, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name that the user and the tests know the engine by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// One of these has to be there beside the driver.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "chrome"],
            Self::Firefox => &["firefox", "firefox-esr"],
            // Its browser comes with the driver and has no headless mode.
            Self::WebKit => &[XVFB_RUN],
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The variable that names the driver, here and in the tests.
    fn driver_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::WebKit => "WEBKITDRIVER",
        }
    }

    /// The packages of a distribution, by the `ID` of its `/etc/os-release`.
    fn packages(self, distribution: &str) -> Option<&'static [&'static str]> {
        match (self, distribution) {
            (Self::Chromium, "debian") => Some(&["chromium", "chromium-driver", "xvfb"]),
            (Self::Chromium, "ubuntu") => {
                Some(&["chromium-browser", "chromium-chromedriver", "xvfb"])
            }
            (Self::Firefox, "debian") => Some(&["firefox-esr"]),
            (Self::Firefox, "ubuntu") => Some(&["firefox"]),
            (Self::WebKit, "debian" | "ubuntu") => Some(&["webkit2gtk-driver", "xvfb", "xauth"]),
            _ => None,
        }
    }

    /// The same cargo that runs this tool, told which engine to test in, on a display where that needs one.
    pub fn cargo(self, root: &Path, driver: &Path) -> Command {
        let mut cargo = sh::cargo(root);
        if self == Self::WebKit {
            let mut on_a_display = sh::command(root, XVFB_RUN);
            on_a_display
                .arg("--auto-servernum")
                .arg(cargo.get_program());
            cargo = on_a_display;
        }
        cargo
            .env(self.driver_variable(), driver)
            .env("E2E_ENGINE", self.name());
        cargo
    }

    /// The driver, where both it and the browser are there.
    fn find(self, root: &Path) -> Result<Option<PathBuf>> {
        let has_browser = self
            .programs()
            .iter()
            .any(|program| sh::which(program).is_some());
        // One test in Chromium looks at what a display shows.
        let has_display =
            self != Self::Chromium || !cfg!(target_os = "linux") || sh::which("Xvfb").is_some();
        if !has_browser || !has_display {
            return Ok(None);
        }
        match (std::env::var_os(self.driver_variable()), self) {
            (Some(named), _) => Ok(Some(named.into())),
            (None, Self::Firefox) => tools::geckodriver(root).map(Some),
            (None, Self::Chromium | Self::WebKit) => Ok(sh::which(self.driver())),
        }
    }

    /// Provides the browser and its driver, and says where the driver is.
    pub fn provide(self, root: &Path) -> Result<PathBuf> {
        if let Some(driver) = self.find(root)? {
            return Ok(driver);
        }
        let distribution =
            distribution(&std::fs::read_to_string("/etc/os-release").unwrap_or_default());
        let advice = match self.packages(&distribution) {
            Some(packages) => format!("install them: sudo apt-get install {}", packages.join(" ")),
            None => format!(
                "install them, or name the driver in the variable {}",
                self.driver_variable()
            ),
        };
        let missing = format!(
            "the tests need {}, {} and, on Linux, Xvfb: {advice}",
            self.programs()[0],
            self.driver()
        );
        match self.packages(&distribution) {
            Some(packages) if is_root() && sh::which("apt-get").is_some() => {
                eprintln!("    installing {}", packages.join(" "));
                let mut update = sh::command(root, "apt-get");
                sh::run(update.args(["update", "--quiet=2"]), &missing)?;
                let mut install = sh::command(root, "apt-get");
                install
                    .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
                    .args(packages)
                    .env("DEBIAN_FRONTEND", "noninteractive");
                sh::run(&mut install, &missing)?;
            }
            _ => bail!("{missing}"),
        }
        self.find(root)?.context(missing)
    }
}

/// The `ID` in the text of `/etc/os-release`.
fn distribution(os_release: &str) -> String {
    os_release
        .lines()
        .find_map(|line| line.strip_prefix("ID="))
        .unwrap_or_default()
        .trim_matches('"')
        .to_owned()
}

fn is_root() -> bool {
    sh::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_found_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(engine.name().parse::<Engine>().unwrap(), engine);
        }
        let error = "netscape".parse::<Engine>().unwrap_err().to_string();
        assert!(error.contains("chromium, firefox, webkit"), "{error}");
    }

    #[test]
    fn the_distribution_is_read_with_or_without_quotes() {
        assert_eq!(distribution("NAME=\"Debian\"\nID=debian\n"), "debian");
        assert_eq!(
            distribution("VERSION_ID=\"24.04\"\nID=\"ubuntu\"\n"),
            "ubuntu"
        );
        assert_eq!(distribution(""), "");
    }
}
