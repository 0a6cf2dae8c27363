//! A display of a test's own, whose picture it can read also while a page draws nothing: the framebuffer of an Xvfb.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// How long a display may take to start.
const START_LIMIT: Duration = Duration::from_secs(20);

/// A running display; it ends when it is dropped.
#[derive(Debug)]
pub struct Display {
    /// What the variable `DISPLAY` names it.
    pub name: String,
    // Dropped before its folder.
    _process: Child,
    folder: TempDir,
}

impl Display {
    /// Starts a display.
    pub async fn start() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .args(["1280x900x24", "-fbdir"])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("there is no Xvfb: run `cargo xtask test`, which provides it")?;
        let number = process.stdout.take().context("it says its number")?;
        let mut number = BufReader::new(number).lines();
        let number = tokio::time::timeout(START_LIMIT, number.next_line())
            .await
            .context("the display does not start")??
            .context("the display does not say its number")?;
        Ok(Self {
            name: format!(":{}", number.trim()),
            _process: process,
            folder,
        })
    }

    /// How many of its pixels have this colour, given as red, green and blue.
    ///
    /// # Errors
    ///
    /// If the picture is not one of the X Window System's dumps with 32 bits a pixel, blue first.
    pub fn count(&self, [red, green, blue]: [u8; 3]) -> Result<usize> {
        let picture = std::fs::read(self.folder.path().join("Xvfb_screen0"))?;
        let word = |nth: usize| -> Result<usize> {
            let bytes = picture
                .get(4 * nth..4 * nth + 4)
                .context("it is too short")?;
            Ok(u32::from_be_bytes(bytes.try_into()?) as usize)
        };
        // As `XWDFile.h` has it: the header's size, the bits of a pixel, the number of colours.
        let (header, bits, colours) = (word(0)?, word(11)?, word(19)?);
        ensure!(bits == 32, "a pixel has {bits} bits");
        let pixels = picture.get(header + 12 * colours..).unwrap_or_default();
        let wanted = |pixel: &&[u8]| pixel[..3] == [blue, green, red];
        Ok(pixels.chunks_exact(4).filter(wanted).count())
    }
}
