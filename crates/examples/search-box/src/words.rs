//! Something to search in. No clock, no browser.

const WORDS: [&str; 24] = [
    "async",
    "await",
    "abort",
    "actor",
    "atomic",
    "block",
    "borrow",
    "buffer",
    "cancel",
    "channel",
    "clock",
    "core",
    "deadlock",
    "deadline",
    "executor",
    "event",
    "frame",
    "future",
    "join",
    "lock",
    "microtask",
    "poll",
    "promise",
    "waker",
];

/// The words that begin so, at most five, each after a space.
pub fn that_begin_with(letters: &str) -> String {
    let letters = letters.to_ascii_lowercase();
    let found = WORDS.iter().filter(|word| word.starts_with(&letters));
    found.take(5).map(|word| [" ", word].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::that_begin_with;

    #[test]
    fn words_are_found_by_their_beginning() {
        assert_eq!(that_begin_with("Aw"), " await");
        assert_eq!(that_begin_with("a"), " async await abort actor atomic");
        assert_eq!(that_begin_with("x"), "");
    }
}
