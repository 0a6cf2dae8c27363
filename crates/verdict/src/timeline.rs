//! From recordings to shapes: one drawing per variant, all on one time scale, nothing drawn that was not recorded.

use crate::declaration::is_default;
use crate::format::{number, precise, with_unit};
use crate::items::{ARROW, BAR, OWN, Rows, THIN, TICK, stalls};
use crate::recording::{FELT, Input, OWN_TASK, Recording, Span};
use crate::stats;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is shown after the longest variant has ended, as a share of its length; all begin at the left edge.
const MARGIN: f64 = 0.03;

/// The shortest stretch that can be zoomed into, in milliseconds.
const SHORTEST: f64 = 2.0;

/// What is narrower than this shows no hatching, in the units of [`WIDTH`].
const PIXEL: f64 = 1.0;

/// What is smaller than this cannot be seen, in the units of [`WIDTH`].
const SPECK: f64 = 0.1;

/// What is nearer to what came before is one with it where the whole is shown, in those units.
const MERGED: f64 = 0.5;

/// How many wakes are drawn as arrows at the most.
const ARROWS: usize = 30;

/// The lengths that rulers may mark, in milliseconds.
const RULERS: [f64; 10] = [
    0.5, 1.0, 5.0, 16.7, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0,
];

/// The width of a drawing in the units in which its bars and ticks are drawn.
const WIDTH: f64 = 1000.0;

/// The distance that two things must have to be seen apart, in those units: four pixels and more.
const APART: f64 = 6.0;

/// What is narrower than this is drawn as a tick of a width that can be seen, in those units.
const BRIEF: f64 = 4.0;

/// Frames that are usually nearer to each other are a band, in those units: on a phone that is four pixels.
const BAND: f64 = 12.0;

/// From how many times the usual distance on two frames have a gap between them.
const GAP: f64 = 2.2;

/// How many kinds of things the legend names at the most.
const KINDS: usize = 5;

/// The stretch of time that all timelines of a run show, in milliseconds since each variant's begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    whole: Span,
    shown: Span,
}

impl Scale {
    /// The scale on which all of these fit.
    pub fn of<'a>(timelines: impl Iterator<Item = &'a Timeline>) -> Self {
        let longest = timelines.map(|one| one.length).fold(0.0, f64::max);
        let whole = Span {
            begin: 0.0,
            end: (longest * (1.0 + MARGIN)).max(SHORTEST),
        };
        Self {
            whole,
            shown: whole,
        }
    }

    /// The scale that shows a stretch `factor` times as long; what is at the share `around` of the width stays there.
    pub fn zoomed(self, factor: f64, around: f64) -> Self {
        let length = (self.shown.length() * factor).clamp(SHORTEST, self.whole.length());
        self.showing(self.time(around) - length * around, length)
    }

    /// The scale moved by a share of what it shows.
    pub fn moved(self, by: f64) -> Self {
        let length = self.shown.length();
        self.showing(self.shown.begin + by * length, length)
    }

    /// The scale moved so far that a stretch can be seen, at least its begin.
    pub fn revealing(self, span: Span) -> Self {
        let inside = span.end > self.shown.begin && span.begin < self.shown.end;
        if inside {
            return self;
        }
        let length = self.shown.length();
        self.showing(span.begin - length / 4.0, length)
    }

    /// The scale that shows everything.
    pub fn whole(self) -> Self {
        Self {
            shown: self.whole,
            ..self
        }
    }

    /// Whether a part is shown, and not the whole.
    pub fn is_zoomed(self) -> bool {
        self.shown != self.whole
    }

    /// The time at a share of the width, in milliseconds since the variant's begin.
    pub fn time(self, share: f64) -> f64 {
        self.shown.begin + share * self.shown.length()
    }

    /// Where a time since the variant's begin lies, as a share of the width.
    pub fn share(self, since: f64) -> f64 {
        (since - self.shown.begin) / self.shown.length()
    }

    fn showing(self, begin: f64, length: f64) -> Self {
        let latest = (self.whole.end - length).max(self.whole.begin);
        let begin = begin.clamp(self.whole.begin, latest);
        let end = begin + length;
        Self {
            shown: Span { begin, end },
            ..self
        }
    }

    /// The distance between rulers: the smallest that leaves room for their labels.
    fn ruler(self) -> f64 {
        let fits = |ruler: &f64| self.shown.length() / ruler <= 4.0;
        RULERS
            .into_iter()
            .find(fits)
            .unwrap_or(RULERS[RULERS.len() - 1])
    }

    /// The times of the rulers, in milliseconds since the variant's begin.
    fn rulers(self) -> impl Iterator<Item = f64> {
        let ruler = self.ruler();
        let first = (self.shown.begin.max(0.0) / ruler).ceil();
        (0..)
            .map(move |n| (first + f64::from(n)) * ruler)
            .take_while(move |at| *at <= self.shown.end)
    }
}

