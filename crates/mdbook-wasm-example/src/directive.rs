//! Finds the directives `{{#example …}}` in a chapter's Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::nearest::nearest;

const KEYS: [&str; 1] = ["show"];

/// A directive as it stands in a chapter.
#[derive(Debug, PartialEq)]
pub(crate) struct Found {
    /// Where in the chapter's text it stands.
    pub(crate) range: Range<usize>,
    /// The line that it stands on, counted from one.
    pub(crate) line: usize,
    /// Whether it stands in a list item, a quotation or the like.
    pub(crate) nested: bool,
    /// What it says, or what is wrong with it.
    pub(crate) directive: Result<Directive, Malformed>,
}

/// What a directive asks for.
#[derive(Debug, PartialEq)]
pub(crate) struct Directive {
    pub(crate) slug: String,
    pub(crate) show: Show,
}

/// Which sources a directive shows.
#[derive(Debug, PartialEq)]
pub(crate) enum Show {
    /// Every file below the example's `src/`.
    All,
    /// These, in this order; none, if it is empty.
    These(Vec<Shown>),
}

/// A file to show, relative to the example's folder, or the part of it between two anchors.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    pub(crate) path: String,
    pub(crate) anchor: Option<String>,
}

/// A directive that cannot be understood.
#[derive(Debug, PartialEq)]
pub(crate) struct Malformed {
    pub(crate) slug: Option<String>,
    pub(crate) message: String,
}

/// Finds the directives of a chapter, leaving alone what is code, a comment or escaped.
pub(crate) fn find(text: &str) -> Vec<Found> {
    // Most chapters have none, and parsing Markdown is the dearest step here.
    if !text.contains("#example") {
        return Vec::new();
    }
    let outline = Outline::of(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(opening) = text[from..].find("{{") {
        let start = from + opening;
        from = start + 2;
        let Some(inner) = text[from..]
            .trim_start_matches([' ', '\t'])
            .strip_prefix("#example")
        else {
            continue;
        };
        let ours = inner.starts_with(|next: char| next.is_whitespace() || next == '}');
        let escaped = text[..start].ends_with('\\');
        if !ours || escaped || outline.is_code(start) {
            continue;
        }
        let line_end = inner.find('\n').unwrap_or(inner.len());
        let inner_start = text.len() - inner.len();
        let (directive, end) = match inner[..line_end].find("}}") {
            Some(length) => (parse(&inner[..length]), inner_start + length + 2),
            None => (
                Err(Malformed {
                    slug: inner[..line_end]
                        .split_whitespace()
                        .next()
                        .map(str::to_owned),
                    message: "the directive has no `}}` on its line".into(),
                }),
                inner_start + line_end,
            ),
        };
        found.push(Found {
            range: start..end,
            line: text[..start].matches('\n').count() + 1,
            nested: outline.is_nested(start),
            directive,
        });
        from = end;
    }
    found
}

fn parse(inner: &str) -> Result<Directive, Malformed> {
    let mut words = inner.split_whitespace();
    let Some(slug) = words.next() else {
        return Err(Malformed {
            slug: None,
            message: "`{{#example}}` names no example".into(),
        });
    };
    let malformed = |message: String| Malformed {
        slug: Some(slug.to_owned()),
        message,
    };
    if !slug
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    {
        return Err(malformed(
            "a name is made of letters, digits, `-` and `_`".into(),
        ));
    }
    let mut show = None;
    for word in words {
        let Some((key, value)) = word.split_once('=') else {
            return Err(malformed(format!(
                "`{word}` is not of the form `key=value`"
            )));
        };
        if key != "show" {
            return Err(malformed(match nearest(key, KEYS) {
                Some(close) => format!("unknown key `{key}`; did you mean `{close}`?"),
                None => format!("unknown key `{key}`; the only key is `show`"),
            }));
        }
        if show
            .replace(parse_show(value).map_err(malformed)?)
            .is_some()
        {
            return Err(malformed("`show` stands twice".into()));
        }
    }
    Ok(Directive {
        slug: slug.to_owned(),
        show: show.unwrap_or(Show::All),
    })
}

fn parse_show(value: &str) -> Result<Show, String> {
    if value == "none" {
        return Ok(Show::These(Vec::new()));
    }
    let parts = value.split(',').map(|part| {
        let (path, anchor) = match part.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (part, None),
        };
        if path.is_empty() || anchor == Some("") {
            return Err(format!(
                "`show={value}`: `{part}` is not a file or `file#anchor`"
            ));
        }
        let inside = !path.starts_with('/') && path.split('/').all(|step| step != "..");
        if !inside {
            return Err(format!(
                "`show={value}`: `{path}` leaves the example's folder"
            ));
        }
        Ok(Shown {
            path: path.to_owned(),
            anchor: anchor.map(str::to_owned),
        })
    });
    Ok(Show::These(parts.collect::<Result<_, _>>()?))
}

