//! Drawings that explain a structure.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use mdbook_wasm_example::{escape, unsearched};

/// Their folder below the project's root. It's not one of the book's, whose files mdBook would copy into the site.
const FOLDER: &str = "crates/book-preprocessor/drawings";

/// Writes the drawing that a directive names, with the rest of the directive as its caption.
///
/// # Errors
///
/// Names the file that is missing, or says what it lacks.
pub fn markup(root: &Path, asked: &str) -> Result<String> {
    let asked = asked.trim();
    let (name, caption) = asked.split_once(' ').unwrap_or((asked, ""));
    let file = format!("{FOLDER}/{name}.svg");
    let svg = fs::read_to_string(root.join(&file)).with_context(|| format!("no drawing {file}"))?;
    let caption = caption.trim();
    ensure!(!caption.is_empty(), "the drawing {name} has no caption");
    figure(&svg, caption).with_context(|| file)
}

/// A figure with a drawing, whose labels stay out of the search.
///
/// Its `title` and `desc` become one label: the page for print renames every `id`, which would break `aria-labelledby`, and browsers show a `title` as a tooltip over the drawing.
fn figure(svg: &str, caption: &str) -> Result<String> {
    let (svg, title) = cut(svg, "title")?;
    let (svg, about) = cut(&svg, "desc")?;
    let label = format!("role=\"img\" aria-label=\"{title}. {about}\"");
    let svg = svg.replacen("<svg", &format!("<svg {label}"), 1);
    let lines: Vec<&str> = svg.lines().map(str::trim).collect();
    Ok(format!(
        "<figure class=\"drawing\">\n{}<figcaption>{}</figcaption>\n</figure>",
        unsearched(&lines.join("")),
        escape(caption)
    ))
}

/// A drawing without the element of a name, and the text of that.
fn cut(svg: &str, name: &str) -> Result<(String, String)> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let (before, rest) = svg
        .split_once(&open)
        .with_context(|| format!("it has no {open}"))?;
    let (text, after) = rest
        .split_once(&close)
        .with_context(|| format!("it has no {close}"))?;
    ensure!(!text.contains('"'), "{open} has quotation marks");
    Ok((format!("{before}{after}"), text.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_in_words_what_it_shows_and_keeps_to_one_line() {
        let svg = "<svg viewBox=\"0 0 1 1\">\n  <title>A loop</title>\n\n  <desc>It turns.</desc>\n  <path d=\"M0 0\"/>\n</svg>\n";
        let figure = figure(svg, "Turns & turns").unwrap();
        assert!(
            figure.contains(
                "<svg role=\"img\" aria-label=\"A loop. It turns.\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>"
            ),
            "{figure}"
        );
        assert!(
            figure.contains("<figcaption>Turns &amp; turns</figcaption>"),
            "{figure}"
        );
    }

    #[test]
    fn a_drawing_that_says_nothing_is_refused() {
        let fault = figure("<svg><title>A</title></svg>", "b").unwrap_err();
        assert!(fault.to_string().contains("<desc>"), "{fault}");
        let fault = markup(Path::new("."), "none at all").unwrap_err();
        assert!(fault.to_string().contains("drawings/none.svg"), "{fault}");
    }

    /// The page for print would break references to ids, and a drawing's own style would not follow the themes.
    #[test]
    fn every_drawing_of_the_book_leaves_its_style_to_the_page() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(FOLDER);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let svg = fs::read_to_string(&path).unwrap();
            for own in [" id=", " style=", "<style", " fill=", " stroke=", "url("] {
                assert!(!svg.contains(own), "{} has `{own}`", path.display());
            }
            figure(&svg, "a").unwrap();
        }
    }
}
