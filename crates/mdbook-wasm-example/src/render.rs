//! Writes what stands in a chapter in place of a directive.

use std::ops::Range;

use crate::listing::Listing;
use crate::site::{ELEMENT, FOLDER};

/// All that an element says about its example.
pub(crate) struct Element<'a> {
    pub(crate) slug: &'a str,
    /// Whether no other element of this example comes before it; links to the example lead there.
    pub(crate) first: bool,
    pub(crate) title: &'a str,
    /// Further attributes.
    pub(crate) attributes: &'a [(String, String)],
    pub(crate) declaration: Option<&'a str>,
    pub(crate) code: Code<'a>,
    pub(crate) shared: &'a [(&'a str, Code<'a>)],
    /// What the page shows where the example cannot run.
    pub(crate) recorded: &'a str,
}

/// The file names of a bound module.
#[derive(Clone, Copy)]
pub(crate) struct Code<'a> {
    pub(crate) js: &'a str,
    pub(crate) wasm: &'a str,
}

/// A directive and what replaces it.
pub(crate) struct Replacement {
    pub(crate) range: Range<usize>,
    pub(crate) nested: bool,
    pub(crate) markdown: String,
}

/// Writes the line that loads the plain element.
pub(crate) fn element_script() -> String {
    // `path_to_root` is a global of mdBook's own template.
    format!(
        "<script>import(new URL(path_to_root + \"{FOLDER}/{ELEMENT}\", document.baseURI))</script>"
    )
}

/// Writes an element and its listings, without blank lines around them.
pub(crate) fn example(element: &Element<'_>, listings: &[Listing]) -> String {
    let mut out = String::from("<wasm-example");
    let mut attribute = |name: &str, value: &str| {
        out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    };
    attribute("data-example", element.slug);
    if element.first {
        attribute("id", &format!("run-{}", element.slug));
    }
    attribute("data-js", &format!("{FOLDER}/{}", element.code.js));
    attribute("data-wasm", &format!("{FOLDER}/{}", element.code.wasm));
    for (name, code) in element.shared {
        attribute(&format!("data-{name}-js"), &format!("{FOLDER}/{}", code.js));
        attribute(
            &format!("data-{name}-wasm"),
            &format!("{FOLDER}/{}", code.wasm),
        );
    }
    for (name, value) in element.attributes {
        attribute(name, value);
    }
    if let Some(declaration) = element.declaration {
        attribute("data-declaration", declaration);
    }
    let title = escape(element.title);
    let stop = if title.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    };
    let source = if listings.is_empty() {
        ""
    } else {
        " Its source is below."
    };
    let unsearched = unsearched(&format!(
        "<p class=\"wasm-example-note\">This experiment runs in the page, with JavaScript and \
         WebAssembly switched on.{source}</p>{}",
        on_one_line(element.recorded)
    ));
    out.push_str(&format!(
        ">\n<p class=\"wasm-example-title\"><strong>{title}{stop}</strong></p>\n{unsearched}</wasm-example>"
    ));
    for listing in listings {
        out.push_str(&format!("\n\n{}", details(listing)));
    }
    out
}

/// Keeps a line of HTML out of mdBook's search, where a listing or a recorded figure answers nobody's question.
///
/// Within a drawing, a style that closes itself is an empty one. mdBook leaves styles out of its search, takes all up to the end of the block of HTML for this one's text, and hands it on as it stands. After the blank line it closes what it still holds for open; for the page that is another drawing in another paragraph.
pub fn unsearched(line: &str) -> String {
    format!("<p hidden><svg><style/></svg></p>{line}<p hidden><svg>\n\n</svg>\n</p>\n")
}

