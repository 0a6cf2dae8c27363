//! What a run puts into the panel, as HTML: the answer, the figures above the timelines, the findings, all measures and all events as tables.

use crate::curve::curve;
use crate::declaration::{Declaration, Finding, Param, Rule, Variant};
use crate::format::{number, precise, with_unit};
use crate::items::{Item, Summary};
use crate::judge::{Recordings, figures, findings, was_right};
use crate::lines::lines;
use crate::lints::{Lint, lints};
use crate::recorded::{Drawn, Recorded};
use crate::recording::{FELT, OWN_TASK, Recording, typical};
use crate::report::{FindingReport, Outcome, Report, VariantReport, variant_report};
use crate::row::{Row, heads, names_bars, rows};
use crate::rules;
use crate::timeline::{Scale, axis, legend};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::iter;

/// How many events of a variant the table shows at the most; the saved trace has all.
const EVENTS: usize = 200;

/// What a run puts into the panel, piece by piece.
#[derive(Debug)]
pub struct Pieces {
    /// What stands in the row of each variant that has run.
    pub rows: Vec<Row>,
    /// What the whole came to, beside what the reader has picked.
    pub answer: String,
    /// What stands at each answer, as HTML: whether the reader picked it, and whether it was measured.
    pub stamps: Vec<String>,
    /// A curve and lines.
    pub charts: String,
    /// What was found about each claim.
    pub conclusion: String,
    /// What a linter for tasks would say.
    pub lints: String,
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
    let warned = |(name, all): &(String, Vec<Recording>)| {
        let one = typical(all)?;
        Some((name.clone(), warnings(one), one.full))
    };
    let warned: Vec<_> = recordings.iter().filter_map(warned).collect();
    let broken = broken.filter(|name| declaration.variants.iter().any(|own| own.name == *name));
    let answer = Answer::of(declaration, report, picked);
    Pieces {
        rows: rows(declaration, &variants),
        answer: answer.html(declaration) + &verdicts(declaration, &report.findings),
        stamps: answer.stamps(declaration),
        charts: charts(declaration, &variants),
        conclusion: broken.map(told_broken).unwrap_or_default()
            + &concluded(declaration, &report.findings)
            + &why_not(declaration, &answer)
            + &more(declaration, report, recordings).unwrap_or_default(),
        lints: linted(&warned),
        figures: all_measures(declaration, &variants),
    }
}

/// The curve and the lines that a declaration wants.
fn charts(declaration: &Declaration, variants: &[VariantReport]) -> String {
    let curve = declaration
        .curve
        .iter()
        .map(|wanted| curve(wanted, variants));
    let lines = declaration
        .lines
        .iter()
        .map(|wanted| lines(declaration, wanted, variants));
    curve.chain(lines).collect()
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
    let timelines = drawn.iter().map(|(_, drawn)| &drawn.timeline);
    let scale = Scale::of(timelines.clone());
    let answer = Answer::to(declaration, &variants, &findings, None);
    let mut html = format!(
        "<figure class=\"wasm-panel\"><figcaption>A recorded run: {engine}, {date}, a machine with {cores} cores. The figures are that machine’s.</figcaption>\
         <p class=\"answer\">{}</p><div class=\"timelines\">{}",
        answer.in_full(declaration),
        above(declaration),
    );
    if !declaration.folded {
        let _ = write!(
            html,
            "<p class=\"legend\" aria-hidden=\"true\">{}</p><div class=\"scale\">{}</div>",
            legend(timelines),
            axis(scale),
        );
    }
    for (variant, row) in variants.iter().zip(rows(declaration, &variants)) {
        let Some((_, drawn)) = drawn.iter().find(|(own, _)| **own == row.name) else {
            continue;
        };
        let stall = variant.median("stall").unwrap_or_default();
        let name = escape(&row.name);
        let _ = write!(
            html,
            "<div class=\"variant\" data-variant=\"{name}\"><div class=\"line\"><span class=\"one\">{name}</span><p class=\"result\">{}</p></div><div class=\"bars\">{}</div>",
            row.result, row.bars
        );
        if !declaration.folded {
            let words = escape(&drawn.summary.in_words(stall));
            let _ = write!(
                html,
                "<div class=\"timeline\"><div class=\"view\" role=\"group\" aria-label=\"Timeline of {name}: {words}\"><div class=\"drawn\">{}</div></div></div>",
                drawn.timeline.svg(scale, stall, false)
            );
        }
        html.push_str("</div>");
    }
    let _ = write!(
        html,
        "</div><div class=\"charts\">{}</div><div class=\"conclusion\">{}</div><div class=\"lints\">{}</div></figure>",
        charts(declaration, &variants),
        concluded(declaration, &findings),
        linted(&warned),
    );
    html
}

