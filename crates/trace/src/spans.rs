//! Who ran when: stretches of time in which somebody ran code, and what ran at the same moment.

/// A stretch of time in which an agent, one that has a thread of its own, ran code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The agent's tag.
    pub agent: u32,
    /// When it began, in milliseconds on a clock that all agents share.
    pub begin: f64,
    /// When it ended.
    pub end: f64,
}

/// Numbers per span in the flat form that crosses between threads.
const WIDTH: usize = 3;

/// The spans as numbers, three each: tag, begin, end.
pub fn flat(spans: &[Span]) -> Vec<f64> {
    let flat = spans
        .iter()
        .flat_map(|span| [f64::from(span.agent), span.begin, span.end]);
    flat.collect()
}

/// Reads spans from their flat form.
pub fn parse(flat: &[f64]) -> impl Iterator<Item = Span> {
    flat.chunks_exact(WIDTH).map(|span| Span {
        agent: span[0] as u32,
        begin: span[1],
        end: span[2],
    })
}

/// How many agents ran something.
pub fn agents(spans: &[Span]) -> usize {
    let mut seen = Vec::new();
    for span in spans {
        if !seen.contains(&span.agent) {
            seen.push(span.agent);
        }
    }
    seen.len()
}

/// The longest time for which two spans ran at the same moment, in milliseconds.
pub fn overlap(spans: &[Span]) -> f64 {
    let mut longest = 0.0;
    for (place, one) in spans.iter().enumerate() {
        for other in &spans[place + 1..] {
            let both = one.end.min(other.end) - one.begin.max(other.begin);
            longest = f64::max(longest, both);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(flat: &[[f64; WIDTH]]) -> Vec<Span> {
        parse(flat.as_flattened()).collect()
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        let one_thread = spans(&[[7.0, 0.0, 5.0], [7.0, 5.0, 9.0], [7.0, 9.0, 9.0]]);
        assert_eq!(overlap(&one_thread), 0.0);
        assert_eq!(agents(&one_thread), 1);
    }

    #[test]
    fn overlap_is_that_of_the_two_that_share_most() {
        let three = spans(&[[1.0, 0.0, 10.0], [2.0, 4.0, 12.0], [3.0, 6.0, 8.0]]);
        assert_eq!(overlap(&three), 6.0);
        assert_eq!(agents(&three), 3);
    }

    #[test]
    fn the_flat_form_keeps_everything() {
        let numbers = [[1.0, 0.5, 10.0], [4_294_967_295.0, 4.0, 12.0]];
        assert_eq!(flat(&spans(&numbers)), numbers.as_flattened());
    }

    #[test]
    fn nothing_overlaps_where_nothing_ran() {
        assert_eq!(overlap(&[]), 0.0);
        assert_eq!(agents(&[]), 0);
    }
}
