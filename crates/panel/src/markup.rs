//! What a run puts into the panel, as HTML: the conclusion, the strips with their figures, and all measures as a table.

use crate::declaration::{Declaration, Finding};
use crate::judge::{Recordings, was_right};
use crate::recording::{FELT, Recording};
use crate::report::{ArmReport, Report, arm_report};
use crate::timeline::{self, Scale};
use serde::Serialize;
use std::fmt::Write;
use trace::format::with_unit;
use trace::lints::{Lint, lints};

/// The panel's measures, in the order of their columns.
const COLUMNS: [&str; 3] = ["total", "hold", "frames"];

/// The number under which an example records its arm's own future.
const ARM: u32 = 0;

/// What a run puts into the panel, piece by piece.
#[derive(Debug, Serialize)]
pub struct Pieces {
    /// The axis above the strips.
    pub scale: String,
    /// The cells of each arm that has run, by name: its strip, then its figures.
    pub rows: Vec<(String, Vec<String>)>,
    /// The key to the strips.
    pub legend: &'static str,
    /// What was found.
    pub conclusion: String,
    /// All measures as a table.
    pub figures: String,
}

/// The pieces for all arms whose recordings are at hand.
pub fn pieces(
    declaration: &Declaration,
    report: &Report,
    recordings: &Recordings,
    picked: Option<usize>,
    broken: Option<&str>,
) -> Pieces {
    let scale = Scale::over(recordings.iter().flat_map(|(_, repeats)| repeats));
    let arms: Vec<ArmReport> = recordings
        .iter()
        .map(|(name, all)| arm_report(declaration, name, all))
        .collect();
    Pieces {
        scale: timeline::axis(scale),
        rows: recordings
            .iter()
            .zip(&arms)
            .filter_map(|((name, repeats), arm)| {
                // Repeats differ little; the last is as good a picture as any, and the figures are of all.
                let mut cells = vec![lane(repeats.last()?, scale)];
                cells.extend(COLUMNS.map(|measure| figure(declaration, arm, measure)));
                Some((name.clone(), cells))
            })
            .collect(),
        legend: LEGEND,
        conclusion: broken
            .filter(|name| declaration.arms.iter().any(|arm| arm.name == *name))
            .map(told_broken)
            .unwrap_or_default()
            + &conclusion(declaration, report, picked)
            + &linted(recordings),
        figures: all_measures(declaration, &arms),
    }
}

/// The findings in plain sentences without markup, for a screen reader's announcement.
pub fn in_words(declaration: &Declaration, report: &Report) -> String {
    let mut words = String::new();
    for (rule, found) in declaration.findings.iter().zip(&report.findings) {
        let verdict = found.finding.verdict();
        let _ = write!(words, "'{}' {verdict}. {} ", rule.says, found.why);
    }
    if words.is_empty() {
        for arm in &report.arms {
            let hold = arm.median("hold").unwrap_or_default();
            let _ = write!(
                words,
                "{}: the page was held for {}. ",
                arm.name,
                with_unit(hold, "ms")
            );
        }
    }
    words.trim_end().to_owned()
}

fn lane(recording: &Recording, scale: Scale) -> String {
    let words = timeline::in_words(recording);
    format!(
        "{}<span class=\"unseen\">{}</span>",
        timeline::strip(recording, scale),
        escape(&words)
    )
}

fn figure(declaration: &Declaration, arm: &ArmReport, measure: &str) -> String {
    let value = arm.median(measure).unwrap_or(f64::NAN);
    let class = match measure {
        "hold" if value >= FELT => "held",
        "hold" => "free",
        _ => "plain",
    };
    // The column says what is counted.
    let unit = if measure == "frames" {
        ""
    } else {
        declaration.unit(measure)
    };
    format!(
        "<span class=\"{class}\">{}</span>",
        escape(&with_unit(value, unit))
    )
}

/// The key to the strips.
const LEGEND: &str = concat!(
    "<span><svg><rect class=\"busy\" width=\"14\" height=\"10\"/></svg>page thread busy</span>",
    "<span><svg><rect class=\"busy\" width=\"14\" height=\"10\"/><line class=\"felt\" x1=\"0\" x2=\"14\" y1=\"5\" y2=\"5\"/></svg>held past 50 ms</span>",
    "<span><svg><line class=\"waiting\" x1=\"0\" x2=\"14\" y1=\"5\" y2=\"5\"/></svg>waiting</span>",
    "<span><svg><rect class=\"job\" width=\"14\" height=\"10\"/></svg>worker busy</span>",
    "<span><svg><path class=\"head\" d=\"M3 2h8l-4 7z\"/></svg>woken</span>",
    "<span><svg><line class=\"frame\" x1=\"5\" x2=\"5\" y1=\"1\" y2=\"9\"/></svg>a frame</span>",
    "<span><svg><circle class=\"click\" cx=\"5\" cy=\"5\" r=\"4\"/></svg>your click, and its wait</span>",
);

