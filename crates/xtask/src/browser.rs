//! Browsers and their drivers: which there are, where they lie, how they are had.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Error, Result, bail};

use crate::sh;

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    /// Chromium or Chrome, driven by chromedriver.
    Chromium,
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            _ => bail!("There is no engine `{name}`; there is `chromium`."),
        }
    }
}

impl Engine {
    /// The name that the tests know the engine by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
        }
    }

    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "chrome"],
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
        }
    }

    /// The variable that names the driver, here and to `wasm-bindgen-test-runner`.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
        }
    }

    /// The packages of a distribution, by the `ID` of its `/etc/os-release`.
    fn packages(self, distribution: &str) -> Option<&'static [&'static str]> {
        match (self, distribution) {
            (Self::Chromium, "debian") => Some(&["chromium", "chromium-driver"]),
            (Self::Chromium, "ubuntu") => Some(&["chromium-browser", "chromium-chromedriver"]),
            _ => None,
        }
    }

    /// The driver, where both it and the browser are there.
    fn find(self) -> Option<PathBuf> {
        let driver = std::env::var_os(self.driver_variable())
            .map(PathBuf::from)
            .or_else(|| sh::which(self.driver()))?;
        self.programs()
            .iter()
            .any(|program| sh::which(program).is_some())
            .then_some(driver)
    }

    /// Provides the browser and its driver, and says where the driver is.
    pub fn provide(self, root: &Path) -> Result<PathBuf> {
        if let Some(driver) = self.find() {
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
            "the tests need {} and {}: {advice}",
            self.name(),
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
        self.find().context(missing)
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
    sh::output(std::process::Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

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
