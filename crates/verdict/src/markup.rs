//! What a run puts into the panel, as HTML: the conclusion, the figures beside the timelines, all measures and all events as tables.

use crate::bars::bars;
use crate::curve::curve;
use crate::declaration::{Declaration, Finding, Param};
use crate::format::{number, precise, with_unit};
use crate::items::{Item, Summary};
use crate::judge::{Recordings, findings, was_right};
use crate::lines::lines;
use crate::lints::{Lint, lints};
use crate::recorded::{Drawn, Recorded};
use crate::recording::{FELT, OWN_TASK, Recording};
use crate::report::{FindingReport, Outcome, Report, VariantReport, variant_report};
use crate::timeline::{Scale, axis};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::iter;

/// The panel's measures, in the order of their columns.
const COLUMNS: [&str; 3] = ["total", "stall", "frames"];

/// How many events of a variant the table shows at the most; the saved trace has all.
const EVENTS: usize = 200;

/// What a run puts into the panel, piece by piece.
#[derive(Debug)]
pub struct Pieces {
    /// The figures of each variant that has run, by name, one for each column.
    pub rows: Vec<(String, [String; 3])>,
    /// What was found.
    pub conclusion: String,
    /// All measures as a table.
    pub figures: String,
}

/// The pieces for all variants whose recordings are at hand.
pub fn pieces(
    declaration: &Declaration,
    report: &Report,
    recordings: &Recordings,
    picked: Option<usize>,
    broken: Option<&str>,
) -> Pieces {
    let variants: Vec<VariantReport> = recordings
        .iter()
        .map(|(name, all)| variant_report(declaration, name, all))
        .collect();
    let last = |(name, all): &(String, Vec<Recording>)| {
        let last = all.last()?;
        Some((name.clone(), warnings(last), last.full))
    };
    let warned: Vec<_> = recordings.iter().filter_map(last).collect();
    let broken = broken.filter(|name| declaration.variants.iter().any(|own| own.name == *name));
    Pieces {
        rows: rows(declaration, &variants),
        conclusion: broken.map(told_broken).unwrap_or_default()
            + &conclusion(declaration, report, recordings, picked)
            + &drawings(declaration, &variants)
            + &linted(&warned),
        figures: all_measures(declaration, &variants),
    }
}

/// The figures of each variant, by name, one for each column.
fn rows(declaration: &Declaration, variants: &[VariantReport]) -> Vec<(String, [String; 3])> {
    let row = |variant: &VariantReport| {
        let figures = COLUMNS.map(|measure| figure(declaration, variant, measure));
        (variant.name.clone(), figures)
    };
    variants.iter().map(row).collect()
}

/// The curve, lines and bars that a declaration wants.
fn drawings(declaration: &Declaration, variants: &[VariantReport]) -> String {
    let curve = declaration
        .curve
        .iter()
        .map(|wanted| curve(wanted, variants));
    let lines = declaration
        .lines
        .iter()
        .map(|wanted| lines(declaration, wanted, variants));
    let bars = declaration
        .bars
        .iter()
        .map(|wanted| bars(declaration, wanted, variants));
    curve.chain(lines).chain(bars).collect()
}

