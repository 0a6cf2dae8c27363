//! Lines of an example's source, quoted where a chapter discusses them, and the way from Rust to its primer.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// How a directive begins.
const DIRECTIVE: &str = "{{#lines ";

/// Puts the lines that a chapter quotes in place of each `{{#lines SLUG/FILE: FROM … TO}}`.
///
/// The lines reach from the first that begins with FROM to the next that begins with TO, with the block that it opens; without TO, to the end of FROM's own block.
/// They lose the indentation that they have in common, so a chapter can quote the inside of a function.
///
/// # Errors
///
/// A file that cannot be read, or a text that no line begins with.
pub fn quote(content: &str, examples: &Path) -> Result<String> {
    let mut quoted = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = rest.find(DIRECTIVE) {
        let (before, directive) = rest.split_at(at);
        quoted.push_str(before);
        let (directive, after) = directive.split_once('\n').unwrap_or((directive, ""));
        let asked = directive
            .strip_prefix(DIRECTIVE)
            .and_then(|asked| asked.strip_suffix("}}"));
        let Some((path, marks)) = asked.and_then(|asked| asked.split_once(": ")) else {
            bail!(
                "`{directive}` is not `{DIRECTIVE}SLUG/FILE: FROM … TO}}}}` on a line of its own"
            );
        };
        let source = fs::read_to_string(examples.join(path))
            .with_context(|| format!("cannot read `{path}`"))?;
        let (from, to) = marks.split_once(" … ").unwrap_or((marks, marks));
        let lines = between(&source, from, to)
            .with_context(|| format!("`{path}` has no lines `{marks}`"))?;
        quoted.push_str(&lines);
        quoted.push('\n');
        rest = after;
    }
    quoted.push_str(rest);
    Ok(quoted)
}

/// Puts a link to the page on reading Rust below each listing of Rust and each example.
pub fn lead_to_primer(content: &str) -> String {
    const LINK: &str =
        "\n<p class=\"primer\"><a href=\"rust.html\">How to read this Rust</a></p>\n\n";
    let mut led = String::with_capacity(content.len());
    let mut listing = false;
    for line in content.split_inclusive('\n') {
        led.push_str(line);
        let closes = listing && line.starts_with("```");
        if closes || line.starts_with("{{#example ") {
            led.push_str(LINK);
        }
        listing = !closes && (listing || line.starts_with("```rust"));
    }
    led
}

fn between(source: &str, from: &str, to: &str) -> Option<String> {
    let lines: Vec<&str> = source.lines().collect();
    let begins = |with: &str, line: &&str| line.trim_start().starts_with(with);
    let first = lines.iter().position(|line| begins(from, line))?;
    let to = first + lines[first..].iter().position(|line| begins(to, line))?;
    let lines = &lines[first..=block(&lines, to)];
    let filled = lines.iter().filter(|line| !line.is_empty());
    let common = filled.map(|line| indent(line)).min()?;
    let shifted = lines
        .iter()
        .map(|line| line.get(common..).unwrap_or_default());
    Some(shifted.collect::<Vec<_>>().join("\n"))
}

/// The last line of the block that a line opens, or the line itself.
fn block(lines: &[&str], opens: usize) -> usize {
    let depth = indent(lines[opens]);
    let inside = |line: &&&str| line.is_empty() || indent(line) > depth;
    let closes = opens + 1 + lines[opens + 1..].iter().take_while(inside).count();
    let closing = |line: &&str| line.trim_start().starts_with(['}', ')', ']']);
    match lines.get(closes) {
        Some(line) if closes > opens + 1 && closing(line) => closes,
        _ => opens,
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::{between, lead_to_primer};

    #[test]
    fn a_listing_of_rust_and_an_example_lead_to_the_primer() {
        let led = lead_to_primer("```rust\nfn f() {}\n```\n```js\nf()\n```\n{{#example a}}\n");
        let places: Vec<_> = led.match_indices("rust.html").collect();
        assert_eq!(places.len(), 2, "{led}");
        assert!(led.starts_with("```rust\nfn f() {}\n```\n\n<p"), "{led}");
        assert!(led.contains("{{#example a}}\n\n<p"), "{led}");
    }

    const SOURCE: &str = "fn one() {\n    let a = 1;\n    if a {\n        b();\n    } else {\n        c();\n    }\n}\n\nfn two() {}\n";

    #[test]
    fn a_block_reaches_to_the_line_that_closes_it() {
        assert_eq!(
            between(SOURCE, "fn one", "fn one").unwrap(),
            SOURCE.split("\n\n").next().unwrap()
        );
    }

    #[test]
    fn the_inside_of_a_function_loses_its_indentation() {
        assert_eq!(
            between(SOURCE, "if a", "} else").unwrap(),
            "if a {\n    b();\n} else {\n    c();\n}"
        );
        assert_eq!(between(SOURCE, "let a", "let a").unwrap(), "let a = 1;");
    }

    #[test]
    fn a_text_that_no_line_begins_with_is_not_found() {
        assert!(between(SOURCE, "fn three", "fn three").is_none());
        assert!(between(SOURCE, "fn two", "fn one").is_none());
    }
}