/// The axis above the timelines, as SVG.
pub fn axis(scale: Scale) -> String {
    let mut svg = String::from("<svg class=\"axis\" aria-hidden=\"true\">");
    for at in scale.rulers() {
        let share = scale.share(at);
        // A label at an edge would be cut off if it stood in the middle of its ruler.
        let side = match share {
            ..0.05 => "first",
            0.93.. => "last",
            _ => "",
        };
        let label = if scale.ruler() < 50.0 && at > 0.0 {
            precise(at)
        } else {
            number(at)
        };
        let _ = write!(
            svg,
            "<text class=\"{side}\" x=\"{:.2}%\" y=\"12\">{label} ms</text>",
            share * 100.0
        );
    }
    svg + "</svg>"
}

/// What is drawn of one variant, in milliseconds since its begin.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Timeline {
    /// How long it took.
    length: f64,
    /// The tasks that have a row; the variant's own future comes first.
    tasks: Vec<Row>,
    #[serde(skip_serializing_if = "is_default")]
    more_tasks: usize,
    /// When the page stalled for long enough to be felt.
    #[serde(skip_serializing_if = "is_default")]
    stalls: Vec<Span>,
    #[serde(skip_serializing_if = "is_default")]
    frames: Vec<f64>,
    /// When the worker that watches the page beat, where there is one.
    #[serde(skip_serializing_if = "is_default")]
    outside: Option<Vec<f64>>,
    /// The jobs of each worker that has a row.
    #[serde(skip_serializing_if = "is_default")]
    workers: Vec<Vec<Span>>,
    #[serde(skip_serializing_if = "is_default")]
    more_workers: usize,
    /// What the reader did.
    #[serde(skip_serializing_if = "is_default")]
    inputs: Vec<Input>,
}

/// What is drawn of a task.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
struct Row {
    #[serde(skip_serializing_if = "is_default")]
    name: String,
    /// Its polls.
    #[serde(skip_serializing_if = "is_default")]
    polls: Vec<Span>,
    #[serde(skip_serializing_if = "is_default")]
    waits: Vec<Span>,
    /// From each wake to the poll that it caused.
    #[serde(skip_serializing_if = "is_default")]
    wakes: Vec<Span>,
    #[serde(skip_serializing_if = "is_default")]
    dropped: Option<f64>,
}