/// A recorded run as a figure, for paper and for readers without JavaScript.
pub fn recorded(declaration: &Declaration, recorded: &Recorded) -> String {
    let Recorded {
        engine,
        date,
        cores,
        drawn,
        ..
    } = recorded;
    let variants = recorded.variants(declaration);
    let findings = findings(declaration, &variants, &[], 0.0);
    let drawn: Vec<_> = declaration
        .variants
        .iter()
        .filter_map(|variant| {
            let own = |drawn: &&Drawn| drawn.variant == variant.function;
            Some((&variant.name, drawn.iter().find(own)?))
        })
        .collect();
    let warned: Vec<_> = drawn
        .iter()
        .map(|(name, drawn)| ((*name).clone(), drawn.warnings.clone(), drawn.full))
        .collect();
    let scale = Scale::of(drawn.iter().map(|(_, drawn)| &drawn.timeline));
    let mut html = format!(
        "<figure class=\"wasm-panel\"><figcaption>A recorded run: {engine}, {date}, a machine with {cores} cores. The figures are that machine's.</figcaption>\
         <table class=\"timelines\"><caption class=\"unseen\">What was recorded, way by way</caption>\
         <thead><tr><th scope=\"col\"><span class=\"unseen\">way</span></th>\
         <th scope=\"col\"><span class=\"unseen\">timeline</span><div class=\"scale\">{}</div></th>\
         <th scope=\"col\">total</th><th scope=\"col\">longest stall</th><th scope=\"col\">frames</th></tr></thead><tbody>",
        axis(scale)
    );
    for (name, figures) in rows(declaration, &variants) {
        let Some((_, drawn)) = drawn.iter().find(|(own, _)| **own == name) else {
            continue;
        };
        let name = escape(&name);
        let words = escape(&drawn.summary.in_words());
        let _ = write!(
            html,
            "<tr data-variant=\"{name}\"><th scope=\"row\">{name}</th><td class=\"timeline\">\
             <div class=\"view\" role=\"group\" aria-label=\"Timeline of {name}: {words}\"><div class=\"drawn\">{}</div></div></td>",
            drawn.timeline.svg(scale)
        );
        for figure in figures {
            let _ = write!(html, "<td>{figure}</td>");
        }
        html.push_str("</tr>");
    }
    let _ = write!(
        html,
        "</tbody></table><p class=\"legend\" aria-hidden=\"true\">{LEGEND}</p><div class=\"conclusion\">{}{}{}</div></figure>",
        concluded(declaration, &variants, &findings, None),
        drawings(declaration, &variants),
        linted(&warned),
    );
    html
}

/// The findings in plain sentences without markup, for a screen reader's announcement.
pub fn in_words(declaration: &Declaration, report: &Report) -> String {
    let mut words = String::new();
    for (rule, found) in declaration.findings.iter().zip(&report.findings) {
        let verdict = found.finding.verdict();
        let _ = write!(words, "'{}' {verdict}. {} ", rule.says, found.why);
    }
    if words.is_empty() {
        for variant in &report.variants {
            let hold = variant.median("stall").unwrap_or_default();
            let _ = write!(
                words,
                "{}: the page was held for {}. ",
                variant.name,
                with_unit(hold, "ms")
            );
        }
    }
    words.trim_end().to_owned()
}

/// What stands in a variant's cell: the place for its timeline, which can be asked by pointer and keys, and the timeline in words.
pub fn cell(variant: &str, recording: &Recording) -> String {
    let words = escape(&Summary::of(recording).in_words());
    let name = escape(variant);
    format!(
        "<div class=\"view\" tabindex=\"0\" role=\"group\" aria-label=\"Timeline of {name}: {words}\"><div class=\"drawn\"></div><i class=\"mark\"></i></div>"
    )
}

/// The buttons that change what the timelines show, and the line that tells what the reader points at.
pub const TOOLS: &str = concat!(
    "<span class=\"zoom\">",
    "<button data-zoom=\"0.5\" aria-label=\"Zoom in\">+</button>",
    "<button data-zoom=\"2\" aria-label=\"Zoom out\">−</button>",
    "<button data-zoom=\"0\" aria-label=\"all: show the whole time\">all</button></span>",
    "<span class=\"told\" aria-live=\"polite\">Point at anything in a timeline, or step through it with the arrow keys.</span>",
);

/// What is told of an item, with a button that leads to its source.
pub fn told(item: &Item, source: Option<&str>) -> String {
    let source = source.map(|source| {
        let source = escape(source);
        format!(" <button class=\"source\">{source}</button>")
    });
    format!("{}.{}", escape(&item.words), source.unwrap_or_default())
}

