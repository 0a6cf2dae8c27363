//! From recordings to shapes: one strip per arm, all on one time scale, nothing drawn that was not recorded.

use crate::recording::{FELT, Recording, Span};
use std::fmt::Write;

/// What is shown before an arm begins, in milliseconds.
const LEAD: f64 = 60.0;

/// What is shown after the longest arm has ended, in milliseconds.
const TAIL: f64 = 60.0;

/// How many wakes are drawn as arrows at the most.
const ARROWS: usize = 30;

/// The lengths that rulers may mark, in milliseconds.
const RULERS: [f64; 7] = [16.7, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0];

/// The common time scale of a run's strips.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    length: f64,
}

impl Scale {
    /// The scale on which the longest of the recordings fits.
    pub fn over<'a>(recordings: impl Iterator<Item = &'a Recording>) -> Self {
        let longest = recordings
            .map(|one| one.end - one.begin)
            .fold(0.0, f64::max);
        Self {
            length: LEAD + longest + TAIL,
        }
    }

    /// Where a time since the arm's begin lies, in percent of the strip's width.
    fn place(self, since: f64) -> f64 {
        (since + LEAD) / self.length * 100.0
    }

    /// The distance between rulers: the smallest that leaves room for their labels.
    fn ruler(self) -> f64 {
        let fits = |ruler: &f64| self.length / ruler <= 4.0;
        RULERS
            .into_iter()
            .find(fits)
            .unwrap_or(RULERS[RULERS.len() - 1])
    }

    /// The times of the rulers, in milliseconds since the arm's begin.
    fn rulers(self) -> impl Iterator<Item = f64> {
        let ruler = self.ruler();
        (0..)
            .map(move |n| f64::from(n) * ruler)
            .take_while(move |at| *at <= self.length - LEAD)
    }
}

/// The axis above the strips, as SVG.
pub fn axis(scale: Scale) -> String {
    let mut svg = String::from("<svg class=\"axis\" aria-hidden=\"true\">");
    for at in scale.rulers() {
        let label = trace::format::with_unit(at, "ms");
        let _ = write!(
            svg,
            "<text x=\"{:.2}%\" y=\"12\">{label}</text>",
            scale.place(at)
        );
    }
    svg + "</svg>"
}

/// The strip of one arm, as SVG: polls, holds, suspensions, frames, clicks and workers' jobs.
pub fn strip(recording: &Recording, scale: Scale) -> String {
    let jobs = recording.jobs();
    let height = if jobs.is_empty() { 44 } else { 58 };
    let mut strip = Strip {
        svg: String::new(),
        scale,
        origin: recording.begin,
    };
    for at in scale.rulers() {
        strip.line("ruler", recording.begin + at, 0, height);
    }

    let polls = recording.polls();
    for pair in polls.windows(2) {
        strip.stripes(
            "waiting",
            Span {
                begin: pair[0].end,
                end: pair[1].begin,
            },
        );
    }
    // A callback holds the page too, and is no poll; the heartbeat tells.
    for felt in felt_holds(recording) {
        let whole = Span {
            begin: felt.begin - FELT,
            end: felt.end,
        };
        strip.bar("busy", whole, 12, 16);
    }
    for poll in &polls {
        strip.bar("busy", *poll, 12, 16);
    }
    for felt in felt_holds(recording) {
        strip.stripes("felt", felt);
    }
    let wakes = recording.wakes();
    // Arrows a few pixels apart are a blur; the words tell how many there are.
    if wakes.len() <= ARROWS {
        for (wake, poll) in wakes {
            strip.arrow(wake, poll);
        }
    }
    for job in &jobs {
        strip.bar("job", *job, 44, 10);
    }
    for &frame in &recording.frames {
        strip.line("frame", frame, 32, 6);
    }
    for &(at, heard) in &recording.clicks {
        strip.click(at, heard);
    }
    format!(
        "<svg class=\"strip\" height=\"{height}\" aria-hidden=\"true\">{}</svg>",
        strip.svg
    )
}

/// The parts past [`FELT`] of the holds that began with the arm, up to its end; others may hold the page before and after.
fn felt_holds(recording: &Recording) -> Vec<Span> {
    let holds = recording.holds(FELT).into_iter().map(|hold| Span {
        begin: hold.begin + FELT,
        end: hold.end.min(recording.end),
    });
    holds
        .filter(|felt| felt.end > felt.begin && felt.begin >= recording.begin)
        .collect()
}

/// What a strip shows, in words.
pub fn in_words(recording: &Recording) -> String {
    use trace::format::with_unit;
    let polls = recording.polls();
    let longest = polls
        .iter()
        .map(|poll| poll.end - poll.begin)
        .fold(0.0, f64::max);
    let mut words = format!(
        "{}, the longest of {}",
        with_unit(
            polls.len() as f64,
            if polls.len() == 1 { "poll" } else { "polls" }
        ),
        with_unit(longest, "ms"),
    );
    let held = felt_holds(recording).into_iter();
    if let Some(longest) = held
        .map(|felt| felt.end - felt.begin + FELT)
        .reduce(f64::max)
    {
        let _ = write!(
            words,
            "; the page was held for {}",
            with_unit(longest, "ms")
        );
    }
    let wakes = recording.wakes().len();
    if wakes > 0 {
        let _ = write!(words, "; woken {}", with_unit(wakes as f64, "times"));
    }
    if let [job, ..] = recording.jobs()[..] {
        let _ = write!(
            words,
            "; a worker was busy for {}",
            with_unit(job.end - job.begin, "ms")
        );
    }
    let waits = recording.clicks.iter().map(|(at, heard)| heard - at);
    if let Some(slowest) = waits.reduce(f64::max) {
        let _ = write!(
            words,
            "; your slowest click waited {}",
            with_unit(slowest, "ms")
        );
    }
    if recording.full {
        words.push_str("; the recorder was full before the end");
    }
    words
}

