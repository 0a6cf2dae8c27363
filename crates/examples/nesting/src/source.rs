//! What can be counted in the text of a function. No browser in here.

/// The body of a function, braces included, found by what its line begins with.
pub fn body<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = source.split_once(name)?;
    let begin = rest.find("{\n")?;
    let end = rest.find("\n}\n")?;
    rest.get(begin..end + 2)
}

/// How many braces are open in the deepest place.
pub fn depth(body: &str) -> u32 {
    let (mut open, mut deepest) = (0, 0);
    for byte in body.bytes() {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// In how many places a failure is looked after.
pub fn handlers(body: &str) -> u32 {
    body.matches("else {").count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "fn one() {\n    a();\n}\n\nfn two() {\n    let Ok(b) = a() else {\n        return;\n    };\n}\n";

    #[test]
    fn a_body_is_found_by_its_name() {
        assert_eq!(body(SOURCE, "fn one("), Some("{\n    a();\n}"));
        assert_eq!(body(SOURCE, "fn three("), None);
    }

    #[test]
    fn braces_and_handlers_are_counted() {
        let two = body(SOURCE, "fn two(").unwrap();
        assert_eq!((depth(two), handlers(two)), (2, 1));
    }
}