/// All events of the variants as tables, and below each its frames, which are many and alike.
pub fn all_events<'a>(variants: impl Iterator<Item = (&'a str, &'a [Item])>) -> String {
    let mut html = String::new();
    for (variant, items) in variants {
        let (frames, shown): (Vec<&Item>, Vec<&Item>) =
            items.iter().partition(|item| item.is_frame);
        let _ = write!(
            html,
            "<table><caption>{}</caption><thead><tr><th scope=\"col\">from, ms</th><th scope=\"col\">for, ms</th><th scope=\"col\">what</th></tr></thead><tbody>",
            escape(variant)
        );
        for item in shown.iter().take(EVENTS) {
            let _ = write!(
                html,
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                precise(item.span.begin),
                precise(item.span.length()),
                escape(&item.words),
            );
        }
        html.push_str("</tbody></table>");
        let more = shown.len().saturating_sub(EVENTS);
        if more > 0 {
            let more = with_unit(more as f64, "more");
            let _ = write!(html, "<p>{more}; the saved trace has them all.</p>");
        }
        let at: Vec<String> = frames
            .iter()
            .map(|frame| format!("{:.0}", frame.span.begin.round() + 0.0).replace('-', "−"))
            .collect();
        let count = with_unit(frames.len() as f64, "frames");
        let _ = match frames.is_empty() {
            true => write!(html, "<p>No frame.</p>"),
            false => write!(html, "<p>{count}, at {} ms.</p>", at.join(", ")),
        };
    }
    html
}