/// Joins the lines of a fragment of HTML, because a blank one would end it.
fn on_one_line(html: &str) -> String {
    html.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn details(listing: &Listing) -> String {
    let part = match &listing.anchor {
        Some(anchor) => format!(", the part <em>{}</em>", escape(anchor)),
        None => String::new(),
    };
    let code = format!(
        "<pre><code class=\"language-{}\">{}</code></pre>",
        language(&listing.path),
        escape(&listing.text)
    );
    format!(
        "<details class=\"wasm-example-source\">\n<summary>{}{part}</summary>\n{}</details>",
        escape(&listing.path),
        unsearched(&code)
    )
}

fn language(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("rs") => "rust",
        Some("js" | "mjs") => "javascript",
        Some("html" | "htm") => "html",
        Some("css") => "css",
        Some("json") => "json",
        Some("toml") => "toml",
        Some("py") => "python",
        _ => "text",
    }
}

/// Escapes a text for HTML that stands on one line of Markdown.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            c => out.push(c),
        }
    }
    // mdBook's `links` preprocessor would take `{{#` for a directive of its own.
    out.replace("{{", "&#123;&#123;")
}

/// Puts the replacements, in order, into a chapter.
pub(crate) fn chapter(text: &str, replacements: &[Replacement]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for replacement in replacements {
        let start = replacement.range.start;
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let lead = match replacement.nested {
            true => Lead::of(&text[line_start..start]),
            false => Lead::default(),
        };
        // What stands on the line before the directive, less the marks of lists and quotations.
        let words_start = from.max(line_start + lead.length);
        let words = text[words_start.min(start)..start].trim_end();
        out.push_str(&text[from..words_start.min(start)]);
        out.push_str(words);
        let blank = lead.prefix.trim_end();
        let first_in_item = lead.opens_item && words.is_empty() && from <= line_start;
        if !first_in_item {
            let begun = out.len() > out.rfind('\n').map_or(0, |newline| newline + 1);
            if begun {
                out.push('\n');
            }
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push_str(&format!("{blank}\n"));
            }
            out.push_str(&lead.prefix);
        }
        for (index, line) in replacement.markdown.split('\n').enumerate() {
            match (index, line) {
                (0, line) => out.push_str(line),
                (_, "") => out.push_str(&format!("\n{blank}")),
                (_, line) => out.push_str(&format!("\n{}{line}", lead.prefix)),
            }
        }
        out.push('\n');
        from = replacement.range.end;
        let rest = text[from..].split('\n').next().unwrap_or_default();
        if rest.trim().is_empty() {
            from += rest.len();
            from += usize::from(text[from..].starts_with('\n'));
            if !text[from..].is_empty() && !text[from..].starts_with(['\n', '\r']) {
                out.push_str(&format!("{blank}\n"));
            }
        } else {
            out.push_str(&format!("{blank}\n{}", lead.prefix));
            from += rest.len() - rest.trim_start().len();
        }
    }
    out.push_str(&text[from..]);
    out
}

/// How a line in a list item or a quotation begins.
#[derive(Default)]
struct Lead {
    /// How much of the line is not yet text.
    length: usize,
    /// What later lines begin with to belong to the same item or quotation.
    prefix: String,
    /// Whether a list item begins on the line.
    opens_item: bool,
}