impl Timeline {
    /// What is drawn of a recording.
    pub fn of(recording: &Recording) -> Self {
        let origin = recording.begin;
        let since = |span: Span| Span {
            begin: span.begin - origin,
            end: span.end - origin,
        };
        let rows = Rows::of(recording);
        let row = |&(task, _): &(u32, u32)| Row {
            name: recording
                .task(task)
                .map_or_else(String::new, |task| task.name.clone()),
            polls: recording
                .polls(task)
                .iter()
                .map(|poll| since(poll.span))
                .collect(),
            waits: recording.waits(task).into_iter().map(since).collect(),
            wakes: recording
                .wakes(task)
                .iter()
                .map(|wake| since([wake.at, wake.poll].into()))
                .collect(),
            dropped: recording.dropped(task).map(|at| at - origin),
        };
        let jobs = recording.jobs();
        let own = |&(worker, _): &(u32, u32)| {
            let own = jobs.iter().filter(|(number, _)| *number == worker);
            own.map(|(_, span)| since(*span)).collect()
        };
        let numbers: BTreeSet<u32> = jobs.iter().map(|(worker, _)| *worker).collect();
        let input = |input: &Input| Input {
            at: input.at - origin,
            heard: input.heard - origin,
            key: input.key,
        };
        Self {
            length: recording.span().length(),
            tasks: rows.tasks.iter().map(row).collect(),
            more_tasks: recording.tasks_left_out(),
            stalls: stalls(recording).into_iter().map(since).collect(),
            frames: recording.frames.iter().map(|at| at - origin).collect(),
            outside: recording
                .outside
                .as_ref()
                .map(|beats| beats.iter().map(|(at, _)| at - origin).collect()),
            workers: rows.workers.iter().map(own).collect(),
            more_workers: numbers.len() - rows.workers.len(),
            inputs: recording.inputs.iter().map(input).collect(),
        }
    }

    /// The same without what cannot be seen on a scale that shows the whole run.
    pub fn reduced(mut self, scale: Scale) -> Self {
        let unit = scale.whole.length() / WIDTH;
        let digits = match unit {
            1.0.. => 2.0,
            0.1.. => 10.0,
            _ => 100.0,
        };
        let round = |at: f64| (at * digits).round() / digits;
        let rounded = |span: &Span| Span::from([round(span.begin), round(span.end)]);
        let merged = |spans: &[Span]| -> Vec<Span> {
            merged(spans, MERGED * unit).iter().map(rounded).collect()
        };
        let apart = |times: &[f64], apart: f64| {
            let mut kept: Vec<f64> = Vec::new();
            for &at in times {
                if kept.last().is_none_or(|last| at - last >= apart * unit) {
                    kept.push(round(at));
                }
            }
            kept
        };
        for row in &mut self.tasks {
            row.polls = merged(&row.polls);
            row.waits.retain(|wait| wait.length() >= PIXEL * unit);
            row.waits = row.waits.iter().map(rounded).collect();
            if row.wakes.len() > ARROWS {
                row.wakes.clear();
            }
            row.wakes = row.wakes.iter().map(rounded).collect();
            row.dropped = row.dropped.map(round);
        }
        self.length = round(self.length);
        self.stalls = self.stalls.iter().map(rounded).collect();
        self.frames = apart(&self.frames, MERGED);
        self.outside = self.outside.map(|beats| apart(&beats, APART));
        self.workers = self.workers.iter().map(|jobs| merged(jobs)).collect();
        self
    }

    fn rows(&self) -> Rows {
        let count = |rows: usize| 0..u32::try_from(rows).unwrap_or(u32::MAX);
        let named = |number| {
            let task = self.tasks.get(number as usize);
            (number, task.map_or("", |task| task.name.as_str()))
        };
        Rows::with(
            count(self.tasks.len()).skip(1).map(named),
            self.more_tasks,
            count(self.workers.len()),
            self.more_workers,
        )
    }

    /// The height of the drawing, in pixels.
    pub fn height(&self) -> u32 {
        self.rows().height
    }

