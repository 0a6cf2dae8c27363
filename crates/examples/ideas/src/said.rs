//! What each idea should do, and what it did.

/// What CPython printed, kept by `cargo run --package native`.
pub const RECORDED: &str = include_str!("recorded.txt");

/// What each idea should have done, in any language.
const EXPECTED: [&str; 9] = [
    "callback: asked, went on, called back",
    "later: pending, 42",
    "task: went on, worked",
    "await: one, two",
    "join: slow, quick",
    "select: quick",
    "cancel: stopped",
    "lock: 2",
    "sleep: slept",
];

/// How many ideas did what they should.
pub fn as_expected(said: &str) -> u32 {
    said.lines()
        .map(|line| u32::from(EXPECTED.contains(&line)))
        .sum()
}

/// Whether a coroutine had begun before it was awaited.
pub fn begun_unasked(said: &str) -> bool {
    said.lines()
        .any(|line| line.starts_with("begun unasked: yes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recording_has_all_ideas() {
        assert_eq!(as_expected(RECORDED), 9);
        assert!(!begun_unasked(RECORDED));
        assert!(begun_unasked("sleep: slept\nbegun unasked: yes, yes"));
        assert_eq!(as_expected("lock: 1\nsleep: slept\nnonsense"), 1);
    }
}