impl Lead {
    fn of(line: &str) -> Self {
        let mut lead = Lead::default();
        loop {
            let rest = &line[lead.length..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let marker = if rest.starts_with([' ', '\t', '>']) {
                lead.prefix.push_str(&rest[..1]);
                lead.length += 1;
                continue;
            } else if rest.starts_with(['-', '*', '+']) {
                1
            } else if digits > 0 && rest[digits..].starts_with(['.', ')']) {
                digits + 1
            } else {
                return lead;
            };
            if !rest[marker..].starts_with([' ', '\t']) {
                return lead;
            }
            lead.prefix.push_str(&" ".repeat(marker));
            lead.length += marker;
            lead.opens_item = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(text: &str) -> String {
        let replacements: Vec<Replacement> = crate::directive::find(text)
            .into_iter()
            .map(|found| Replacement {
                range: found.range,
                nested: found.nested,
                markdown: "<x>\n</x>\n\n```\ny\n```".into(),
            })
            .collect();
        chapter(text, &replacements)
    }

    const CODE: Code<'static> = Code {
        js: "a-1.js",
        wasm: "a-1.wasm",
    };

    fn element<'a>(title: &'a str, declaration: Option<&'a str>) -> Element<'a> {
        Element {
            slug: "a",
            first: true,
            title,
            attributes: &[],
            declaration,
            code: CODE,
            shared: &[],
            recorded: "",
        }
    }

    fn listing(path: &str, text: &str) -> Listing {
        Listing {
            path: path.into(),
            anchor: None,
            text: text.into(),
            sha256: String::new(),
        }
    }

    #[test]
    fn a_directive_gets_blank_lines_around_it() {
        let block = "<x>\n</x>\n\n```\ny\n```\n";
        assert_eq!(put("{{#example a}}"), block);
        assert_eq!(
            put("a\n\n{{#example a}}\n\nb\n"),
            format!("a\n\n{block}\nb\n")
        );
        assert_eq!(put("a\n{{#example a}}\nb\n"), format!("a\n\n{block}\nb\n"));
        assert_eq!(put("a {{#example a}} b\n"), format!("a\n\n{block}\nb\n"));
        assert_eq!(put("  {{#example a}}\n"), block);
        assert_eq!(
            put("{{#example a}} {{#example b}}\n"),
            format!("{block}\n{block}")
        );
    }

    #[test]
    fn a_directive_stays_in_its_list_item_or_quotation() {
        assert_eq!(
            put("- {{#example a}}\n- b\n"),
            "- <x>\n  </x>\n\n  ```\n  y\n  ```\n\n- b\n"
        );
        assert_eq!(
            put("1. a {{#example a}}\n"),
            "1. a\n\n   <x>\n   </x>\n\n   ```\n   y\n   ```\n"
        );
        assert_eq!(
            put("> a\n> {{#example a}}\n> b\n"),
            "> a\n> \n>\n> <x>\n> </x>\n>\n> ```\n> y\n> ```\n>\n> b\n"
        );
    }

    #[test]
    fn attributes_are_escaped_and_the_tag_keeps_to_one_line() {
        let declaration = r#"{"title":"<&>","x":"{{#include y}}"}"#;
        let text = example(&element("Is <it>?", Some(declaration)), &[]);
        assert_eq!(
            text.lines().next().unwrap(),
            "<wasm-example data-example=\"a\" id=\"run-a\" data-js=\"wasm/a-1.js\" \
             data-wasm=\"wasm/a-1.wasm\" data-declaration=\"{&quot;title&quot;:\
             &quot;&lt;&amp;&gt;&quot;,&quot;x&quot;:&quot;&#123;&#123;#include y}}&quot;}\">"
        );
        assert!(text.contains("<strong>Is &lt;it&gt;?</strong></p>"));
        assert!(!text.contains("Its source is below"));
    }

    #[test]
    fn shared_modules_are_named() {
        let shared = [("panel", CODE)];
        let element = Element {
            shared: &shared,
            ..element("a", None)
        };
        let text = example(&element, &[]);
        assert!(text.contains(" data-panel-js=\"wasm/a-1.js\" data-panel-wasm=\"wasm/a-1.wasm\""));
    }

    #[test]
    fn listings_survive_what_comes_after_and_stay_on_one_line() {
        let source = "```` {{#include a}} <b>\n\n# b\n#[c]";
        let text = example(&element("a", None), &[listing("src/lib.rs", source)]);
        let code = "<pre><code class=\"language-rust\">```` &#123;&#123;#include a}} &lt;b&gt;&#10;\
                    &#10;# b&#10;#[c]</code></pre>";
        assert!(
            text.ends_with(&format!(
                "<details class=\"wasm-example-source\">\n<summary>src/lib.rs</summary>\n\
                 <p hidden><svg><style/></svg></p>{code}<p hidden><svg>\n\n</svg>\n</p>\n</details>"
            )),
            "{text}"
        );
    }
}
