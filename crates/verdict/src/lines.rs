//! A run as lines: one for each variant, through what it measured at one setting after another. Pure.

use crate::curve::figure;
use crate::declaration::{Declaration, Lines};
use crate::format::{number, with_unit};
use crate::markup::escape;
use crate::report::VariantReport;
use std::fmt::Write;

/// Where in the drawing the axes are: left, right, the height of the largest value and of 0.
const LEFT: f64 = 62.0;
const RIGHT: f64 = 520.0;
const TOP: f64 = 20.0;
const NONE: f64 = 200.0;

/// How far labels stand from each other at least.
const LINE: f64 = 16.0;

/// Marks of the lines, so that nobody has to tell colours apart.
const MARKS: [&str; 4] = [
    "<circle cx=\"X\" cy=\"Y\" r=\"4.5\"/>",
    "<rect x=\"X\" y=\"Y\" width=\"9\" height=\"9\" transform=\"translate(-4.5 -4.5)\"/>",
    "<path d=\"M-5.5 4.5 0 -5.5 5.5 4.5Z\" transform=\"translate(X Y)\"/>",
    "<path d=\"M-5.5 0 0 -5.5 5.5 0 0 5.5Z\" transform=\"translate(X Y)\"/>",
];

/// Draws the variants of a run; nothing if none has measured all of it.
pub fn lines(declaration: &Declaration, lines: &Lines, variants: &[VariantReport]) -> String {
    let first = lines.points.first();
    let unit = first.map_or("", |point| declaration.unit(&point.measure));
    let drawn: Vec<(&str, Vec<f64>)> = variants
        .iter()
        .filter_map(|variant| {
            let values = lines
                .points
                .iter()
                .map(|point| variant.median(&point.measure));
            Some((variant.name.as_str(), values.collect::<Option<_>>()?))
        })
        .collect();
    if drawn.is_empty() {
        return String::new();
    }
    let words: Vec<String> = drawn
        .iter()
        .map(|(variant, values)| in_words(lines, unit, variant, values))
        .collect();
    figure(
        &lines.says,
        &words,
        &svg(lines, unit, &drawn),
        &lines.caption,
    )
}

fn in_words(lines: &Lines, unit: &str, variant: &str, values: &[f64]) -> String {
    let points = lines.points.iter().zip(values);
    let points: Vec<String> = points
        .map(|(point, value)| format!("{} at {}", with_unit(*value, unit), point.at))
        .collect();
    format!("{variant}: {}", points.join(", "))
}

fn svg(lines: &Lines, unit: &str, drawn: &[(&str, Vec<f64>)]) -> String {
    let all = drawn.iter().flat_map(|(_, values)| values).copied();
    let rulers = if lines.factors {
        tens(
            all.clone().fold(f64::INFINITY, f64::min),
            all.fold(1.0, f64::max),
        )
    } else {
        let highest = ceiling(all.fold(1.0, f64::max));
        vec![0.0, 0.5 * highest, highest]
    };
    let (lowest, highest) = (rulers[0], rulers[rulers.len() - 1]);
    let across = (RIGHT - LEFT) / (lines.points.len().max(2) - 1) as f64;
    let x = |place: usize| LEFT + across * place as f64;
    let y = |value: f64| {
        let up = if lines.factors {
            (value.max(lowest) / lowest).ln() / (highest / lowest).ln()
        } else {
            value / highest
        };
        NONE + (TOP - NONE) * up
    };
    let mut svg = String::new();
    for ruler in rulers {
        let (at, label) = (y(ruler), on_axis(ruler, unit));
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            LEFT - 10.0,
            at + 4.0,
        );
    }
    for (place, point) in lines.points.iter().enumerate() {
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
            x(place),
            NONE + 20.0,
            escape(&point.at),
        );
    }
    let _ = write!(
        svg,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
        f64::midpoint(LEFT, RIGHT),
        NONE + 40.0,
        escape(&lines.across),
    );
    for (nth, (_, values)) in drawn.iter().enumerate() {
        let line: Vec<String> = values
            .iter()
            .enumerate()
            .map(|(place, value)| format!("{:.1},{:.1}", x(place), y(*value)))
            .collect();
        let _ = write!(
            svg,
            "<g class=\"line{}\"><polyline class=\"way\" points=\"{}\"/>",
            nth % MARKS.len(),
            line.join(" ")
        );
        for (place, value) in values.iter().enumerate() {
            svg += &mark(nth, x(place), y(*value));
        }
        svg += "</g>";
    }
    svg + &names(drawn, y)
}

fn mark(nth: usize, x: f64, y: f64) -> String {
    let mark = MARKS[nth % MARKS.len()];
    mark.replace('X', &format!("{x:.1}"))
        .replace('Y', &format!("{y:.1}"))
}

