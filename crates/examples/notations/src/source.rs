//! What can be counted in the text of a file. No browser in here.

/// The lines of a file that are code, without their indentation.
pub fn code(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| {
        let aside = ["//", "/*", "use "];
        !line.is_empty() && !aside.iter().any(|begin| line.starts_with(begin))
    })
}

/// How many lines of a file are not in another one.
pub fn changed(text: &str, other: &str) -> u32 {
    let same = |line: &&str| code(other).any(|own| own == *line);
    code(text).filter(|line| !same(line)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "//! A file.\n\nuse a::b;\n\n/// A sum.\nfn sum() {\n    a + b\n}\n";

    #[test]
    fn comments_and_imports_are_no_code() {
        assert_eq!(
            code(PLAIN).collect::<Vec<_>>(),
            ["fn sum() {", "a + b", "}"]
        );
    }

    #[test]
    fn lines_that_differ_are_counted() {
        assert_eq!(changed(PLAIN, PLAIN), 0);
        assert_eq!(changed("async fn sum() {\n  a + b\n}\n", PLAIN), 1);
    }
}
