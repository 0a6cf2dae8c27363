//! The two programs as text.

/// The one that blocks.
pub const BLOCKING: &str = include_str!("blocking.js");

/// The one that awaits.
pub const AWAITED: &str = include_str!("awaited.js");

/// How many lines it has.
pub fn lines(source: &str) -> u32 {
    source.bytes().map(|byte| u32::from(byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_below_the_panel() {
        assert_eq!((lines(BLOCKING), lines(AWAITED)), (6, 4));
    }
}