fn conclusion(declaration: &Declaration, report: &Report, picked: Option<usize>) -> String {
    if report.outcome.is_none() {
        let words = escape(&in_words(declaration, report));
        return format!("<p>{words} Run all ways to compare them.</p>");
    }
    let mut html = prediction(declaration, &report.arms, picked);
    for (rule, found) in declaration.findings.iter().zip(&report.findings) {
        let class = match found.finding {
            Finding::Holds => "holds",
            Finding::Conditional | Finding::Misleading => "partly",
            Finding::False => "false",
            Finding::Unmeasurable => "unknown",
        };
        let unexpected = if found.expected || found.finding == Finding::Unmeasurable {
            ""
        } else {
            " This is not what this book expects; the text around tells what was measured elsewhere."
        };
        let _ = write!(
            html,
            "<p class=\"finding {class}\"><strong>‘{}’ {}.</strong> {}{unexpected}</p>",
            escape(&rule.says),
            found.finding.verdict(),
            escape(&found.why),
        );
    }
    html
}

/// What a linter for tasks would say of each arm's future.
fn linted(recordings: &Recordings) -> String {
    let mut html = String::new();
    for (name, repeats) in recordings {
        let Some(recording) = repeats.last() else {
            continue;
        };
        for lint in lints(&recording.events, ARM) {
            let sentence = match lint {
                Lint::NeverYielded(took) => {
                    format!(
                        "never gave the thread back: one poll of {}",
                        with_unit(took, "ms")
                    )
                }
                Lint::LostWaker => "waits, and nobody has called its waker".to_owned(),
                Lint::WokeItself(own, all) => {
                    format!("woke itself: {own} of {all} wakes came from its own polls")
                }
            };
            let _ = write!(html, "<li>‘{}’ {sentence}.</li>", escape(name));
        }
    }
    if html.is_empty() {
        return html;
    }
    format!(
        "<div class=\"lints\">What a watcher of futures would warn about (a <em>poll</em> is one turn of a future on the thread):<ul>{html}</ul></div>"
    )
}

/// What a run says of itself when a test has broken one of its arms.
fn told_broken(arm: &str) -> String {
    format!(
        "<p class=\"finding unknown\">‘{}’ was broken on purpose, for a test.</p>",
        escape(arm)
    )
}

fn prediction(declaration: &Declaration, arms: &[ArmReport], picked: Option<usize>) -> String {
    let Some(prediction) = &declaration.prediction else {
        return String::new();
    };
    let right = |place: &usize| was_right(&prediction.answers[*place], arms).unwrap_or(false);
    let measured = (0..prediction.answers.len()).find(right);
    let told = measured.map_or(
        String::from("The figures fit none of the answers."),
        |place| format!("By the figures: ‘{}’.", prediction.answers[place].text),
    );
    let sentence = match picked.and_then(|place| Some((place, prediction.answers.get(place)?))) {
        None => told,
        Some((place, answer)) if measured == Some(place) => {
            format!(
                "You picked ‘{}’, and that is what your page did.",
                answer.text
            )
        }
        Some((_, answer)) => format!("You picked ‘{}’. {told} {}", answer.text, answer.why),
    };
    format!("<p class=\"picked\">{}</p>", escape(&sentence))
}

fn all_measures(declaration: &Declaration, arms: &[ArmReport]) -> String {
    let mut html = String::from(
        "<table><thead><tr><th scope=\"col\">arm</th><th scope=\"col\">measure</th><th scope=\"col\">median</th><th scope=\"col\">spread</th><th scope=\"col\">samples</th></tr></thead><tbody>",
    );
    for arm in arms {
        for measure in &arm.measures {
            let _ = write!(
                html,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&arm.name),
                escape(declaration.label(&measure.name)),
                escape(&with_unit(measure.median, &measure.unit)),
                trace::format::number(measure.spread),
                measure.samples.len(),
            );
        }
    }
    html + "</tbody></table>"
}

/// Writes text so that HTML shows it as it is.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
