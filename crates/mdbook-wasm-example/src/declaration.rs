//! What an example says about itself in its section `wasm-example`.

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::section::{custom_sections, without_custom_sections};

const SECTION: &str = "wasm-example";

/// The declaration of an example.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Declaration {
    pub(crate) title: String,
    pub(crate) claims: Vec<String>,
    /// The console messages that the example has to log.
    pub(crate) console: Option<Vec<String>>,
    /// What the names of the functions begin with that are kept in its module.
    pub(crate) names: Vec<String>,
    /// The whole of it on one line, if there is any; it is the panel's to understand.
    pub(crate) json: Option<String>,
}

/// Reads the declaration from a module as the compiler left it.
pub(crate) fn read(slug: &str, wasm: &[u8]) -> Result<Declaration> {
    let sections =
        custom_sections(wasm, SECTION).context("what the compiler wrote is not a wasm module")?;
    match sections[..] {
        [] => Ok(Declaration {
            title: slug.to_owned(),
            claims: Vec::new(),
            console: None,
            names: Vec::new(),
            json: None,
        }),
        [section] => parse(slug, section),
        _ => bail!("it has more than one section `{SECTION}`"),
    }
}

/// Returns a module without its declaration.
pub(crate) fn taken_out(wasm: &[u8]) -> Vec<u8> {
    // What was just written is whole, so there is nothing to lose.
    without_custom_sections(wasm, SECTION).unwrap_or_else(|| wasm.to_vec())
}

fn parse(slug: &str, section: &[u8]) -> Result<Declaration> {
    // The linker joins what several crates put into the same section.
    let mut values =
        serde_json::Deserializer::from_slice(section).into_iter::<Map<String, Value>>();
    let map = values
        .next()
        .unwrap_or_else(|| Ok(Map::new()))
        .with_context(|| format!("its section `{SECTION}` does not hold a JSON object"))?;
    match values.next() {
        None => {}
        Some(Ok(_)) => bail!("it declares itself more than once in the section `{SECTION}`"),
        Some(Err(error)) => {
            return Err(error)
                .with_context(|| format!("its section `{SECTION}` goes on after a JSON object"));
        }
    }
    let strings = |key: &str| match map.get(key) {
        None => Ok(None),
        Some(value) => serde_json::from_value::<Vec<String>>(value.clone())
            .map(Some)
            .with_context(|| format!("its declaration's `{key}` is not a list of strings")),
    };
    let title = match map.get("title") {
        None => slug.to_owned(),
        Some(Value::String(title)) => title.clone(),
        Some(_) => bail!("its declaration's `title` is not a string"),
    };
    Ok(Declaration {
        title,
        claims: strings("claims")?.unwrap_or_default(),
        console: strings("console")?,
        names: strings("names")?.unwrap_or_default(),
        json: Some(compact(section)?),
    })
}

/// Puts JSON on one line, keeping the order of its keys, which a map would lose.
fn compact(json: &[u8]) -> Result<String> {
    let text = std::str::from_utf8(json).context("its declaration is not UTF-8")?;
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if c == '"' {
            quoted = true;
        } else if c.is_ascii_whitespace() {
            continue;
        }
        out.push(c);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_book_is_read_and_the_rest_is_kept() {
        let json = br#" { "title": "A \" b", "z": [1, { "y": "p  q" }],
            "claims": ["K05", "K07"], "console": ["oh"], "names": ["a::"] } "#;
        let declaration = parse("slug", json).unwrap();
        assert_eq!(declaration.title, "A \" b");
        assert_eq!(declaration.claims, ["K05", "K07"]);
        assert_eq!(declaration.console, Some(vec!["oh".to_owned()]));
        assert_eq!(declaration.names, ["a::"]);
        assert_eq!(
            declaration.json.unwrap(),
            r#"{"title":"A \" b","z":[1,{"y":"p  q"}],"claims":["K05","K07"],"console":["oh"],"names":["a::"]}"#
        );
    }

    #[test]
    fn a_module_without_the_section_is_called_by_its_slug() {
        let declaration = read("slug", b"\0asm\x01\0\0\0").unwrap();
        assert_eq!(declaration.title, "slug");
        assert_eq!(declaration.json, None);
    }

    #[test]
    fn what_is_not_one_object_is_refused() {
        let complaint = |json: &[u8]| format!("{:#}", parse("slug", json).unwrap_err());
        assert!(complaint(b"{\"title\": }").contains("line 1 column"));
        assert!(complaint(b"[]").contains("JSON object"));
        assert!(complaint(b"{}{}").contains("more than once"));
        assert!(complaint(b"{} x").contains("goes on"));
        assert!(complaint(br#"{"claims": "K05"}"#).contains("`claims`"));
        assert!(complaint(br#"{"title": 5}"#).contains("`title`"));
    }
}
