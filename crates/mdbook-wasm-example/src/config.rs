//! The table `[preprocessor.wasm-example]` of `book.toml`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::PreprocessorContext;
use serde::Deserialize;
use serde_json::Value;

use crate::nearest::nearest;

const TABLE: &str = "preprocessor.wasm-example";
const OWN_KEYS: [&str; 4] = ["element", "examples", "profile", "shared"];
const MDBOOK_KEYS: [&str; 5] = ["after", "before", "command", "optional", "renderers"];

#[derive(Debug, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Config {
    /// The folder of the example crates, relative to the book's root.
    pub(crate) examples: String,
    /// Further packages that are bound and named on every element.
    pub(crate) shared: Vec<String>,
    /// Whether the plain element is put into the book.
    pub(crate) element: bool,
    /// The cargo profile that the examples are built with.
    pub(crate) profile: String,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            examples: "examples".into(),
            shared: Vec::new(),
            element: true,
            profile: "release".into(),
        }
    }
}

impl Config {
    pub(crate) fn read(context: &PreprocessorContext) -> Result<Self> {
        let table = context
            .config
            .get::<BTreeMap<String, Value>>(TABLE)?
            .unwrap_or_default();
        Config::from_table(table).with_context(|| format!("book.toml: [{TABLE}]"))
    }

    fn from_table(table: BTreeMap<String, Value>) -> Result<Self> {
        let unknown: Vec<String> = table
            .keys()
            .filter(|key| !OWN_KEYS.contains(&key.as_str()) && !MDBOOK_KEYS.contains(&key.as_str()))
            .map(|key| match nearest(key, OWN_KEYS) {
                Some(close) => format!("`{key}` (did you mean `{close}`?)"),
                None => format!("`{key}`"),
            })
            .collect();
        if !unknown.is_empty() {
            bail!(
                "unknown key {}; the keys are `{}`",
                unknown.join(", "),
                OWN_KEYS.join("`, `")
            );
        }
        let table = Value::Object(table.into_iter().collect());
        let mut config: Config = serde_json::from_value(table)?;
        config.examples = config
            .examples
            .replace('\\', "/")
            .trim_start_matches("./")
            .trim_end_matches('/')
            .to_owned();
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(table: Value) -> Result<Config> {
        Config::from_table(serde_json::from_value(table).unwrap())
    }

    #[test]
    fn an_empty_table_gives_the_defaults() {
        assert_eq!(read(json!({})).unwrap(), Config::default());
    }

    #[test]
    fn mdbooks_own_keys_are_let_pass() {
        let config = read(json!({
            "command": "x", "after": [], "before": ["links"], "renderers": ["html"],
            "optional": false, "examples": "./crates/examples/", "shared": ["panel"],
        }))
        .unwrap();
        assert_eq!(config.examples, "crates/examples");
        assert_eq!(config.shared, ["panel"]);
    }

    #[test]
    fn unknown_keys_are_all_named() {
        let error = read(json!({"exampels": "x", "colour": 1})).unwrap_err();
        let error = error.to_string();
        assert!(error.contains("`colour`"), "{error}");
        assert!(
            error.contains("`exampels` (did you mean `examples`?)"),
            "{error}"
        );
    }
}
