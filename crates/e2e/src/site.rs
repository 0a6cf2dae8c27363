//! The built site as files: its pages and its list of examples.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use scraper::{Html, Selector};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// One entry of `examples.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct Example {
    /// The name in folders, directives and addresses.
    pub slug: String,
    /// The title.
    pub title: String,
    /// The first page in reading order that shows it, relative to the site.
    pub page: String,
    /// The claims that it tests.
    pub claims: Vec<String>,
    /// The sources shown.
    pub files: Vec<SourceFile>,
    /// The module's path, relative to the site.
    pub wasm: String,
    /// The module's size.
    pub wasm_bytes: u64,
    /// The module's size, compressed.
    pub wasm_gzip: u64,
    /// The glue's size.
    pub js_bytes: u64,
    /// The glue's size, compressed.
    pub js_gzip: u64,
    /// Console messages that are part of the lesson.
    #[serde(default)]
    pub console: Vec<String>,
}

/// A source that a page shows.
#[derive(Clone, Debug, Deserialize)]
pub struct SourceFile {
    /// The path from the project's root.
    pub path: String,
    /// The digest of the whole file as compiled, in hexadecimal.
    pub sha256: String,
}

/// A folder that holds a built site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// What `examples.json` lists.
    pub examples: Vec<Example>,
}

/// The project's folder.
pub fn project_root() -> Result<PathBuf> {
    // Asked at run time: clones that share a target folder also share this program.
    let manifest_dir = std::env::var_os("CARGO_MANIFEST_DIR")
        .context("these tests are run by cargo: `cargo xtask test`")?;
    let root = Path::new(&manifest_dir).ancestors().nth(2);
    Ok(root.context("this crate lies two folders deep")?.to_owned())
}

impl Site {
    /// The site in `target/book`.
    pub fn built() -> Result<Self> {
        let folder = project_root()?.join("target/book");
        ensure!(
            folder.join("index.html").is_file(),
            "target/book holds no site: run `cargo xtask test`, which builds it first"
        );
        Self::in_folder(folder)
    }

    /// The site in another folder.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Result<Self> {
        let folder = folder.into();
        let list = std::fs::read_to_string(folder.join("examples.json"))
            .with_context(|| format!("{} has no examples.json", folder.display()))?;
        let examples =
            serde_json::from_str(&list).context("examples.json is not as the contract has it")?;
        Ok(Self { folder, examples })
    }

    /// The entry of an example.
    pub fn example(&self, slug: &str) -> Result<&Example> {
        self.examples
            .iter()
            .find(|example| example.slug == slug)
            .with_context(|| format!("examples.json does not list `{slug}`"))
    }

    /// The bytes of one of the site's files.
    pub fn read(&self, path: &str) -> Result<Vec<u8>> {
        std::fs::read(self.folder.join(path)).with_context(|| format!("the site has no {path}"))
    }

    /// Every page, relative to the site.
    ///
    /// Save the one for addresses that do not exist: it answers at any depth, so its links hold where the book is deployed alone.
    pub fn pages(&self) -> Result<Vec<String>> {
        let mut pages = self.files()?;
        pages.retain(|page| page.ends_with(".html") && page != "404.html");
        Ok(pages)
    }

    /// Every file, relative to the site.
    pub fn files(&self) -> Result<Vec<String>> {
        let mut files = Vec::new();
        self.collect(&self.folder, &mut files)?;
        files.sort();
        Ok(files)
    }

    /// Every page that holds an example, save the one for print.
    pub fn pages_with_examples(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for page in self.pages()? {
            let text = String::from_utf8(self.read(&page)?)?;
            if page != "print.html" && text.contains("<wasm-example ") {
                found.push(page);
            }
        }
        ensure!(!found.is_empty(), "no page of the site holds an example");
        Ok(found)
    }

    /// The query that sets every parameter of a page's panels to its least value.
    pub fn shortest(&self, page: &str) -> Result<String> {
        let mut query = Vec::new();
        for (slug, declared) in self.declared(page)? {
            for param in declared["params"].as_array().into_iter().flatten() {
                let name = param["name"].as_str().context("a parameter has a name")?;
                query.push(format!("{slug}.{name}={}", param["min"]));
            }
        }
        Ok(query.join("&"))
    }

    /// The names of an example's variants, as its page has them.
    pub fn variants(&self, slug: &str) -> Result<Vec<String>> {
        let declared = self.declared(&self.example(slug)?.page)?;
        let own = declared.into_iter().find(|(name, _)| name == slug);
        let (_, declared) = own.with_context(|| format!("no page has a panel of {slug}"))?;
        let variants = declared["variants"].as_array().into_iter().flatten();
        let names = variants.filter_map(|it| it["name"].as_str().map(str::to_owned));
        Ok(names.collect())
    }

    /// The names of a page's panels, with what their examples declare.
    fn declared(&self, page: &str) -> Result<Vec<(String, Value)>> {
        let html = Html::parse_document(&String::from_utf8(self.read(page)?)?);
        let panels = Selector::parse("wasm-example").map_err(|error| anyhow!("{error}"))?;
        let panels = html.select(&panels).map(|panel| {
            let attribute = |name| {
                let value = panel.attr(name);
                value.with_context(|| format!("no {name} on {page}"))
            };
            let declared = serde_json::from_str(attribute("data-declaration")?)?;
            Ok((attribute("data-example")?.to_owned(), declared))
        });
        panels.collect()
    }

    fn collect(&self, folder: &Path, files: &mut Vec<String>) -> Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.collect(&path, files)?;
            } else {
                let file = path.strip_prefix(&self.folder)?;
                files.push(file.to_string_lossy().replace('\\', "/"));
            }
        }
        Ok(())
    }
}

impl SourceFile {
    /// The digest of the file as it lies in the project now.
    pub fn digest_now(&self) -> Result<String> {
        let bytes = std::fs::read(project_root()?.join(&self.path))
            .with_context(|| format!("the project has no {}", self.path))?;
        Ok(Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect())
    }
}