    /// The drawing, as SVG: polls, stalls and waits of each task, wakes, frames, what the reader did, and workers' jobs; `stall` is the figure of the longest stall, and `with_beats` adds the worker that watches.
    pub fn svg(&self, scale: Scale, stall: f64, with_beats: bool) -> String {
        let rows = self.rows();
        let beats = self.outside.as_ref().filter(|_| with_beats);
        let height = rows.height + if beats.is_some() { TICK + 2 } else { 0 };
        let mut drawing = Drawing {
            svg: String::new(),
            scale,
        };
        for at in scale.rulers() {
            let x = scale.share(at) * 100.0;
            let _ = write!(
                drawing.svg,
                "<line class=\"ruler\" x1=\"{x:.2}%\" x2=\"{x:.2}%\" y2=\"{height}\"/>"
            );
        }
        for (task, &(number, top)) in self.tasks.iter().zip(&rows.tasks) {
            let tall = if number == OWN_TASK { BAR } else { THIN };
            for wait in &task.waits {
                drawing.wait(*wait, top + tall / 2);
            }
            // Thousands of polls are one bar, which zooming in takes apart.
            let polls = merged(&task.polls, MERGED / WIDTH * scale.shown.length());
            let is_brief = |span: &&Span| drawing.width(**span) < BRIEF;
            let brief: Vec<f64> = polls.iter().filter(is_brief).map(|it| it.begin).collect();
            let mut busy = polls;
            if number == OWN_TASK {
                // A callback stalls the page too, and is no poll; the heartbeat tells.
                busy.extend(&self.stalls);
            }
            drawing.bars("busy", &busy, top, tall, height);
            drawing.ticks("brief", &brief, top, tall, height, PIXEL);
            if scale.is_zoomed() {
                let begins: Vec<f64> = task.polls.iter().map(|span| span.begin).collect();
                drawing.ticks("edge", &begins, top, tall, height, APART);
            }
        }
        let lengths = self.stalls.iter().map(|stall| stall.length());
        let longest = lengths.fold(0.0, f64::max);
        for one in &self.stalls {
            drawing.frozen(*one, (one.length() >= longest).then_some(stall));
        }
        for (task, &(_, top)) in self.tasks.iter().zip(&rows.tasks) {
            let wakes: Vec<&Span> = task
                .wakes
                .iter()
                .filter(|wake| drawing.sees(**wake))
                .collect();
            // Arrows a few pixels apart are a blur; zooming in tells them apart.
            if wakes.len() <= ARROWS {
                for wake in wakes {
                    drawing.arrow(*wake, top - ARROW);
                }
            }
            if let Some(at) = task.dropped {
                drawing.cross(at, top + THIN / 2);
            }
        }
        drawing.frames(&self.frames, rows.frames, height);
        for (jobs, &(_, top)) in self.workers.iter().zip(&rows.workers) {
            drawing.bars("job", jobs, top, THIN, height);
        }
        for (name, baseline) in &rows.names {
            drawing.name(name, *baseline);
        }
        let waits = self.inputs.iter().map(|input| input.heard - input.at);
        let slowest = waits.fold(0.0, f64::max);
        for input in &self.inputs {
            drawing.input(*input, rows.frames, input.heard - input.at >= slowest);
        }
        if let Some(beats) = beats {
            drawing.ticks("beat", beats, rows.height, TICK, height, APART);
        }
        format!(
            "<svg class=\"drawing\" height=\"{height}\" aria-hidden=\"true\">{}</svg>",
            drawing.svg
        )
    }
}

/// Spans in the order of time, with those that are nearer to each other than `apart` made one.
fn merged(spans: &[Span], apart: f64) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.begin - last.end < apart => last.end = last.end.max(span.end),
            _ => merged.push(*span),
        }
    }
    merged
}

/// A glyph of the legend, as it is drawn, and its name.
const LEGEND: [(&str, &str); 8] = [
    (
        "<svg><path class=\"busy\" d=\"M0 0h14v10h-14z\"/></svg>",
        "main thread busy",
    ),
    ("<i class=\"felt\"></i>", "frozen past 50 ms"),
    (
        "<svg><line class=\"waiting\" x2=\"14\" y1=\"5\" y2=\"5\"/></svg>",
        "waiting",
    ),
    (
        "<svg><path class=\"job\" d=\"M0 0h14v10h-14z\"/></svg>",
        "worker busy",
    ),
    (
        "<svg><path class=\"frame\" d=\"M0 2h8v6h-8zM12 2v6\"/></svg>",
        "frames",
    ),
    (
        "<svg><circle class=\"click\" cx=\"7\" cy=\"5\" r=\"4\"/></svg>",
        "your click or key",
    ),
    (
        "<svg><path class=\"dropped\" d=\"M3 1l8 8m0-8l-8 8\"/></svg>",
        "dropped",
    ),
    (
        "<svg><path class=\"head\" d=\"M3 2h8l-4 7z\"/></svg>",
        "woken",
    ),
];