/// What stands above the rows: the names of their figures, and how the bars are read.
fn above(declaration: &Declaration) -> String {
    let heads = heads(declaration).into_iter();
    let heads: String = heads
        .map(|head| format!("<span>{}</span>", escape(head)))
        .collect();
    let read = match &declaration.bars {
        Some(bars) if bars.factors => "Each line to the right is ten times the one before.",
        _ => "",
    };
    format!("<p class=\"heads\" aria-hidden=\"true\"><small>{read}</small>{heads}</p>")
}

/// What a panel can know of its results before it runs, as JSON, so that it keeps room for them: what stands above its rows, how many bars are in each, whether they are named and, if it has been recorded, what its answer is like and how high the timelines are.
pub fn outline(declaration: &Declaration, recorded: Option<&Recorded>) -> String {
    let bars = declaration
        .bars
        .as_ref()
        .map_or(0, |bars| bars.measures.len());
    let named = bars > 0 && names_bars(declaration);
    let mut outline =
        serde_json::json!({ "above": above(declaration), "bars": bars, "named": named });
    if let Some(recorded) = recorded {
        let variants = recorded.variants(declaration);
        let findings = findings(declaration, &variants, &[], 0.0);
        let answer = Answer::to(declaration, &variants, &findings, Some(0));
        let height = |variant: &Variant| {
            let own = |drawn: &&Drawn| drawn.variant == variant.function;
            let drawn = recorded.drawn.iter().find(own);
            drawn.map(|drawn| drawn.timeline.height())
        };
        let heights: Vec<Option<u32>> = declaration.variants.iter().map(height).collect();
        outline["answer"] = (answer.html(declaration) + &verdicts(declaration, &findings)).into();
        outline["heights"] = heights.into();
    }
    outline.to_string()
}

/// The answer and the findings in plain sentences without markup, for a screen reader's announcement.
pub fn in_words(declaration: &Declaration, report: &Report, picked: Option<usize>) -> String {
    let answer = Answer::of(declaration, report, picked);
    let mut words = [answer.said.as_str(), &answer.told].join(" ");
    if report.findings.is_empty() {
        words.push(' ');
        words.push_str(&answer.because);
    }
    for (rule, found) in declaration.findings.iter().zip(&report.findings) {
        let (_, verdict) = found.finding.verdict();
        let verdict = match (&rule.condition, found.finding) {
            (Some(condition), Finding::Conditional) => {
                format!("{} {condition}", verdict.trim_end_matches('…'))
            }
            _ => verdict.to_owned(),
        };
        let _ = write!(words, " {verdict}: “{}.” {}", rule.says, found.why);
    }
    words.trim().to_owned()
}

/// What stands in a variant's cell: the place for its timeline, which can be asked by pointer and keys, and the timeline in words.
pub fn cell(variant: &str, recording: &Recording, stall: f64) -> String {
    let words = escape(&Summary::of(recording).in_words(stall));
    let name = escape(variant);
    format!(
        "<div class=\"view\" tabindex=\"0\" role=\"group\" aria-label=\"Timeline of {name}: {words}\"><div class=\"drawn\"></div><i class=\"mark\"></i><p class=\"bubble\" aria-hidden=\"true\"></p></div>"
    )
}

