//! What an example says of itself, in the files in its folder.

use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// What an example says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Declared {
    /// Its title; its slug stands for it where there is none.
    pub title: Option<String>,
    /// Attributes that its element has beside those of this crate.
    pub attributes: Vec<(String, String)>,
    /// What its entry in `examples.json` has beside what this crate writes.
    pub listed: Map<String, Value>,
    /// What the names of the functions begin with that are kept in its module.
    pub names: Vec<String>,
    /// What its element carries, as JSON on one line.
    pub json: Option<String>,
    /// What its module has to say of itself in the section `wasm-example`, if that is known.
    pub module: Option<String>,
    /// A recorded run as HTML, for paper and for readers without JavaScript.
    pub recorded: String,
}

/// Reads what lies in an example's folder, or says all that is wrong with it, each with the file's name and a line before it.
pub type Declare = fn(&Path) -> Result<Declared, Vec<String>>;

/// The name of the file in which an example says what it is; there need not be one.
pub const FILE: &str = "example.toml";

/// Reads `title` and `names` of an `example.toml`, hands the whole on, and takes a `recorded.html` as it is.
pub fn plain(folder: &Path) -> Result<Declared, Vec<String>> {
    let recorded = fs::read_to_string(folder.join("recorded.html")).unwrap_or_default();
    let declared = match fs::read_to_string(folder.join(FILE)) {
        Ok(text) => parse(&text).map_err(|wrong| {
            let named = wrong.iter().map(|wrong| format!("{FILE}:{wrong}"));
            named.collect::<Vec<_>>()
        })?,
        Err(_) => Declared::default(),
    };
    Ok(Declared {
        recorded,
        ..declared
    })
}

fn parse(text: &str) -> Result<Declared, Vec<String>> {
    let map: Map<String, Value> = toml::from_str(text).map_err(|error| {
        let begin = error.span().map_or(0, |span| span.start);
        let line = 1 + text[..begin].matches('\n').count();
        vec![format!("{line}: {}", error.message())]
    })?;
    let mut problems = Vec::new();
    let mut strings = |key: &str| {
        let value = map.get(key)?;
        let strings = serde_json::from_value::<Vec<String>>(value.clone());
        let problem = |_| problems.push(format!("1: `{key}` is not a list of strings"));
        strings.map_err(problem).ok()
    };
    let declared = Declared {
        title: map.get("title").and_then(Value::as_str).map(str::to_owned),
        names: strings("names").unwrap_or_default(),
        json: serde_json::to_string(&map).ok(),
        ..Declared::default()
    };
    if map.get("title").is_some_and(|title| !title.is_string()) {
        problems.push("1: `title` is not a string".to_owned());
    }
    if problems.is_empty() {
        Ok(declared)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_book_is_read_and_the_rest_is_kept() {
        let text = "title = 'A \" b'\nnames = ['a::']\nz = 1";
        let declared = parse(text).unwrap();
        assert_eq!(declared.title.as_deref(), Some("A \" b"));
        assert_eq!(declared.names, ["a::"]);
        assert!(declared.json.unwrap().contains(r#""z":1"#));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert_eq!(parse("title = 'a'\nb").unwrap_err().len(), 1);
        assert!(parse("title = 'a'\nb").unwrap_err()[0].starts_with("2: "));
        let both = parse("names = 'a'\ntitle = 5").unwrap_err();
        assert_eq!(
            both,
            [
                "1: `names` is not a list of strings",
                "1: `title` is not a string"
            ]
        );
    }
}