/// The parts of a chapter that decide what a directive in them means.
struct Outline {
    code: Vec<Range<usize>>,
    containers: Vec<Range<usize>>,
}

impl Outline {
    fn of(text: &str) -> Self {
        let mut outline = Outline {
            code: Vec::new(),
            containers: Vec::new(),
        };
        // The extensions that mdBook switches on and that can hold or hide a code range.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_GFM;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => outline.code.push(range),
                Event::Html(_) | Event::InlineHtml(_) => outline.add_comments(text, range),
                Event::Start(Tag::Item | Tag::BlockQuote(_) | Tag::DefinitionListDefinition) => {
                    outline.containers.push(range)
                }
                _ => {}
            }
        }
        outline
    }

    fn add_comments(&mut self, text: &str, html: Range<usize>) {
        let mut from = html.start;
        while let Some(opening) = text[from..html.end].find("<!--") {
            let start = from + opening;
            let end = text[start..]
                .find("-->")
                .map_or(text.len(), |length| start + length + 3);
            self.code.push(start..end);
            if end >= html.end {
                break;
            }
            from = end;
        }
    }

    fn is_code(&self, position: usize) -> bool {
        self.code.iter().any(|range| range.contains(&position))
    }

    fn is_nested(&self, position: usize) -> bool {
        self.containers
            .iter()
            .any(|range| range.contains(&position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|found| found.directive.unwrap().slug)
            .collect()
    }

    fn complaint(text: &str) -> String {
        let found = find(text).pop().unwrap();
        found.directive.unwrap_err().message
    }

    #[test]
    fn directives_are_found_with_their_lines() {
        let text = "# Title\n\n{{#example freeze}}\n\ntext {{#example six-strategies}} text\n";
        let found = find(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].line, 3);
        assert_eq!(&text[found[0].range.clone()], "{{#example freeze}}");
        assert_eq!(found[1].line, 5);
        assert_eq!(found[1].directive.as_ref().unwrap().slug, "six-strategies");
    }

    #[test]
    fn code_comments_and_escapes_are_left_alone() {
        for text in [
            "`{{#example a}}`",
            "``x ` {{#example a}}``",
            "```md\n{{#example a}}\n```\n",
            "~~~\n{{#example a}}\n",
            "text\n\n    {{#example a}}\n",
            "- item\n\n  ```\n  {{#example a}}\n  ```\n",
            "<!-- {{#example a}} -->",
            "<!--\n\n{{#example a}}\n\n-->\n",
            "text <!-- {{#example a}} --> text",
            "\\{{#example a}}",
            "{{#examples a}}",
            "{{#include a}} #example",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn what_follows_code_or_a_comment_is_found() {
        assert_eq!(slugs("`{{#example a}}` {{#example b}}"), ["b"]);
        assert_eq!(slugs("<!-- x --> {{#example b}}"), ["b"]);
        assert_eq!(slugs("```\nx\n```\n{{#example b}}"), ["b"]);
        assert_eq!(slugs("<div>\n\n{{#example b}}\n\n</div>"), ["b"]);
    }

    #[test]
    fn files_and_anchors_are_read() {
        let found = find("{{#example a show=src/lib.rs#arm,src/worker.js}}").pop();
        let shown = |path: &str, anchor: Option<&str>| Shown {
            path: path.into(),
            anchor: anchor.map(str::to_owned),
        };
        assert_eq!(
            found.unwrap().directive.unwrap().show,
            Show::These(vec![
                shown("src/lib.rs", Some("arm")),
                shown("src/worker.js", None)
            ])
        );
    }

    #[test]
    fn nothing_is_shown_on_demand() {
        let found = find("{{#example a show=none}}").pop().unwrap();
        assert_eq!(found.directive.unwrap().show, Show::These(Vec::new()));
    }

    #[test]
    fn list_items_and_quotations_are_noticed() {
        assert!(find("- {{#example a}}")[0].nested);
        assert!(find("> text\n> {{#example a}}")[0].nested);
        assert!(!find("text\n{{#example a}}")[0].nested);
    }

    #[test]
    fn malformed_directives_say_what_is_wrong() {
        assert!(complaint("{{#example}}").contains("names no example"));
        assert!(complaint("{{#example a\n}}").contains("no `}}`"));
        assert!(complaint("{{#example a/b}}").contains("letters"));
        assert!(complaint("{{#example a b}}").contains("key=value"));
        assert!(complaint("{{#example a sow=x}}").contains("did you mean `show`"));
        assert!(complaint("{{#example a colour=x}}").contains("unknown key `colour`"));
        assert!(complaint("{{#example a show=}}").contains("not a file"));
        assert!(complaint("{{#example a show=../x}}").contains("leaves"));
        assert!(complaint("{{#example a show=x show=y}}").contains("twice"));
    }
}