/// The key to these timelines: of what is present, and not more than one can take in.
pub fn legend<'a>(timelines: impl Iterator<Item = &'a Timeline> + Clone) -> String {
    let unit = Scale::of(timelines.clone()).whole.length() / WIDTH;
    let mut present = [false; LEGEND.len()];
    for timeline in timelines {
        let tasks = || timeline.tasks.iter();
        let seen = |wait: &Span| wait.length() >= PIXEL * unit;
        let is_busy = tasks().any(|task| !task.polls.is_empty());
        let here = [
            is_busy || !timeline.stalls.is_empty(),
            !timeline.stalls.is_empty(),
            tasks().any(|task| task.waits.iter().any(seen)),
            !timeline.workers.is_empty(),
            !timeline.frames.is_empty(),
            !timeline.inputs.is_empty(),
            tasks().any(|task| task.dropped.is_some()),
            tasks().any(|task| (1..=ARROWS).contains(&task.wakes.len())),
        ];
        for (present, here) in present.iter_mut().zip(here) {
            *present |= here;
        }
    }
    let entries = LEGEND.iter().zip(present).filter(|(_, present)| *present);
    let entry = |((glyph, name), _): (&(&str, &str), bool)| format!("<span>{glyph}{name}</span>");
    entries.take(KINDS).map(entry).collect()
}

struct Drawing {
    svg: String,
    scale: Scale,
}

impl Drawing {
    /// Where a time lies, as a share of the width.
    fn share(&self, at: f64) -> f64 {
        self.scale.share(at)
    }

    /// How wide a stretch is, in the units of [`WIDTH`].
    fn width(&self, span: Span) -> f64 {
        (self.share(span.end) - self.share(span.begin)) * WIDTH
    }

    /// Whether some of a stretch is shown.
    fn sees(&self, span: Span) -> bool {
        self.share(span.end) >= 0.0 && self.share(span.begin) <= 1.0
    }

    /// Where what is seen of a stretch lies, in percent of the width.
    fn percent(&self, span: Span) -> Option<(f64, f64)> {
        let clamp = |at| self.share(at).clamp(0.0, 1.0) * 100.0;
        self.sees(span)
            .then(|| (clamp(span.begin), clamp(span.end)))
    }

    /// One path in units that stretch with the drawing: a thousand bars or ticks are one element.
    fn path(&mut self, class: &str, path: &str, height: u32) {
        if !path.is_empty() {
            let _ = write!(
                self.svg,
                "<svg viewBox=\"0 0 {WIDTH} {height}\" preserveAspectRatio=\"none\"><path class=\"{class}\" d=\"{path}\"/></svg>"
            );
        }
    }

    fn bars(&mut self, class: &str, spans: &[Span], top: u32, height: u32, whole: u32) {
        let mut path = String::new();
        let mut last = f64::NEG_INFINITY;
        for &span in spans {
            if let Some((x, end)) = self.percent(span) {
                let (x, width) = (x / 100.0 * WIDTH, (end - x) / 100.0 * WIDTH);
                // Polls too short to be seen, too near to be told apart.
                if width < SPECK && x - last < SPECK {
                    continue;
                }
                last = x;
                let _ = write!(path, "M{x:.2} {top}h{width:.2}v{height}h-{width:.2}z");
            }
        }
        self.path(class, &path, whole);
    }

    /// Ticks at these moments; of those less than `apart` from the one before only the first.
    fn ticks(&mut self, class: &str, times: &[f64], top: u32, height: u32, whole: u32, apart: f64) {
        let mut path = String::new();
        let mut last = f64::NEG_INFINITY;
        for &at in times {
            let x = self.share(at) * WIDTH;
            if (0.0..=WIDTH).contains(&x) && x - last >= apart {
                last = x;
                let _ = write!(path, "M{x:.1} {top}v{height}");
            }
        }
        self.path(class, &path, whole);
    }

