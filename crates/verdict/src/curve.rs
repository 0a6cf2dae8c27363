//! A run as a curve: how much each variant gets done, against how long it holds the page. Pure.

use crate::declaration::Curve;
use crate::format::with_unit;
use crate::markup::escape;
use crate::report::VariantReport;
use std::fmt::Write;

/// The size of the drawing, in pixels where there is room for it.
const SIZE: (f64, f64) = (714.0, 250.0);

/// Where in it the axes are: left, right, the height of 100 % and of 0 %.
const LEFT: f64 = 48.0;
const RIGHT: f64 = 684.0;
const FULL: f64 = 26.0;
const NONE: f64 = 206.0;

/// The holds that the axis names, in milliseconds.
const RULERS: [f64; 9] = [1.0, 2.0, 5.0, 16.7, 50.0, 100.0, 200.0, 500.0, 1000.0];

/// The shortest stall that has a place on the axis, in milliseconds, and the highest share.
const SHORTEST: f64 = 0.1;
const HIGHEST: f64 = 1.1;

/// How wide a letter of a label is at the most, how far labels stand below each other, and below their points.
const LETTER: f64 = 6.4;
const LINE: f64 = 17.0;
const BELOW: f64 = 26.0;

/// One variant in the curve.
struct Point<'a> {
    variant: &'a str,
    stall: f64,
    /// What it gets done in a second, as a share of what the variant that it is compared with does.
    share: f64,
}

/// Draws the variants of a run; nothing if there are not enough to make a curve.
pub fn curve(curve: &Curve, variants: &[VariantReport]) -> String {
    let total = |variant: &VariantReport| variant.median("total").filter(|total| *total > 0.0);
    let full = variants
        .iter()
        .find(|variant| variant.function == curve.beside);
    let Some(full) = full.and_then(total) else {
        return String::new();
    };
    let points = variants.iter().filter_map(|variant| {
        // A coarse clock may have seen no stall at all, and nothing may lie above the drawing.
        let stall = variant.median("stall")?.max(SHORTEST);
        let share = (full / total(variant)?).min(HIGHEST);
        Some(Point {
            variant: &variant.name,
            stall,
            share,
        })
    });
    let mut points: Vec<Point> = points.collect();
    if points.len() < 3 {
        return String::new();
    }
    points.sort_by(|one, other| one.stall.total_cmp(&other.stall));
    let words: Vec<String> = points.iter().map(in_words).collect();
    let caption = format!(
        "The work is a share of what ‘{}’ gets done in a second; the further to the left, the sooner the page is yours. Equal distances across are equal factors.",
        curve.beside
    );
    figure(&curve.says, &words, &drawn(&points), &caption)
}

/// A drawing with what it says, the same in words, and what a reader has to know of it.
pub(crate) fn figure(says: &str, words: &[String], svg: &str, caption: &str) -> String {
    format!(
        "<figure class=\"curve\"><div tabindex=\"0\" role=\"group\" aria-label=\"{says}; it can be scrolled where it is wider than the page\">\
        <svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{svg}</svg></div>\
        <figcaption>{says}. {}</figcaption></figure>",
        SIZE.0,
        SIZE.1,
        escape(&words.join("; ")),
        escape(caption),
        says = escape(says),
    )
}

fn in_words(point: &Point) -> String {
    let (share, stall) = (with_unit(point.share, "%"), with_unit(point.stall, "ms"));
    format!("{}: {share}, the page frozen for {stall}", point.variant)
}

