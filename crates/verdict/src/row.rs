//! What stands in a variant's row: the figures that the question is about, and bars where they are the picture. Pure.

use crate::declaration::{Bars, Declaration};
use crate::format::{digits, number, with_unit};
use crate::markup::escape;
use crate::recording::FELT;
use crate::report::VariantReport;
use std::fmt::Write;

/// From how long on a variant's frames are told as a rate, in milliseconds: of fewer than a dozen frames there is none.
const RATED: f64 = 200.0;

/// What a variant that has run puts into its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The variant's name.
    pub name: String,
    /// Its figures, as HTML.
    pub result: String,
    /// Its bars, as HTML; nothing where none are wanted.
    pub bars: String,
}

/// The rows of all variants.
pub fn rows(declaration: &Declaration, variants: &[VariantReport]) -> Vec<Row> {
    let scale = declaration
        .bars
        .as_ref()
        .and_then(|bars| Scale::of(bars, variants));
    let row = |variant: &VariantReport| Row {
        name: variant.name.clone(),
        result: result(declaration, variant),
        bars: match (&declaration.bars, &scale) {
            (Some(bars), Some(scale)) => drawn(declaration, bars, scale, variant),
            _ => String::new(),
        },
    };
    variants.iter().map(row).collect()
}

/// What stands above the columns of figures, from left to right.
pub fn heads(declaration: &Declaration) -> Vec<&str> {
    let columns = declaration.columns.iter();
    let heads = columns.map(|measure| match measure.as_str() {
        "total" => "took",
        "stall" => "the page",
        _ => declaration.label(measure),
    });
    heads.collect()
}

/// The figures of a variant, of which the one that was asked for is set off.
fn result(declaration: &Declaration, variant: &VariantReport) -> String {
    // What could not run here took no time at all.
    if variant.median("total").is_none_or(|total| total <= 0.0) {
        return "<span>not measured</span>".to_owned();
    }
    // Where the answer is among the bars, or in all columns, no single one is set off.
    let answers = |place: usize| match &declaration.bars {
        Some(bars) if bars.measures.len() > 1 => false,
        None if declaration.folded => true,
        _ => place + 1 == declaration.columns.len(),
    };
    let mut html = String::new();
    let heads = heads(declaration);
    for (place, (measure, head)) in declaration.columns.iter().zip(heads).enumerate() {
        let (class, figure) = cell(declaration, variant, measure);
        let tag = match answers(place) {
            true if class != "nil" => "b",
            _ => "span",
        };
        let _ = write!(
            html,
            "<{tag} class=\"{class}\"><i>{}: </i>{figure}</{tag}>",
            escape(head),
        );
    }
    html
}

/// What kind of figure a variant's is, and the figure, as HTML.
fn cell(
    declaration: &Declaration,
    variant: &VariantReport,
    measure: &str,
) -> (&'static str, String) {
    let Some(value) = variant.median(measure) else {
        return ("nil", "–".to_owned());
    };
    let total = variant.median("total").unwrap_or_default();
    match measure {
        "stall" if value >= FELT => ("frozen", format!("frozen {}", with_unit(value, "ms"))),
        "stall" => ("free", "never frozen".to_owned()),
        "frames" if total >= RATED => (
            "",
            briefly((value / total * 1000.0).round(), "frames per second"),
        ),
        _ => {
            let unit = declaration.unit(measure);
            let class = match unit {
                "in order" => {
                    return (
                        "",
                        digits(value).map(|it| format!("<em>{it}</em>")).collect(),
                    );
                }
                "times" | "yes or no" if value == 0.0 => "nil",
                _ => "",
            };
            (class, escape(&briefly(value, unit)))
        }
    }
}

/// A figure with its unit, in a row's little room.
fn briefly(value: f64, unit: &str) -> String {
    match unit.ends_with(" per second") {
        true => format!("{}/s", number(value)),
        false => with_unit(value, unit),
    }
}

/// What the bars of a run are measured against.
struct Scale {
    least: f64,
    most: f64,
    /// Whether equal distances are equal factors.
    factors: bool,
}

impl Scale {
    /// The scale on which all bars of a run have room; none where nothing was measured.
    fn of(bars: &Bars, variants: &[VariantReport]) -> Option<Self> {
        let values = variants
            .iter()
            .flat_map(|variant| bars.measures.iter().map(|it| variant.median(it)));
        let values: Vec<f64> = values.flatten().filter(|value| *value > 0.0).collect();
        let most = values.iter().copied().reduce(f64::max)?;
        let least = values.iter().copied().reduce(f64::min)?;
        Some(if bars.factors {
            Self {
                least: 10_f64.powf(least.log10().floor() - 1.0),
                most: 10_f64.powf(most.log10().ceil()),
                factors: true,
            }
        } else {
            Self {
                least: 0.0,
                most,
                factors: false,
            }
        })
    }