/// The variants' names behind their last points, none on another.
fn names(drawn: &[(&str, Vec<f64>)], y: impl Fn(f64) -> f64) -> String {
    let ends = drawn
        .iter()
        .enumerate()
        .filter_map(|(nth, (variant, values))| {
            let end = values.last()?;
            Some((y(*end), nth, *variant))
        });
    let mut ends: Vec<(f64, usize, &str)> = ends.collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut names = String::new();
    let mut free = 0.0;
    for (at, nth, variant) in ends {
        let at = at.max(free);
        free = at + LINE;
        let _ = write!(
            names,
            "<g class=\"line{}\">{}</g><text class=\"name\" x=\"{:.0}\" y=\"{:.1}\">{}</text>",
            nth % MARKS.len(),
            mark(nth, RIGHT + 20.0, at),
            RIGHT + 32.0,
            at + 4.0,
            escape(variant),
        );
    }
    names
}

/// A value beside an axis: a long unit has no room there, and stands in the caption.
fn on_axis(value: f64, unit: &str) -> String {
    if ["ms", "ns", "%"].contains(&unit) {
        with_unit(value, unit)
    } else {
        number(value)
    }
}

/// One and noughts, from below the least to above the most.
fn tens(least: f64, most: f64) -> Vec<f64> {
    let mut ten = 1.0;
    while ten * 10.0 <= least {
        ten *= 10.0;
    }
    let mut tens = vec![ten];
    while ten < most || tens.len() < 2 {
        ten *= 10.0;
        tens.push(ten);
    }
    tens
}

/// The next number above that a reader can halve: one, two, four or six with noughts.
fn ceiling(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit * 10.0 < value {
        unit *= 10.0;
    }
    let above = [1.0, 2.0, 4.0, 6.0, 10.0].into_iter();
    let found = above.map(|times| times * unit).find(|top| *top >= value);
    found.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declaration::LinePoint;
    use crate::proof::{declared, variants};

    fn variant(name: &str, values: &[f64]) -> VariantReport {
        let names: Vec<String> = (0..values.len()).map(|nth| format!("at_{nth}")).collect();
        let measures = names.iter().zip(values);
        let measures = measures.map(|(measure, &value)| (measure.as_str(), name, value));
        variants(&measures.collect::<Vec<_>>()).remove(0)
    }

    fn wanted() -> Lines {
        let point = |nth: usize| LinePoint {
            measure: format!("at_{nth}"),
            at: format!("{} %", 50 * nth),
        };
        Lines {
            says: "From waiting to computing".to_owned(),
            across: "share of computing".to_owned(),
            caption: "Lower is sooner done.".to_owned(),
            factors: false,
            points: (0..3).map(point).collect(),
        }
    }

    fn declaration() -> Declaration {
        declared(
            r#"{"title": "", "lead": "", "run": "", "findings": [], "params": [], "variants": [],
                "measures": [{"name": "at_0", "label": "", "unit": "ms"}]}"#,
        )
    }

    #[test]
    fn each_variant_is_a_line_through_its_values() {
        let variants = [
            variant("one", &[600.0, 600.0, 600.0]),
            variant("two", &[100.0, 300.0, 600.0]),
        ];
        let html = lines(&declaration(), &wanted(), &variants);
        assert_eq!(html.matches("<polyline").count(), 2);
        assert!(
            html.contains(&format!("points=\"{LEFT:.1},{TOP:.1} ")),
            "{html}"
        );
        let half = f64::midpoint(TOP, NONE);
        let middle = f64::midpoint(LEFT, RIGHT);
        assert!(html.contains(&format!("{middle:.1},{half:.1}")), "{html}");
        assert!(html.contains("two: 100 ms at 0 %, 300 ms at 50 %, 600 ms at 100 %"));
    }

    #[test]
    fn beside_an_axis_there_is_room_for_short_units_alone() {
        assert_eq!(on_axis(100.0, "ms"), "100 ms");
        assert_eq!(on_axis(1000.0, "answers a second"), "1,000");
    }

    #[test]
    fn names_do_not_lie_on_each_other() {
        let variants = [
            variant("one", &[1.0, 2.0, 3.0]),
            variant("two", &[1.0, 2.0, 3.0]),
        ];
        let html = lines(&declaration(), &wanted(), &variants);
        let heights: Vec<f64> = html
            .split("class=\"name\"")
            .skip(1)
            .filter_map(|name| name.split("y=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert_eq!(heights[1] - heights[0], LINE);
    }

    #[test]
    fn a_variant_that_has_not_measured_all_has_no_line() {
        assert_eq!(
            lines(&declaration(), &wanted(), &[variant("one", &[1.0])]),
            ""
        );
    }

    #[test]
    fn equal_factors_are_equal_distances() {
        let wanted = Lines {
            factors: true,
            ..wanted()
        };
        let html = lines(
            &declaration(),
            &wanted,
            &[variant("one", &[1.0, 10.0, 100.0])],
        );
        let middle = f64::midpoint(TOP, NONE);
        assert!(html.contains(&format!(",{middle:.1} ")), "{html}");
        assert_eq!(tens(20.0, 1000.0), [10.0, 100.0, 1000.0]);
        assert_eq!(tens(10.0, 10.0), [10.0, 100.0]);
    }

    #[test]
    fn the_axis_ends_at_a_number_that_can_be_halved() {
        for (value, top) in [(1.0, 1.0), (130.0, 200.0), (590.0, 600.0), (700.0, 1000.0)] {
            assert_eq!(ceiling(value), top);
        }
    }
}