    /// Frames as ticks; where they follow each other closely and as usual they are a band, so that its gaps are gaps.
    fn frames(&mut self, times: &[f64], top: u32, whole: u32) {
        let gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let usual = stats::median(&gaps);
        let is_band = usual / self.scale.shown.length() * WIDTH < BAND;
        let mut path = String::new();
        let mut draw = |begin: f64, end: f64| {
            let [x, end] = [begin, end].map(|x| x.clamp(0.0, WIDTH));
            let _ = match end - x {
                _ if end < begin || x > end => Ok(()),
                width if width > 0.0 => {
                    write!(path, "M{x:.1} {top}h{width:.1}v{TICK}h-{width:.1}z")
                }
                _ if begin == x => write!(path, "M{x:.1} {top}v{TICK}"),
                _ => Ok(()),
            };
        };
        let mut band: Option<(f64, f64)> = None;
        let mut before = f64::NEG_INFINITY;
        for &at in times {
            let x = self.share(at) * WIDTH;
            band = match band {
                Some((begin, _)) if is_band && at - before <= GAP * usual => Some((begin, x)),
                ended => {
                    if let Some((begin, end)) = ended {
                        draw(begin, end);
                    }
                    Some((x, x))
                }
            };
            before = at;
        }
        if let Some((begin, end)) = band {
            draw(begin, end);
        }
        self.path("frame", &path, whole);
    }

    /// What is seen of a stretch, as where it begins and how wide it is in percent of the width; nothing if that is too narrow to be seen.
    ///
    /// Ten thousand waits of a self-waking task would be as many elements, and none of them seen.
    fn wide(&self, span: Span) -> Option<(f64, f64)> {
        let (x, end) = self.percent(span)?;
        (end - x >= PIXEL / WIDTH * 100.0).then_some((x, end - x))
    }

    fn wait(&mut self, span: Span, y: u32) {
        if let Some((x, width)) = self.wide(span) {
            let end = x + width;
            let _ = write!(
                self.svg,
                "<line class=\"waiting\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"{y}\" y2=\"{y}\"/>"
            );
        }
    }

    /// What of a stall is felt, and for how long it lasted where that is a figure and there is room: a label that does not fit into its line goes to the next, out of sight.
    fn frozen(&mut self, stall: Span, lasted: Option<f64>) {
        let felt = Span {
            begin: stall.begin + FELT,
            ..stall
        };
        if let Some((x, width)) = self.wide(felt) {
            let label = lasted.map_or_else(String::new, |lasted| {
                format!("<i></i><b>frozen {}</b>", with_unit(lasted, "ms"))
            });
            let _ = write!(
                self.svg,
                "<foreignObject x=\"{x:.2}%\" y=\"{OWN}\" width=\"{width:.2}%\" height=\"{BAR}\"><div class=\"felt\">{label}</div></foreignObject>"
            );
        }
    }

    /// An arrow from a wake to the poll that it causes; the head is drawn at the poll.
    fn arrow(&mut self, span: Span, top: u32) {
        if let Some((x, end)) = self.percent(span) {
            let (y, neck) = (top, top + ARROW - 3);
            let _ = write!(
                self.svg,
                "<line class=\"wake\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"{y}\" y2=\"{neck}\"/><svg class=\"at\" x=\"{end:.2}%\" y=\"{neck}\"><path class=\"head\" d=\"M-2.5-1h5l-2.5 4z\"/></svg>"
            );
        }
    }

    /// A cross where a task was dropped.
    fn cross(&mut self, at: f64, y: u32) {
        if let Some((x, _)) = self.percent(Span { begin: at, end: at }) {
            let _ = write!(
                self.svg,
                "<svg class=\"at\" x=\"{x:.2}%\" y=\"{y}\"><path class=\"dropped\" d=\"M-4-4l8 8m0-8l-8 8\"/></svg>"
            );
        }
    }

    /// The name of a row, above its left end.
    fn name(&mut self, name: &str, baseline: u32) {
        let name = crate::markup::escape(name);
        let _ = write!(
            self.svg,
            "<text class=\"row\" y=\"{baseline}\">{name}</text>"
        );
    }

