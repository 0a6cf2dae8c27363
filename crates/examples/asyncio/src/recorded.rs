//! What CPython told, kept by `cargo run --package native`.

/// With a wait that is awaited.
pub const AWAITED: &str = include_str!("awaited.txt");

/// With a call that blocks.
pub const BLOCKING: &str = include_str!("blocking.txt");

/// The lines of a recording, without the one that says how long it took.
pub fn lines(recording: &str) -> impl Iterator<Item = &str> {
    recording.lines().filter(|line| !line.starts_with('#'))
}

/// A figure of the last line, by the words that follow it.
pub fn figure(recording: &str, words: &str) -> Option<u32> {
    let last = recording.lines().last()?;
    let before = last.split(words).next()?;
    before
        .split([' ', '#'])
        .rfind(|word| !word.is_empty())?
        .parse()
        .ok()
}

/// How many tasks had begun and not ended, at most.
pub fn most_open<'a>(lines: impl Iterator<Item = &'a str>) -> u32 {
    let (mut open, mut most) = (0_u32, 0);
    for line in lines {
        if line.ends_with(" begins") {
            open += 1;
        } else if line.ends_with(" ends") && !line.starts_with("cook") {
            open = open.saturating_sub(1);
        }
        most = most.max(open);
    }
    most
}

/// In how many places two tellings differ.
pub fn differences<'a>(
    mut one: impl Iterator<Item = &'a str>,
    mut other: impl Iterator<Item = &'a str>,
) -> u32 {
    let mut differ = 0;
    loop {
        match (one.next(), other.next()) {
            (None, None) => return differ,
            (one, other) => differ += u32::from(one != other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_is_read() {
        let recording = "tea begins\ntea ends\n# 1 threads, 203 ms in all, 2 ms late at most\n";
        assert_eq!(lines(recording).count(), 2);
        assert_eq!(figure(recording, " threads"), Some(1));
        assert_eq!(figure(recording, " ms late"), Some(2));
        assert_eq!(figure(recording, " cooks"), None);
        assert_eq!(
            differences(["a", "b"].into_iter(), ["a", "c", "d"].into_iter()),
            2
        );
    }
}
