//! The book on disk: what its chapters ask for, what is built for them, and what is written beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use mdbook_preprocessor::book::{Book, Chapter};

use crate::bind::{Cache, Module, Summary};
use crate::config::Config;
use crate::declaration::{self, Declare, Declared};
use crate::directive::{self, Directive};
use crate::listing::{self, Listing};
use crate::nearest::nearest;
use crate::render::{self, Code, Element};
use crate::{cargo, manifest, site, spared};

const PLAIN_ELEMENT: &str = include_str!("../front-end/plain.js");

/// A place in the book that shows an example.
pub(crate) struct Use {
    pub(crate) chapter: PathBuf,
    pub(crate) range: Range<usize>,
    pub(crate) nested: bool,
    /// File and line, for people.
    place: String,
    pub(crate) slug: String,
    listings: Vec<Listing>,
}

/// An example where it first stands in the book.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its slug.
    pub slug: String,
    /// The address of the page, from the site's root.
    pub page: String,
    /// The address of its module, from the site's root.
    pub module: String,
    /// What it says of itself.
    pub declared: Declared,
}

/// The examples and shared crates, ready for the page.
pub(crate) struct Built {
    examples: BTreeMap<String, (Declared, Summary)>,
    shared: Vec<(String, Summary)>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Built {
    /// Where each example stands first, and what it says of itself.
    pub(crate) fn placed(&self, uses: &[Use]) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        for used in uses {
            if placed.iter().all(|other| other.slug != used.slug) {
                let (declared, summary) = &self.examples[&used.slug];
                placed.push(Placed {
                    slug: used.slug.clone(),
                    page: manifest::page(&used.chapter),
                    module: format!("{}/{}", site::FOLDER, summary.wasm),
                    declared: declared.clone(),
                });
            }
        }
        placed
    }

    /// Writes what stands in place of a directive, the first of its example or a later one.
    pub(crate) fn render(&self, used: &Use, first: bool) -> String {
        let (declared, summary) = &self.examples[&used.slug];
        let shared: Vec<(&str, Code<'_>)> = self
            .shared
            .iter()
            .map(|(name, summary)| (name.as_str(), summary.code()))
            .collect();
        let element = Element {
            slug: &used.slug,
            first,
            title: declared.title.as_deref().unwrap_or(&used.slug),
            attributes: &declared.attributes,
            declaration: declared.json.as_deref(),
            code: summary.code(),
            shared: &shared,
            recorded: &declared.recorded,
        };
        render::example(&element, &used.listings)
    }
}

/// The book on disk.
pub(crate) struct Project<'a> {
    pub(crate) root: &'a Path,
    pub(crate) src: &'a Path,
    pub(crate) config: &'a Config,
    pub(crate) declare: Declare,
}

