//! A run as bars: what each variant measured, where the one is thousands of times the other. Pure.

use crate::curve::figure;
use crate::declaration::{Bars, Declaration};
use crate::format::with_unit;
use crate::markup::escape;
use crate::report::VariantReport;
use std::fmt::Write;

/// Where in the drawing the bars are: left, right, the upper edge of the first and the lower edge of the last.
const LEFT: f64 = 190.0;
const RIGHT: f64 = 620.0;
const TOP: f64 = 12.0;
const FOOT: f64 = 212.0;

/// The highest that a bar and the space below it get.
const ROW: f64 = 28.0;

/// Draws the variants of a run; nothing if none has measured it.
pub fn bars(declaration: &Declaration, bars: &Bars, variants: &[VariantReport]) -> String {
    let unit = declaration.unit(&bars.measure);
    let drawn: Vec<(&str, f64)> = variants
        .iter()
        .filter_map(|variant| Some((variant.name.as_str(), variant.median(&bars.measure)?)))
        .filter(|(_, value)| *value > 0.0)
        .collect();
    if drawn.is_empty() {
        return String::new();
    }
    let words: Vec<String> = drawn
        .iter()
        .map(|(variant, value)| format!("{variant}: {}", with_unit(*value, unit)))
        .collect();
    figure(
        &bars.says,
        &words,
        &svg(unit, &drawn),
        "Each line to the right is ten times the one before.",
    )
}

fn svg(unit: &str, drawn: &[(&str, f64)]) -> String {
    let values = drawn.iter().map(|(_, value)| value.log10());
    let least = values.clone().fold(f64::INFINITY, f64::min).floor();
    let most = values.fold(f64::NEG_INFINITY, f64::max).ceil();
    let tens = (most - least).max(1.0);
    let x = |value: f64| LEFT + (RIGHT - LEFT) * (value.log10() - least) / tens;
    let row = ((FOOT - TOP) / drawn.len() as f64).min(ROW);
    let foot = TOP + row * drawn.len() as f64;
    let mut svg = String::new();
    for ten in 0..=tens as i32 {
        let value = 10_f64.powi(least as i32 + ten);
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{TOP}\" y2=\"{foot:.1}\"/><text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            foot + 18.0,
            with_unit(value, unit),
            at = x(value),
        );
    }
    for (nth, (variant, value)) in drawn.iter().enumerate() {
        let top = TOP + row * nth as f64;
        let middle = top + row / 2.0 + 4.0;
        // The shortest one is seen as well.
        let width = (x(*value) - LEFT).max(3.0);
        let _ = write!(
            svg,
            "<rect class=\"bar\" x=\"{LEFT}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{:.1}\" rx=\"3\"/><text class=\"name\" x=\"{:.0}\" y=\"{middle:.1}\" text-anchor=\"end\">{}</text><text class=\"name\" x=\"{:.1}\" y=\"{middle:.1}\">{}</text>",
            top + row * 0.15,
            row * 0.7,
            LEFT - 10.0,
            escape(variant),
            LEFT + width + 8.0,
            with_unit(*value, unit),
        );
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::{declared, variants};

    fn drawn(values: &[(&str, f64)]) -> String {
        let declaration = declared(
            r#"{"title": "", "lead": "", "run": "", "findings": [], "params": [], "variants": [],
                "measures": [{"name": "cost", "label": "cost", "unit": "ns"}]}"#,
        );
        let wanted = Bars {
            says: "What each costs".to_owned(),
            measure: "cost".to_owned(),
        };
        let costs = values.iter().map(|&(name, value)| ("cost", name, value));
        bars(&declaration, &wanted, &variants(&costs.collect::<Vec<_>>()))
    }

    #[test]
    fn ten_times_as_much_is_one_line_further() {
        let html = drawn(&[("call", 1.0), ("turn", 10_000.0), ("worker", 1_000_000.0)]);
        let widths: Vec<f64> = html
            .split("class=\"bar\"")
            .skip(1)
            .filter_map(|bar| {
                bar.split("width=\"")
                    .nth(1)?
                    .split('"')
                    .next()?
                    .parse()
                    .ok()
            })
            .collect();
        let whole = RIGHT - LEFT;
        assert_eq!(widths[2], whole);
        assert!((widths[1] - whole * 4.0 / 6.0).abs() < 0.1, "{widths:?}");
        assert_eq!(widths[0], 3.0);
        assert!(
            html.contains("call: 1 ns; turn: 10 µs; worker: 1 ms"),
            "{html}"
        );
    }

    #[test]
    fn nothing_measured_is_no_drawing() {
        assert_eq!(drawn(&[]), "");
    }
}