    /// How far along a value is, in hundredths.
    fn along(&self, value: f64) -> f64 {
        let share = match self.factors {
            true => (value.max(self.least) / self.least).ln() / (self.most / self.least).ln(),
            false => value / self.most,
        };
        100.0 * share.clamp(0.0, 1.0)
    }

    /// The lines at each ten times as much; none where equal distances are equal amounts.
    fn rulers(&self) -> String {
        if !self.factors {
            return String::new();
        }
        let tens = (self.most / self.least).log10().round();
        let lines =
            (1..=tens as i32).map(|ten| format!("M{:.2} 0V1", f64::from(ten) / tens * 100.0));
        format!(
            "<path class=\"ruler\" d=\"{}\"/>",
            lines.collect::<String>()
        )
    }
}

/// Whether each bar has its name and its figure beside it: unless there is one, and the row's last figure is its own.
pub fn names_bars(declaration: &Declaration) -> bool {
    let bars = declaration.bars.iter().flat_map(|bars| &bars.measures);
    !bars.eq(declaration.columns.last())
}

/// The bars of a variant.
fn drawn(declaration: &Declaration, bars: &Bars, scale: &Scale, variant: &VariantReport) -> String {
    let small = |text: &str| match names_bars(declaration) {
        true => format!("<small>{}</small>", escape(text)),
        false => String::new(),
    };
    let rulers = scale.rulers();
    let mut html = String::new();
    for measure in &bars.measures {
        let value = variant.median(measure);
        let along = value.map_or(0.0, |value| scale.along(value));
        let unit = declaration.unit(measure);
        let figure = value.map_or_else(|| "–".to_owned(), |value| briefly(value, unit));
        let _ = write!(
            html,
            "<p>{}<svg viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{rulers}<rect class=\"busy\" width=\"{along:.2}\" height=\"1\"/></svg>{}</p>",
            small(declaration.label(measure)),
            small(&figure),
        );
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::{declared, variants};

    fn declaration(bars: &str) -> Declaration {
        declared(&format!(
            r#"{{"title": "", "lead": "", "run": "", "findings": [], "params": [], "variants": [],
                "measures": [{{"name": "cost", "label": "cost of one", "unit": "ns"}}, {{"name": "more", "label": "more", "unit": "ns"}}],
                "columns": ["total", "cost"], "bars": {bars}}}"#
        ))
    }

    fn of(bars: &str, costs: &[(&str, f64)]) -> Vec<Row> {
        let totals = costs.iter().map(|&(name, _)| ("total", name, 250.0));
        let costs = costs.iter().map(|&(name, value)| ("cost", name, value));
        let figures: Vec<_> = totals.chain(costs).collect();
        rows(&declaration(bars), &variants(&figures))
    }

    fn width(row: &Row) -> f64 {
        let rect = row.bars.split("width=\"").nth(1);
        rect.and_then(|it| it.split('"').next()?.parse().ok())
            .expect("it has a bar")
    }

    #[test]
    fn the_last_figure_is_the_one_that_was_asked_for() {
        let rows = of(r#"{"measures": ["cost"]}"#, &[("call", 1200.0)]);
        assert_eq!(
            rows[0].result,
            "<span class=\"\"><i>took: </i>250 ms</span><b class=\"\"><i>cost of one: </i>1.2 µs</b>"
        );
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_or_as_its_tens() {
        let costs = [("call", 10.0), ("turn", 1000.0)];
        let even = of(r#"{"measures": ["cost"]}"#, &costs);
        assert_eq!((width(&even[0]), width(&even[1])), (1.0, 100.0));
        let tens = of(r#"{"measures": ["cost"], "factors": true}"#, &costs);
        assert_eq!((width(&tens[0]), width(&tens[1])), (33.33, 100.0));
    }

    #[test]
    fn of_several_bars_each_has_its_name() {
        let rows = of(r#"{"measures": ["cost", "more"]}"#, &[("call", 10.0)]);
        assert!(rows[0].bars.contains("<small>cost of one</small>"));
        assert!(rows[0].bars.contains("<small>–</small>"));
    }

    #[test]
    fn what_took_no_time_was_not_measured() {
        let variants = variants(&[("total", "call", 0.0), ("cost", "call", 1.0)]);
        let rows = rows(&declaration("null"), &variants);
        assert_eq!(rows[0].result, "<span>not measured</span>");
        assert_eq!(rows[0].bars, "");
    }

    #[test]
    fn a_page_is_frozen_or_never() {
        let mut declaration = declaration("null");
        declaration.columns = vec!["frames".to_owned(), "stall".to_owned()];
        let told = |stall: f64| {
            let figures = [
                ("total", "a", 500.0),
                ("frames", "a", 30.0),
                ("stall", "a", stall),
            ];
            rows(&declaration, &variants(&figures)).remove(0).result
        };
        assert!(told(955.0).contains("<b class=\"frozen\"><i>the page: </i>frozen 955 ms</b>"));
        assert!(told(20.0).contains("never frozen"));
        assert!(told(20.0).contains("60/s"));
    }
}
