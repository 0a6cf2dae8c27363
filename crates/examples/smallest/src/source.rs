//! What can be counted in the text of a program. No browser in here.

/// How many lines hold code.
pub fn lines(source: &str) -> u32 {
    let code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with(['/', '*']);
    source.lines().filter(code).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_code() {
        let source = "//! About.\n\n/// One.\nfn one() {\n    two(); // there\n}\n/** Two. */\n";
        assert_eq!(lines(source), 3);
        assert_eq!(lines(""), 0);
    }
}