fn figure(declaration: &Declaration, variant: &VariantReport, measure: &str) -> String {
    let value = variant.median(measure).unwrap_or(f64::NAN);
    let class = match measure {
        "stall" if value >= FELT => "held",
        "stall" => "free",
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

/// The key to the timelines.
pub const LEGEND: &str = concat!(
    "<span><svg><path class=\"busy\" d=\"M0 0h14v10h-14z\"/></svg>page thread busy</span>",
    "<span><svg><path class=\"busy\" d=\"M0 0h14v10h-14z\"/><line class=\"felt\" x2=\"14\" y1=\"5\" y2=\"5\"/></svg>held past 50 ms</span>",
    "<span><svg><line class=\"waiting\" x2=\"14\" y1=\"5\" y2=\"5\"/></svg>waiting</span>",
    "<span><svg><path class=\"job\" d=\"M0 0h14v10h-14z\"/></svg>worker busy</span>",
    "<span><svg><path class=\"head\" d=\"M3 2h8l-4 7z\"/></svg>woken</span>",
    "<span><svg><path class=\"dropped\" d=\"M3 1l8 8m0-8l-8 8\"/></svg>dropped</span>",
    "<span><svg><path class=\"frame\" d=\"M2 1v8M7 1v8M12 1v8\"/></svg>frames</span>",
    "<span><svg><path class=\"beat\" d=\"M2 3v5M5 3v5M8 3v5M11 3v5\"/></svg>a worker’s heartbeat</span>",
    "<span><svg><circle class=\"click\" cx=\"5\" cy=\"5\" r=\"4\"/></svg>your click, and its wait</span>",
);

fn conclusion(
    declaration: &Declaration,
    report: &Report,
    recordings: &Recordings,
    picked: Option<usize>,
) -> String {
    if report.outcome.is_none() {
        let words = escape(&in_words(declaration, report));
        let by_hand = |variant: &VariantReport| declaration.is_by_hand(&variant.name);
        let advice = match report.variants.iter().any(by_hand) {
            true => "",
            false => " Run all ways to compare them.",
        };
        return format!("<p>{words}{advice}</p>");
    }
    concluded(declaration, &report.variants, &report.findings, picked)
        + &more(declaration, report, recordings).unwrap_or_default()
}

/// A link to a setting that is more likely to show what this run did not, unless something else than the setting stood in the way.
fn more(declaration: &Declaration, report: &Report, recordings: &Recordings) -> Option<String> {
    let stood_in_the_way = |one: &Recording| one.hidden || one.unmeasurable.is_some();
    let mut all = recordings.iter().flat_map(|(_, repeats)| repeats);
    if report.outcome != Some(Outcome::Unmeasurable) || all.any(stood_in_the_way) {
        return None;
    }
    let setting = |param: &Param| report.params.get(&param.name)?.as_f64();
    // What has no unit is no amount.
    let mut larger = declaration.params.iter().filter_map(|param| {
        let value = setting(param)?;
        let doubled = param.min + ((2.0 * value - param.min) / param.step).round() * param.step;
        let doubled = doubled.min(param.max);
        (!param.unit.is_empty() && doubled > value).then_some((param, doubled))
    });
    let (param, value) = larger.next()?;
    let slug = &report.example;
    let query: Vec<String> = declaration
        .params
        .iter()
        .filter_map(|other| {
            let own = if other.name == param.name {
                value
            } else {
                setting(other)?
            };
            Some(format!("{slug}.{}={own}", other.name))
        })
        .collect();
    Some(format!(
        "<p><a href=\"?{}#run-{slug}\">Try it with more: {}, {}</a></p>",
        query.join("&amp;"),
        escape(&param.label),
        with_unit(value, &param.unit),
    ))
}

/// What a whole run says of the prediction and of each claim.
fn concluded(
    declaration: &Declaration,
    variants: &[VariantReport],
    findings: &[FindingReport],
    picked: Option<usize>,
) -> String {
    let mut html = match Outcome::of(findings) {
        // What was not shown says nothing about a prediction either.
        Outcome::Unmeasurable => String::new(),
        _ => prediction(declaration, variants, picked),
    };
    for (rule, found) in declaration.findings.iter().zip(findings) {
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

/// What a linter for tasks would say of a variant.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Warning {
    /// The task's name; none for the variant's own future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// What is the matter.
    pub lint: Lint,
}

/// What a linter for tasks would say of a variant's future and of the tasks that have a row.
pub fn warnings(recording: &Recording) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = Vec::new();
    for number in iter::once(OWN_TASK).chain(recording.drawn_tasks()) {
        let task = recording.task(number).map(|task| task.name.clone());
        for lint in lints(&recording.events, number) {
            // Of a recorder that is full nobody knows how it went on.
            if recording.full && lint == Lint::LostWaker {
                continue;
            }
            let warning = Warning {
                task: task.clone(),
                lint,
            };
            // Many tasks of one name tend to have one fault.
            if warnings.last() != Some(&warning) {
                warnings.push(warning);
            }
        }
    }
    warnings
}

/// The warnings about each variant, by its name, and whether its recorder was full.
fn linted(warned: &[(String, Vec<Warning>, bool)]) -> String {
    let mut html = String::new();
    let mut any_full = false;
    for (variant, warnings, full) in warned {
        any_full |= *full;
        for Warning { task, lint } in warnings {
            let name = match task {
                Some(task) => format!("‘{}’ in ‘{}’", escape(task), escape(variant)),
                None => format!("‘{}’", escape(variant)),
            };
            let _ = write!(html, "<li>{name} {}.</li>", complaint(*lint));
        }
    }
    if any_full {
        html.push_str("<li>The recorder was full before the end. Strips and counts of events stop there; the measures do not.</li>");
    }
    if html.is_empty() {
        return html;
    }
    format!(
        "<div class=\"lints\">What a watcher of futures would warn about (a <em>poll</em> is one turn of a future on the thread):<ul>{html}</ul></div>"
    )
}

fn complaint(lint: Lint) -> String {
    match lint {
        Lint::NeverYielded(took) => {
            let took = with_unit(took, "ms");
            format!("never gave the thread back: one poll of {took}")
        }
        Lint::LostWaker => "waits, and nobody has called its waker".to_owned(),
        Lint::WokeItself(own, all) => {
            let (own, all) = (number(own as f64), number(all as f64));
            format!("woke itself: {own} of {all} wakes came from its own polls")
        }
    }
}

/// What a run says of itself when a test has broken one of its variants.
fn told_broken(variant: &str) -> String {
    format!(
        "<p class=\"finding unknown\">‘{}’ was broken on purpose, for a test.</p>",
        escape(variant)
    )
}

fn prediction(
    declaration: &Declaration,
    variants: &[VariantReport],
    picked: Option<usize>,
) -> String {
    let Some(prediction) = &declaration.prediction else {
        return String::new();
    };
    let right = |place: &usize| was_right(&prediction.answers[*place], variants).unwrap_or(false);
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

fn all_measures(declaration: &Declaration, variants: &[VariantReport]) -> String {
    let mut html = String::from(
        "<table><thead><tr><th scope=\"col\">variant</th><th scope=\"col\">measure</th><th scope=\"col\">median</th><th scope=\"col\">spread</th><th scope=\"col\">samples</th></tr></thead><tbody>",
    );
    for variant in variants {
        for measure in &variant.measures {
            let _ = write!(
                html,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&variant.name),
                escape(declaration.label(&measure.name)),
                escape(&with_unit(measure.median, &measure.unit)),
                number(measure.spread),
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