/// The buttons that change what the timelines show, and the line that tells what the reader points at.
pub const TOOLS: &str = concat!(
    "<span class=\"zoom\">",
    "<button data-zoom=\"0.5\" aria-label=\"Zoom in\">+</button>",
    "<button data-zoom=\"2\" aria-label=\"Zoom out\">−</button>",
    "<button data-zoom=\"0\" aria-label=\"all: show the whole time\">all</button></span>",
    "<label class=\"unfold\"><input type=\"checkbox\">timelines</label>",
    "<label class=\"watched\"><input type=\"checkbox\">a worker’s heartbeat</label>",
    "<span class=\"told\" aria-live=\"polite\"><span class=\"wide\">Point at anything in a timeline, or step through it with the arrow keys.</span><span class=\"narrow\">Tap anything in a timeline.</span></span>",
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

/// What a run came to as a whole, beside what the reader has picked.
struct Answer {
    /// The place of the answer that the reader picked, and of the one that the figures bear out.
    picked: Option<usize>,
    measured: Option<usize>,
    /// Whether the effect was shown.
    is_shown: bool,
    /// What the reader said, what was measured, and the sentence that decides it; each may be empty.
    said: String,
    told: String,
    because: String,
}

impl Answer {
    fn of(declaration: &Declaration, report: &Report, picked: Option<usize>) -> Self {
        if report.outcome.is_some() {
            return Self::to(declaration, &report.variants, &report.findings, picked);
        }
        let frozen = |variant: &VariantReport| {
            let stall = variant.median("stall").unwrap_or_default();
            let lasted = with_unit(stall, "ms");
            let name = &variant.name;
            match stall {
                FELT.. => format!("‘{name}’ froze the page for {lasted}."),
                _ => format!("‘{name}’ never froze the page: no stall was longer than {lasted}."),
            }
        };
        let mut because: Vec<String> = report.variants.iter().map(frozen).collect();
        let by_hand = |variant: &VariantReport| declaration.is_by_hand(&variant.name);
        if !report.variants.iter().any(by_hand) {
            because.push("Run all variants to compare them.".to_owned());
        }
        Self {
            picked: None,
            measured: None,
            is_shown: true,
            said: String::new(),
            told: String::new(),
            because: because.join(" "),
        }
    }

    /// The answer by what a whole run has found.
    fn to(
        declaration: &Declaration,
        variants: &[VariantReport],
        findings: &[FindingReport],
        picked: Option<usize>,
    ) -> Self {
        // What was not shown says nothing about a prediction either.
        let mut found = findings.iter().map(|found| found.finding);
        let all_shown = found.all(|found| found != Finding::Unmeasurable);
        let because = match &declaration.prediction {
            _ if !all_shown => "Why, and what to try, is told below.".to_owned(),
            Some(asked) => rules::fill(&asked.measured, &figures(variants))
                .unwrap_or_else(|_| "The figures are below.".to_owned()),
            None => "The figures are below.".to_owned(),
        };
        let answers = declaration.answers();
        let right = |place: &usize| was_right(&answers[*place], variants).unwrap_or(false);
        let measured = (0..answers.len()).find(right).filter(|_| all_shown);
        let picked = picked.filter(|place| *place < answers.len());
        let told = match measured {
            _ if !all_shown => "Not shown this time.".to_owned(),
            Some(place) => format!("Measured: {}.", letter(place)),
            None if answers.is_empty() => "Measured:".to_owned(),
            None => "Measured: none of these.".to_owned(),
        };
        Self {
            picked,
            measured,
            is_shown: all_shown,
            said: picked.map_or_else(String::new, |place| format!("You said {}.", letter(place))),
            told,
            because,
        }
    }

    /// As HTML; on paper, where the question's answers are not seen, with the one that was measured.
    fn html(&self, declaration: &Declaration) -> String {
        let [said, told, because] =
            [&self.said, &self.told, &self.because].map(|text| escape(text));
        let class = if self.is_shown { "shown" } else { "unshown" };
        let paper = self.measured.map_or_else(String::new, |place| {
            let text = escape(&declaration.answers()[place].text);
            format!("<i>“{text}”</i> ")
        });
        format!("{said} <b class=\"{class}\">{told}</b> {paper}<span>{because}</span>")
    }

    /// The same where the question and its answers cannot be seen.
    fn in_full(&self, declaration: &Declaration) -> String {
        let Some(prediction) = &declaration.prediction else {
            return self.html(declaration);
        };
        let told = match self.measured {
            Some(place) => format!("Measured: {}.", prediction.answers[place].text),
            None => self.told.clone(),
        };
        let [question, told, because] =
            [&prediction.question, &told, &self.because].map(|text| escape(text));
        format!("{question} <b>{told}</b> <span>{because}</span>")
    }

    fn stamps(&self, declaration: &Declaration) -> Vec<String> {
        let stamp = |place| {
            let mut stamps = Vec::new();
            if self.picked == Some(place) {
                stamps.push("<i>your guess</i>");
            }
            if self.measured == Some(place) {
                stamps.push("<i class=\"measured\">✓ measured</i>");
            }
            stamps.join(" ")
        };
        (0..declaration.answers().len()).map(stamp).collect()
    }
}

/// The verdict on each claim, in a line; the reasons stand below the pictures.
fn verdicts(declaration: &Declaration, findings: &[FindingReport]) -> String {
    let line = |(rule, found): (&Rule, &FindingReport)| {
        format!(
            "<small class=\"verdict {}\">{} {}“{}”</small>",
            found.finding.name(),
            tag(found.finding),
            condition(rule, found),
            escape(&rule.says)
        )
    };
    declaration
        .findings
        .iter()
        .zip(findings)
        .map(line)
        .collect()
}

/// By what an answer is called beside it.
fn letter(place: usize) -> char {
    char::from(b'A' + place as u8)
}

/// What the reader should hear who has picked another answer than the one that was measured.
fn why_not(declaration: &Declaration, answer: &Answer) -> String {
    let wrong = answer
        .picked
        .filter(|_| answer.measured.is_some() && answer.picked != answer.measured);
    wrong.map_or_else(String::new, |place| {
        let (letter, why) = (letter(place), escape(&declaration.answers()[place].why));
        format!("<p><b>Why not {letter}?</b> {why}</p>")
    })
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

/// What a claim depends on, where that was found.
fn condition(rule: &Rule, found: &FindingReport) -> String {
    let told = rule
        .condition
        .iter()
        .filter(|_| found.finding == Finding::Conditional);
    told.map(|condition| format!("<em>{}:</em> ", escape(condition)))
        .collect()
}

/// What stands before a claim.
fn tag(finding: Finding) -> String {
    let (icon, verdict) = finding.verdict();
    format!("<b class=\"tag\"><i aria-hidden=\"true\">{icon}</i> {verdict}</b>")
}

/// What a whole run says of each claim.
fn concluded(declaration: &Declaration, findings: &[FindingReport]) -> String {
    let mut html = String::new();
    for (rule, found) in declaration.findings.iter().zip(findings) {
        let unexpected = if found.expected || found.finding == Finding::Unmeasurable {
            ""
        } else {
            " This is not what this book expects; the text around tells what was measured elsewhere."
        };
        let _ = write!(
            html,
            "<div class=\"finding {}\"><p>{} {}<strong>“{}.”</strong></p><p>{}{unexpected}</p></div>",
            found.finding.name(),
            tag(found.finding),
            condition(rule, found),
            escape(&rule.says),
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
        html.push_str("<li>The recorder was full before the end. Timelines and counts of events stop there; the measures do not.</li>");
    }
    if html.is_empty() {
        return html;
    }
    format!(
        "<p>Async lints (a <em>poll</em> is one call of a future’s code by its executor):</p><ul>{html}</ul>"
    )
}

fn complaint(lint: Lint) -> String {
    match lint {
        Lint::NeverYielded(took) => {
            let took = with_unit(took, "ms");
            format!("never yielded: one poll of {took}")
        }
        Lint::LostWaker => "waits, and its waker was never called".to_owned(),
        Lint::WokeItself(own, all) => {
            let (own, all) = (number(own as f64), number(all as f64));
            format!("woke itself: {own} of {all} wakes came from its own polls")
        }
    }
}

/// What a run says of itself when a test has broken one of its variants.
fn told_broken(variant: &str) -> String {
    format!(
        "<p>‘{}’ was broken on purpose, for a test.</p>",
        escape(variant)
    )
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