impl Project<'_> {
    /// Finds all directives in reading order and reads what they show, or says all that is wrong with them.
    pub(crate) fn collect_uses(&self, book: &Book) -> Result<Vec<Use>> {
        let mut uses = Vec::new();
        let mut problems = Vec::new();
        let mut slugs = None;
        for chapter in book.chapters() {
            let Some(path) = &chapter.path else { continue };
            for found in directive::find(&chapter.content) {
                let place = format!("{}:{}", self.chapter_file(chapter, path), found.line);
                let directive = match found.directive {
                    Ok(directive) => directive,
                    Err(malformed) => {
                        problems.push(match malformed.slug {
                            Some(slug) => problem(&place, &slug, &malformed.message),
                            None => format!("{place}: {}", malformed.message),
                        });
                        continue;
                    }
                };
                let slugs = slugs.get_or_insert_with(|| self.slugs());
                match self.read(&directive, slugs) {
                    Ok(listings) => uses.push(Use {
                        chapter: path.clone(),
                        range: found.range,
                        nested: found.nested,
                        place,
                        slug: directive.slug,
                        listings,
                    }),
                    Err(error) => {
                        problems.push(problem(&place, &directive.slug, &format!("{error:#}")));
                    }
                }
            }
        }
        fail_if_any(problems)?;
        Ok(uses)
    }

    fn chapter_file(&self, chapter: &Chapter, path: &Path) -> String {
        let file = chapter.source_path.as_deref().unwrap_or(path);
        with_slashes(&self.src.join(file))
    }

    fn slugs(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.root.join(&self.config.examples));
        entries
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    }

    fn read(&self, directive: &Directive, slugs: &BTreeSet<String>) -> Result<Vec<Listing>> {
        let Directive { slug, show } = directive;
        if !slugs.contains(slug) {
            let hint = match nearest(slug, slugs) {
                Some(close) => format!("; did you mean `{close}`?"),
                None => String::new(),
            };
            bail!("there is no folder `{}/{slug}`{hint}", self.config.examples);
        }
        listing::read(&self.root.join(&self.config.examples).join(slug), show)
    }

    /// Builds and binds everything that the book names, or says all that is wrong with it.
    pub(crate) fn build(&self, uses: &[Use]) -> Result<Built> {
        let mut built = Built {
            examples: BTreeMap::new(),
            shared: Vec::new(),
            files: BTreeMap::new(),
        };
        if uses.is_empty() {
            return Ok(built);
        }
        let shared = &self.config.shared;
        let mut packages: Vec<String> = Vec::new();
        for name in uses.iter().map(|used| &used.slug).chain(shared) {
            if !packages.contains(name) {
                packages.push(name.clone());
            }
        }
        let declared = self.declared(&packages)?;
        let profile = &self.config.profile;
        let outcome = match spared::outcome(self.root, profile, &packages) {
            Some(last) => last,
            None => self.built_by_cargo(&packages)?,
        };
        fail_if_any(self.build_problems(&outcome, &packages, uses))?;
        if !outcome.succeeded {
            bail!("cargo failed; its message is above");
        }

        let cache = outcome
            .modules
            .values()
            .find_map(|module| cargo::target_folder(module))
            .map(Cache::in_target)
            .context("cargo names no module for the browser")?;
        let modules: Vec<Module<'_>> = packages
            .iter()
            .map(|package| Module {
                name: package,
                path: &outcome.modules[package],
                names: &declared[package].names,
            })
            .collect();
        let mut problems = Vec::new();
        for (package, bound) in packages.iter().zip(cache.bound_all(&modules)) {
            match bound {
                Ok(bound) => {
                    built.files.extend(bound.files);
                    if shared.contains(package) {
                        let summary = bound.summary.clone();
                        built.shared.push((package.clone(), summary));
                    }
                    let declared = declared[package].clone();
                    if let Some(module) = &declared.module
                        && *module != bound.summary.says
                    {
                        problems.push(format!(
                            "{}/{package}/{}: it names {module}, and the example's code names {}",
                            self.config.examples,
                            declaration::FILE,
                            bound.summary.says,
                        ));
                    }
                    let example = (declared, bound.summary);
                    built.examples.insert(package.clone(), example);
                }
                Err(error) => {
                    problems.extend(self.problems_of(package, uses, &format!("{error:#}")));
                }
            }
        }
        fail_if_any(problems)?;
        cache.prune()?;
        if self.config.element {
            let text = PLAIN_ELEMENT.as_bytes().to_vec();
            built.files.insert(site::ELEMENT.to_owned(), text);
        }
        Ok(built)
    }

    /// Has cargo build the packages, and notes it for the next time if that succeeds.
    fn built_by_cargo(&self, packages: &[String]) -> Result<cargo::Outcome> {
        let profile = &self.config.profile;
        let outcome = cargo::build(self.root, profile, packages)?;
        if outcome.succeeded {
            spared::keep(self.root, profile, packages, &outcome);
        }
        Ok(outcome)
    }

    /// What each package says of itself, or all that is wrong with it.
    fn declared(&self, packages: &[String]) -> Result<BTreeMap<String, Declared>> {
        let mut all = BTreeMap::new();
        let mut problems = Vec::new();
        for package in packages {
            let folder = format!("{}/{package}", self.config.examples);
            match (self.declare)(&self.root.join(&folder)) {
                Ok(declared) => {
                    all.insert(package.clone(), declared);
                }
                Err(wrong) => {
                    problems.extend(wrong.iter().map(|wrong| format!("{folder}/{wrong}")));
                }
            }
        }
        fail_if_any(problems)?;
        Ok(all)
    }

    /// Says for each package that has no module where the book shows it and why there is none.
    fn build_problems(
        &self,
        outcome: &cargo::Outcome,
        packages: &[String],
        uses: &[Use],
    ) -> Vec<String> {
        let mut problems = Vec::new();
        for package in packages {
            let reason = match outcome.errors.get(package) {
                Some(error) => format!("does not compile: {error}"),
                None if outcome.modules.contains_key(package) => continue,
                None if outcome.succeeded => {
                    "makes no module; its Cargo.toml needs crate-type = [\"cdylib\"] below [lib]"
                        .to_owned()
                }
                None => match outcome.errors.iter().next() {
                    Some((other, error)) => {
                        format!("is not built because `{other}` does not compile: {error}")
                    }
                    None => "is not built; cargo's message is above".to_owned(),
                },
            };
            problems.extend(self.problems_of(package, uses, &reason));
        }
        problems
    }

    /// Names every place that shows an example; a shared crate is shown nowhere.
    fn problems_of(&self, package: &str, uses: &[Use], reason: &str) -> Vec<String> {
        let places = uses.iter().filter(|used| used.slug == package);
        let mut problems: Vec<String> = places
            .map(|used| problem(&used.place, package, reason))
            .collect();
        if problems.is_empty() {
            problems.push(format!("book.toml: shared crate `{package}`: {reason}"));
        }
        problems
    }

    /// Writes the generated files and the list of examples.
    pub(crate) fn write(&self, uses: &[Use], built: &Built) -> Result<()> {
        let src = self.root.join(self.src);
        site::place(&src, &built.files)?;
        let mut entries: Vec<manifest::Entry> = Vec::new();
        for used in uses {
            let known = entries.iter().position(|entry| entry.slug == used.slug);
            let index = known.unwrap_or_else(|| {
                entries.push(entry(used, built));
                entries.len() - 1
            });
            for listing in &used.listings {
                let file = manifest::File {
                    path: format!("{}/{}/{}", self.config.examples, used.slug, listing.path),
                    sha256: listing.sha256.clone(),
                };
                if !entries[index].files.contains(&file) {
                    entries[index].files.push(file);
                }
            }
        }
        manifest::write(&src, &entries)
    }
}

fn entry(used: &Use, built: &Built) -> manifest::Entry {
    let (declared, summary) = &built.examples[&used.slug];
    manifest::Entry {
        slug: used.slug.clone(),
        title: declared.title.as_ref().unwrap_or(&used.slug).clone(),
        page: manifest::page(&used.chapter),
        files: Vec::new(),
        wasm: format!("{}/{}", site::FOLDER, summary.wasm),
        wasm_bytes: summary.wasm_bytes,
        wasm_gzip: summary.wasm_gzip,
        js_bytes: summary.js_bytes,
        js_gzip: summary.js_gzip,
        listed: declared.listed.clone(),
    }
}

fn problem(place: &str, slug: &str, message: &str) -> String {
    format!("{place}: example `{slug}`: {message}")
}

fn fail_if_any(problems: Vec<String>) -> Result<()> {
    match problems.is_empty() {
        true => Ok(()),
        false => bail!("{}", problems.join("\n")),
    }
}

fn with_slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
