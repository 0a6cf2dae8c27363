//! A pulse of the test's own in the page: how late its timer comes, how many frames it sees.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::session::Session;

/// The period of the timer, in milliseconds.
const PERIOD: u32 = 5;

/// A stretch of the page's own time, in milliseconds since it was opened.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Span {
    /// The beginning.
    pub from: f64,
    /// The end.
    pub to: f64,
}

/// What the pulse saw of a span.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Beat {
    /// The largest gap between two ticks, less the period, in milliseconds.
    pub lateness: f64,
    /// How many frames were drawn.
    pub frames: f64,
    /// How long the span was, in milliseconds.
    pub length: f64,
}

impl Beat {
    /// Frames a second.
    pub fn frame_rate(&self) -> f64 {
        self.frames / self.length * 1000.0
    }
}

impl Session {
    /// Installs the pulse in the page that is open.
    pub async fn start_heartbeat(&self) -> Result<()> {
        self.script("e2e.startHeartbeat(arguments[0])", vec![json!(PERIOD)])
            .await
            .map(drop)
    }

    /// What the pulse saw of a span, once it has beaten after the end of it.
    pub async fn beat(&self, span: Span) -> Result<Beat> {
        let beat = self
            .async_script(
                "const [from, to, period] = arguments;
                const next = () => new Promise((resolve) => setTimeout(resolve, period));
                while (!(e2e.ticks.at(-1) > to)) await next();
                const { ticks, frames } = e2e;
                let gap = 0;
                for (let i = 1; i < ticks.length; i++) {
                    if (ticks[i] > from && ticks[i - 1] < to) gap = Math.max(gap, ticks[i] - ticks[i - 1]);
                }
                return {
                    lateness: gap - period,
                    frames: frames.filter((frame) => frame >= from && frame <= to).length,
                    length: to - from,
                };",
                vec![json!(span.from), json!(span.to), json!(PERIOD)],
            )
            .await?;
        Ok(serde_json::from_value(beat)?)
    }
}