struct Strip {
    svg: String,
    scale: Scale,
    origin: f64,
}

impl Strip {
    fn place(&self, at: f64) -> f64 {
        self.scale.place(at - self.origin).clamp(0.0, 100.0)
    }

    fn bar(&mut self, class: &str, span: Span, y: u32, height: u32) {
        let (x, end) = (self.place(span.begin), self.place(span.end));
        let width = end - x;
        let _ = write!(
            self.svg,
            "<rect class=\"{class}\" x=\"{x:.2}%\" y=\"{y}\" width=\"{width:.2}%\" height=\"{height}\"/>"
        );
    }

    /// A line along the middle of the bars, which its class makes as thick as they are and dashes.
    fn stripes(&mut self, class: &str, span: Span) {
        let (x, end) = (self.place(span.begin), self.place(span.end));
        let _ = write!(
            self.svg,
            "<line class=\"{class}\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"20\" y2=\"20\"/>"
        );
    }

    fn line(&mut self, class: &str, at: f64, y: u32, height: u32) {
        let shown = self.scale.place(at - self.origin);
        if !(0.0..=100.0).contains(&shown) {
            return;
        }
        let end = y + height;
        let _ = write!(
            self.svg,
            "<line class=\"{class}\" x1=\"{shown:.2}%\" x2=\"{shown:.2}%\" y1=\"{y}\" y2=\"{end}\"/>"
        );
    }

    /// An arrow from a wake to the poll that it causes; the head is drawn at the poll.
    fn arrow(&mut self, wake: f64, poll: f64) {
        let (x, end) = (self.place(wake), self.place(poll));
        let _ = write!(
            self.svg,
            "<line class=\"wake\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"3\" y2=\"9\"/><svg class=\"at\" x=\"{end:.2}%\"><path class=\"head\" d=\"M-2.5 7.5h5l-2.5 4z\"/></svg>"
        );
    }

    fn click(&mut self, at: f64, heard: f64) {
        let (x, end) = (self.place(at), self.place(heard));
        let _ = write!(
            self.svg,
            "<line class=\"wait\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"6\" y2=\"6\"/><circle class=\"click\" cx=\"{x:.2}%\" cy=\"6\" r=\"4\"/>"
        );
        // A label needs room; a short wait is told in words and in the witness strip.
        if end - x > 25.0 {
            let middle = (x + end) / 2.0;
            let waited = trace::format::with_unit(heard - at, "ms");
            let _ = write!(
                self.svg,
                "<text class=\"waited\" x=\"{middle:.2}%\" y=\"10\">your click waited {waited}</text>"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use trace::recorder::{Event, Kind};

    fn freeze() -> Recording {
        Recording {
            begin: 1000.0,
            end: 2500.0,
            beats: vec![998.0, 2501.0],
            frames: vec![990.0, 2505.0],
            clicks: vec![(1400.0, 2502.0)],
            events: vec![
                Event {
                    at: 1000.0,
                    kind: Kind::PollBegin,
                    task: 0,
                    during: None,
                },
                Event {
                    at: 2500.0,
                    kind: Kind::PollReady,
                    task: 0,
                    during: None,
                },
            ],
            ..Recording::default()
        }
    }

    #[test]
    fn a_freeze_is_a_poll_and_a_hold_that_is_felt_after_50_ms_and_a_click_that_waits() {
        let recording = freeze();
        let svg = strip(&recording, Scale::over([&recording].into_iter()));
        assert_eq!(svg.matches("class=\"busy\"").count(), 2);
        assert_eq!(svg.matches("class=\"felt\"").count(), 1);
        assert_eq!(svg.matches("class=\"frame\"").count(), 2);
        assert!(svg.contains("your click waited 1,102 ms"));
    }

    #[test]
    fn nothing_is_drawn_without_an_event() {
        let recording = Recording {
            begin: 0.0,
            end: 100.0,
            ..Recording::default()
        };
        let svg = strip(&recording, Scale::over([&recording].into_iter()));
        for class in ["busy", "felt", "frame", "job", "wait", "click"] {
            assert!(!svg.contains(&format!("class=\"{class}\"")), "{class}");
        }
    }

    #[test]
    fn rulers_leave_room_for_their_labels() {
        let scale = |length| Scale { length };
        assert_eq!(scale(1620.0).ruler(), 500.0);
        assert_eq!(scale(320.0).ruler(), 100.0);
        assert_eq!(scale(60_000.0).ruler(), 2000.0);
    }

    #[test]
    fn a_strip_is_told_in_words() {
        let words = in_words(&freeze());
        assert_eq!(
            words,
            "1 poll, the longest of 1,500 ms; the page was held for 1,497 ms; your slowest click waited 1,102 ms"
        );
    }
}