fn drawn(points: &[Point]) -> String {
    let shortest = points[0].stall.min(RULERS[0]);
    let longest = points[points.len() - 1].stall.max(RULERS[RULERS.len() - 1]);
    // Each ten times as long is as far: on an even axis, all that matters would be at its left end.
    let x =
        |stall: f64| LEFT + (RIGHT - LEFT) * (stall / shortest).ln() / (longest / shortest).ln();
    let y = |share: f64| NONE + (FULL - NONE) * share;
    let mut svg = String::new();
    for share in [0.0, 0.5, 1.0] {
        let (at, label) = (y(share), with_unit(share, "%"));
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            LEFT - 8.0,
            at + 4.0,
        );
    }
    for ruler in RULERS {
        let (at, label) = (x(ruler), with_unit(ruler, "ms"));
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{FULL}\" y2=\"{NONE}\"/><text x=\"{at:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{label}</text>",
            NONE + 18.0,
        );
    }
    let _ = write!(
        svg,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">longest stall of the page</text>",
        f64::midpoint(LEFT, RIGHT),
        NONE + 38.0,
    );
    let line: Vec<String> = points
        .iter()
        .map(|point| format!("{:.1},{:.1}", x(point.stall), y(point.share)))
        .collect();
    let _ = write!(
        svg,
        "<polyline class=\"way\" points=\"{}\"/>",
        line.join(" ")
    );
    // How far to the right each line of labels is taken.
    let mut taken: Vec<f64> = Vec::new();
    for point in points {
        let (at, up) = (x(point.stall), y(point.share));
        let half = LETTER * point.variant.chars().count() as f64 / 2.0;
        // A label at the edge is moved in.
        let middle = at.clamp(LEFT + half, RIGHT - half);
        let free = taken.iter().position(|end| middle - half > *end);
        let line = free.unwrap_or(taken.len());
        if free.is_none() {
            taken.push(0.0);
        }
        taken[line] = middle + half + LETTER;
        let below = up + BELOW + LINE * line as f64;
        let _ = write!(
            svg,
            "<line class=\"lead\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{up:.1}\" y2=\"{:.1}\"/><circle cx=\"{at:.1}\" cy=\"{up:.1}\" r=\"4.5\"/><text class=\"name\" x=\"{middle:.1}\" y=\"{below:.1}\" text-anchor=\"middle\">{}</text>",
            below - 12.0,
            escape(point.variant),
        );
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::variants;

    fn variant(name: &str, stall: f64, total: f64) -> VariantReport {
        variants(&[("stall", name, stall), ("total", name, total)]).remove(0)
    }

    fn wanted() -> Curve {
        Curve {
            says: "Work against stall".to_owned(),
            beside: "whole".to_owned(),
        }
    }

    #[test]
    fn each_variant_is_a_point_by_its_hold_and_its_share() {
        let variants = [
            variant("whole", 1000.0, 1000.0),
            variant("long", 100.0, 1000.0),
            variant("short", 1.0, 2000.0),
        ];
        let html = curve(&wanted(), &variants);
        let circles: Vec<&str> = html.split("<circle ").skip(1).collect();
        assert_eq!(circles.len(), 3);
        // Half of the work in a second is half way up; a thousandth of the stall is at the left end.
        let middle = f64::midpoint(FULL, NONE);
        assert!(
            circles[0].starts_with(&format!("cx=\"{LEFT:.1}\" cy=\"{middle:.1}\"")),
            "{}",
            circles[0]
        );
        assert!(
            circles[2].starts_with(&format!("cx=\"{RIGHT:.1}\" cy=\"{FULL:.1}\"")),
            "{}",
            circles[2]
        );
        assert!(
            html.contains("short: 50 %, the page frozen for 1 ms; long: 100 %"),
            "{html}"
        );
    }

    #[test]
    fn labels_do_not_lie_on_each_other() {
        let variants = [
            variant("whole", 1000.0, 1000.0),
            variant("one beside", 10.0, 1000.0),
            variant("the other", 10.5, 1000.0),
        ];
        let html = curve(&wanted(), &variants);
        let lines: Vec<&str> = html
            .split("class=\"name\"")
            .skip(1)
            .filter_map(|label| label.split("y=\"").nth(1)?.split('"').next())
            .collect();
        assert_eq!(lines, ["52.0", "69.0", "52.0"]);
    }

    #[test]
    fn a_variant_alone_makes_no_curve() {
        assert_eq!(curve(&wanted(), &[variant("whole", 1000.0, 1000.0)]), "");
        assert_eq!(curve(&wanted(), &[variant("short", 1.0, 1.0)]), "");
    }
}