    /// What the reader did, in the variant's bar, and below it until when it was not heard: while the page is frozen there are no frames.
    fn input(&mut self, Input { at, heard, key }: Input, frames: u32, is_slowest: bool) {
        let span = Span {
            begin: at,
            end: heard,
        };
        let Some((x, end)) = self.percent(span) else {
            return;
        };
        let (bar, low, label) = (OWN + BAR, frames + TICK / 2, frames + TICK + 2);
        let _ = write!(
            self.svg,
            "<line class=\"wait\" x1=\"{x:.2}%\" x2=\"{end:.2}%\" y1=\"{bar}\" y2=\"{low}\"/>"
        );
        if self.share(at) >= 0.0 {
            let mark = if key {
                "M-4-4h8v8h-8z"
            } else {
                "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
            };
            let _ = write!(
                self.svg,
                "<svg class=\"at\" x=\"{x:.2}%\" y=\"{}\"><path class=\"click\" d=\"{mark}\"/></svg>",
                OWN + BAR / 2
            );
        }
        // A label needs room; a short wait is told in words.
        if is_slowest && end - x > 25.0 {
            let middle = (x + end) / 2.0;
            let what = if key { "key" } else { "click" };
            let waited = with_unit(heard - at, "ms");
            let _ = write!(
                self.svg,
                "<text class=\"waited\" x=\"{middle:.2}%\" y=\"{label}\">your {what} waited {waited}</text>"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use trace::recorder::{Event, Kind};

    fn event(at: f64, kind: Kind) -> Event {
        Event {
            at,
            kind,
            task: OWN_TASK,
            during: None,
        }
    }

    fn freeze() -> Recording {
        Recording {
            begin: 1000.0,
            end: 2500.0,
            beats: vec![998.0, 2501.0],
            frames: vec![990.0, 2505.0],
            outside: Some(vec![(1500.0, 502.0), (2000.0, 1002.0), (2480.0, 1482.0)]),
            inputs: vec![Input {
                at: 1400.0,
                heard: 2502.0,
                key: false,
            }],
            events: vec![
                event(1000.0, Kind::PollBegin),
                event(2500.0, Kind::PollReady),
            ],
            ..Recording::default()
        }
    }

    fn scale(length: f64) -> Scale {
        let whole = Span {
            begin: 0.0,
            end: length,
        };
        Scale {
            whole,
            shown: whole,
        }
    }

    /// The path of a class, or nothing.
    fn path<'a>(svg: &'a str, class: &str) -> &'a str {
        let begin = format!("<path class=\"{class}\" d=\"");
        let rest = svg.split_once(&begin).map_or("", |(_, rest)| rest);
        rest.split_once('"').map_or("", |(path, _)| path)
    }

    #[test]
    fn a_freeze_is_a_poll_and_a_hold_that_is_felt_after_50_ms_and_a_click_that_waits() {
        let recording = freeze();
        let svg = Timeline::of(&recording).svg(
            Scale::of([Timeline::of(&recording)].iter()),
            1498.0,
            true,
        );
        assert_eq!(path(&svg, "busy").matches('M').count(), 2);
        assert_eq!(svg.matches("class=\"felt\"").count(), 1);
        assert!(svg.contains("<b>frozen 1,498 ms</b>"));
        // The one before the begin is out of sight.
        assert_eq!(path(&svg, "frame").matches('M').count(), 1);
        assert_eq!(path(&svg, "beat").matches('M').count(), 3);
        assert!(svg.contains("your click waited 1,102 ms"));
    }

    #[test]
    fn a_bar_lies_where_its_poll_was() {
        let recording = freeze();
        let svg = Timeline::of(&recording).svg(
            Scale::of([Timeline::of(&recording)].iter()),
            1498.0,
            true,
        );
        // 45 ms after 1,500 ms: 970.87 of 1,000 parts.
        assert!(path(&svg, "busy").starts_with("M0.00 8h970.87v24"), "{svg}");
    }

    #[test]
    fn nothing_is_drawn_without_an_event() {
        let recording = Recording {
            begin: 0.0,
            end: 100.0,
            ..Recording::default()
        };
        let svg = Timeline::of(&recording).svg(
            Scale::of([Timeline::of(&recording)].iter()),
            1498.0,
            true,
        );
        for class in ["busy", "felt", "frame", "beat", "job", "wait", "click"] {
            assert!(!svg.contains(&format!("class=\"{class}\"")), "{class}");
        }
    }

    #[test]
    fn what_is_out_of_sight_is_not_drawn() {
        let recording = freeze();
        let scale = Scale::of([Timeline::of(&recording)].iter()).zoomed(0.01, 1.0);
        let svg = Timeline::of(&recording).svg(scale, 1498.0, true);
        assert_eq!(path(&svg, "busy"), "");
        assert_eq!(path(&svg, "beat"), "");
        assert!(!svg.contains("class=\"felt\""));
    }

    #[test]
    fn wakes_that_are_a_blur_become_arrows_when_zoomed_in() {
        let mut recording = freeze();
        recording.events = (0..200)
            .flat_map(|n| {
                let at = 1000.0 + 7.0 * f64::from(n);
                [
                    event(at, Kind::PollBegin),
                    event(at + 5.0, Kind::PollPending),
                    event(at + 6.0, Kind::Wake),
                ]
            })
            .collect();
        let scale = Scale::of([Timeline::of(&recording)].iter());
        let arrows = |scale| {
            Timeline::of(&recording)
                .svg(scale, 0.0, false)
                .matches("class=\"head\"")
                .count()
        };
        assert_eq!(arrows(scale), 0);
        assert!((5..=ARROWS).contains(&arrows(scale.zoomed(0.05, 0.5))));
    }

    #[test]
    fn close_frames_are_a_band_and_a_missing_one_is_a_gap() {
        let mut recording = freeze();
        recording.frames = (0..90)
            .filter(|n| !(40..45).contains(n))
            .map(|n| 1000.0 + 10.0 * f64::from(n))
            .collect();
        let svg = Timeline::of(&recording).svg(scale(1500.0), 0.0, false);
        let frames = path(&svg, "frame");
        assert_eq!(frames.matches('M').count(), 2, "{frames}");
        assert!(frames.starts_with("M0.0 36h260.0v6"), "{frames}");
        // Nearer by, each frame is a tick of its own.
        let svg = Timeline::of(&recording).svg(scale(500.0), 0.0, false);
        assert_eq!(path(&svg, "frame").matches('M').count(), 46);
    }

    #[test]
    fn the_legend_names_what_is_there_and_no_more() {
        let legend = legend([Timeline::of(&freeze())].iter());
        for (name, is_there) in [("busy", true), ("click", true), ("worker", false)] {
            assert_eq!(legend.contains(name), is_there, "{legend}");
        }
        assert!(legend.matches("<span>").count() <= KINDS);
    }

    #[test]
    fn zooming_keeps_what_is_pointed_at_and_stays_within_the_run() {
        let scale = scale(1600.0);
        let zoomed = scale.zoomed(0.25, 0.75);
        assert_eq!(zoomed.time(0.75), scale.time(0.75));
        assert!(zoomed.is_zoomed() && !scale.is_zoomed());
        assert_eq!(zoomed.moved(99.0).time(1.0), 1600.0);
        assert_eq!(zoomed.moved(-99.0).time(0.0), 0.0);
        assert_eq!(zoomed.zoomed(99.0, 0.3), scale);
        assert_eq!(zoomed.whole(), scale);
        let moment = Span {
            begin: 10.0,
            end: 10.0,
        };
        assert!((0.0..=1.0).contains(&zoomed.revealing(moment).share(10.0)));
    }

    #[test]
    fn rulers_leave_room_for_their_labels() {
        assert_eq!(scale(1620.0).ruler(), 500.0);
        assert_eq!(scale(320.0).ruler(), 100.0);
        assert_eq!(scale(60.0).ruler(), 16.7);
        assert_eq!(scale(60_000.0).ruler(), 2000.0);
    }
}
