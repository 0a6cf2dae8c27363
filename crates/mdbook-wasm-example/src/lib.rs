//! An mdBook preprocessor that builds Rust examples for the browser and puts them, with their sources, into the book.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::config::Config;
use crate::project::Project;
use crate::render::Replacement;

pub use crate::command::command;
pub use crate::declaration::{Declare, Declared};
pub use crate::hash::sha256_framed;
pub use crate::project::Placed;
pub use crate::render::{escape, unsearched};

mod bind;
mod cargo;
mod command;
mod config;
mod declaration;
mod directive;
mod hash;
mod listing;
mod manifest;
mod names;
mod nearest;
mod project;
mod render;
mod section;
mod site;
mod spared;

/// The preprocessor, as mdBook drives it.
#[derive(Debug, Clone, Copy)]
pub struct WasmExample {
    /// How it reads what examples say of themselves.
    pub declare: Declare,
}

impl Default for WasmExample {
    fn default() -> Self {
        Self {
            declare: declaration::plain,
        }
    }
}

impl Preprocessor for WasmExample {
    fn name(&self) -> &str {
        "wasm-example"
    }

    fn supports_renderer(&self, renderer: &str) -> Result<bool> {
        Ok(renderer == "html")
    }

    fn run(&self, context: &PreprocessorContext, book: Book) -> Result<Book> {
        Ok(self.place(context, book)?.0)
    }
}

impl WasmExample {
    /// Does what mdBook asks of a preprocessor, and tells where each example stands.
    ///
    /// # Errors
    ///
    /// Says all that is wrong with directives, examples and their code, each with file and line.
    pub fn place(
        &self,
        context: &PreprocessorContext,
        mut book: Book,
    ) -> Result<(Book, Vec<Placed>)> {
        let config = Config::read(context)?;
        let project = Project {
            root: &context.root,
            src: &context.config.book.src,
            config: &config,
            declare: self.declare,
        };
        let uses = project.collect_uses(&book)?;
        let built = project.build(&uses)?;
        project.write(&uses, &built)?;

        let mut replacements: BTreeMap<&Path, Vec<Replacement>> = BTreeMap::new();
        let mut shown = BTreeSet::new();
        for used in &uses {
            let chapter = replacements.entry(&used.chapter).or_default();
            let mut markdown = built.render(used, shown.insert(&used.slug));
            if config.element && chapter.is_empty() {
                markdown = format!("{}\n\n{markdown}", render::element_script());
            }
            chapter.push(Replacement {
                range: used.range.clone(),
                nested: used.nested,
                markdown,
            });
        }
        book.for_each_chapter_mut(|chapter| {
            let replacements = chapter.path.as_deref().and_then(|it| replacements.get(it));
            if let Some(replacements) = replacements {
                chapter.content = render::chapter(&chapter.content, replacements);
            }
            // mdBook gives a page its ending in any case, and hands themes this path as it stands: so their own lists of chapters can link them.
            let path = chapter.path.as_mut();
            // The one name that mdBook refuses is left to it.
            if let Some(path) = path.filter(|path| *path != Path::new("print.md")) {
                path.set_extension("html");
            }
        });
        Ok((book, built.placed(&uses)))
    }
}
