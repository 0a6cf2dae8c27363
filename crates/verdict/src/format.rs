//! Numbers as a reader wants them: grouped, rounded to what was measured, with their unit.

/// Writes `value` with its unit: `ms`, `ns` (as microseconds or milliseconds where they are many), `%` (of a share), `times`, `yes or no`, `in order` (of the digits of a number), or any noun; an empty unit adds nothing.
pub fn with_unit(value: f64, unit: &str) -> String {
    match unit {
        "" => number(value),
        "%" => format!("{} %", number(value * 100.0)),
        "ns" if value >= 999_500.0 => with_unit(value / 1e6, "ms"),
        "ns" if value >= 999.5 => format!("{} µs", number(value / 1e3)),
        "yes or no" => if value == 0.0 { "no" } else { "yes" }.to_owned(),
        "in order" => digits(value).collect::<Vec<_>>().join(" "),
        "times" => match value.round() as i64 {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            _ => format!("{} times", number(value)),
        },
        _ => format!("{} {}", number(value), noun(value, unit)),
    }
}

/// The digits of a number, each by itself.
pub fn digits(value: f64) -> impl Iterator<Item = String> {
    let whole = format!("{value:.0}").into_bytes();
    whole.into_iter().map(|digit| char::from(digit).to_string())
}

/// The noun as it follows a number: one of them loses the plural's ending.
fn noun(value: f64, plural: &str) -> &str {
    if number(value) != "1" || ["ms", "ns"].contains(&plural) {
        return plural;
    }
    plural
        .strip_suffix("es")
        .filter(|stem| stem.ends_with("sh"))
        .or_else(|| plural.strip_suffix('s'))
        .unwrap_or(plural)
}

/// Writes a number with a comma between thousands, and one decimal below ten where it is not whole.
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let digits = usize::from(value.abs() < 9.95 && (value * 10.0).round() % 10.0 != 0.0);
    let plain = format!("{:.digits$}", value.abs());
    let (whole, decimals) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 && plain != "0" {
        "−"
    } else {
        ""
    };
    format!("{sign}{grouped}{decimals}")
}

/// Writes a number with one decimal, whole and not: for moments that stand beside each other.
pub fn precise(value: f64) -> String {
    let whole = value.abs() >= 999.95;
    if whole {
        number(value)
    } else {
        // A moment shortly before the begin is that begin.
        let tenths = (value * 10.0).round() / 10.0 + 0.0;
        format!("{tenths:.1}").replace('-', "−")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_small_numbers_keep_a_decimal() {
        assert_eq!(number(1500.4), "1,500");
        assert_eq!(number(1_234_567.0), "1,234,567");
        assert_eq!(number(8.04), "8");
        assert_eq!(number(8.26), "8.3");
        assert_eq!(number(0.0), "0");
        assert_eq!(number(-0.2), "−0.2");
        assert_eq!(number(999.0), "999");
        assert_eq!(number(f64::NAN), "–");
    }

    #[test]
    fn moments_have_a_decimal_until_they_are_long() {
        assert_eq!(precise(0.04), "0.0");
        assert_eq!(precise(16.66), "16.7");
        assert_eq!(precise(1500.4), "1,500");
        assert_eq!(precise(-3.0), "−3.0");
    }

    #[test]
    fn units_follow_their_number() {
        assert_eq!(with_unit(1500.0, "ms"), "1,500 ms");
        assert_eq!(with_unit(1.0, "ns"), "1 ns");
        assert_eq!(with_unit(999.6, "ns"), "1 µs");
        assert_eq!(with_unit(62_000.0, "ns"), "62 µs");
        assert_eq!(with_unit(31_000_000.0, "ns"), "31 ms");
        assert_eq!(with_unit(0.025, "%"), "2.5 %");
        assert_eq!(with_unit(1.0, "frames"), "1 frame");
        assert_eq!(with_unit(1.0, "dishes"), "1 dish");
        assert_eq!(with_unit(1.0, "ms"), "1 ms");
        assert_eq!(with_unit(1.2, "places"), "1.2 places");
        assert_eq!(with_unit(1.0, "times"), "once");
        assert_eq!(with_unit(12.0, "times"), "12 times");
        assert_eq!(with_unit(92.0, "frames"), "92 frames");
        assert_eq!(with_unit(78498.0, ""), "78,498");
        assert_eq!(with_unit(0.0, "yes or no"), "no");
        assert_eq!(with_unit(15342.0, "in order"), "1 5 3 4 2");
    }
}
