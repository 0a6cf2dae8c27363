//! Turns a compiled module into the files that a page loads, and remembers them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use wasm_bindgen_cli_support::Bindgen;

use crate::hash::sha256_framed;
use crate::names::with_names;
use crate::render::Code;
use crate::section::{custom_sections, without_custom_sections};

const SUMMARY: &str = "summary.json";

/// The section in which a module says what its example has to know of it.
const SAYS: &str = "wasm-example";

/// The files of one module, by their paths in the site's folder for them.
#[derive(Debug)]
pub(crate) struct Bound {
    pub(crate) summary: Summary,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// What a module says about itself, and the names and sizes of its files.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// What its section `wasm-example` says.
    pub(crate) says: String,
    pub(crate) js: String,
    pub(crate) wasm: String,
    pub(crate) wasm_bytes: usize,
    pub(crate) wasm_gzip: usize,
    pub(crate) js_bytes: usize,
    pub(crate) js_gzip: usize,
    files: BTreeSet<String>,
}

impl Summary {
    /// The names that an element gives.
    pub(crate) fn code(&self) -> Code<'_> {
        Code {
            js: &self.js,
            wasm: &self.wasm,
        }
    }
}

/// A compiled module.
#[derive(Clone, Copy)]
pub(crate) struct Module<'a> {
    /// Its package.
    pub(crate) name: &'a str,
    pub(crate) path: &'a Path,
    /// What the names of the functions begin with that are kept in it.
    pub(crate) names: &'a [String],
}

/// The results of earlier runs, in cargo's target folder.
pub(crate) struct Cache {
    folder: PathBuf,
    /// What tells this build of the preprocessor from others.
    builder: String,
    /// The names of the results that this run has had use for.
    used: Mutex<BTreeSet<String>>,
}

impl Cache {
    pub(crate) fn in_target(target: &Path) -> Self {
        Cache {
            folder: target.join("wasm-example"),
            builder: builder().unwrap_or_default(),
            used: Mutex::default(),
        }
    }

    /// Returns what each compiled module comes to, in their order, with all cores.
    pub(crate) fn bound_all(&self, modules: &[Module<'_>]) -> Vec<Result<Bound>> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let bind = |part: &[Module<'_>]| -> Vec<_> {
            part.iter().map(|module| self.bound(module)).collect()
        };
        thread::scope(|scope| {
            let parts = modules.chunks(modules.len().div_ceil(cores).max(1));
            let threads: Vec<_> = parts.map(|part| scope.spawn(|| bind(part))).collect();
            let bound = threads.into_iter().map(|thread| thread.join());
            bound
                .flat_map(|part| part.unwrap_or_else(|panic| resume_unwind(panic)))
                .collect()
        })
    }

    /// Returns what a compiled module comes to, bound now or earlier.
    ///
    /// It is known by its size and age, as it is to cargo: to read all modules at each save of a text would take longer than all else.
    fn bound(&self, module: &Module<'_>) -> Result<Bound> {
        let Module { name, path, names } = *module;
        let module = path;
        let unread = || format!("cannot read `{}`", module.display());
        let key = sha256_framed([
            // Whoever works on this crate wants its latest build to bind anew.
            self.builder.as_bytes(),
            wasm_bindgen_shared::version().as_bytes(),
            name.as_bytes(),
            stamp(module).with_context(unread)?.as_bytes(),
            names.join(" ").as_bytes(),
        ]);
        let entry = self.folder.join(&key);
        self.used().insert(key);
        if let Some(bound) = load(&entry) {
            return Ok(bound);
        }
        let bound = bind(name, fs::read(module).with_context(unread)?, names)?;
        store(&entry, &bound)
            .with_context(|| format!("cannot keep the result in `{}`", entry.display()))?;
        Ok(bound)
    }

    fn used(&self) -> MutexGuard<'_, BTreeSet<String>> {
        // A set of names is whole whatever became of another thread.
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Drops what this run had no use for.
    pub(crate) fn prune(&self) -> Result<()> {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return Ok(());
        };
        for entry in entries.flatten() {
            if !self.used().contains(&*entry.file_name().to_string_lossy()) {
                // Another run may be pruning too, and a leftover does no harm.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        Ok(())
    }
}

/// The running program's stamp; where it cannot be had, results are kept across builds.
fn builder() -> Option<String> {
    stamp(&std::env::current_exe().ok()?).ok()
}

/// The size and age of a file.
fn stamp(file: &Path) -> io::Result<String> {
    let file = fs::metadata(file)?;
    let age = file.modified()?.duration_since(UNIX_EPOCH);
    Ok(format!("{} {:?}", file.len(), age))
}

fn load(entry: &Path) -> Option<Bound> {
    let summary: Summary = serde_json::from_slice(&fs::read(entry.join(SUMMARY)).ok()?).ok()?;
    let files = summary
        .files
        .iter()
        .map(|path| Some((path.clone(), fs::read(entry.join(path)).ok()?)))
        .collect::<Option<_>>()?;
    Some(Bound { summary, files })
}

fn store(entry: &Path, bound: &Bound) -> Result<()> {
    for (path, bytes) in &bound.files {
        let file = entry.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes)?;
    }
    // Written last: an entry without it counts as absent, however the run before ended.
    fs::write(entry.join(SUMMARY), serde_json::to_vec(&bound.summary)?)?;
    Ok(())
}

fn bind(name: &str, wasm: Vec<u8>, names: &[String]) -> Result<Bound> {
    check_version(&wasm)?;
    // The linker joins what several crates put into the same section.
    let says = custom_sections(&wasm, SAYS).unwrap_or_default().concat();
    let says = String::from_utf8_lossy(&says).into_owned();
    let mut output = Bindgen::new()
        .input_bytes(name, wasm)
        .web(true)?
        .typescript(false)
        .remove_name_section(names.is_empty())
        .remove_producers_section(true)
        .split_linked_modules(true)
        .reset_state_function(true)
        .omit_default_module_path(true)
        .generate_output()
        .context("wasm-bindgen cannot bind it")?;
    if let Some(package) = output.npm_dependencies().keys().next() {
        bail!("it wants the npm package `{package}`, and a book has no bundler");
    }
    // What the section says is for the build alone.
    let wasm = output.wasm_mut().emit_wasm();
    let wasm = without_custom_sections(&wasm, SAYS).unwrap_or(wasm);
    let wasm = match names.is_empty() {
        true => wasm,
        false => with_names(&wasm, names).context("what wasm-bindgen wrote is damaged")?,
    };
    let mut modules: BTreeMap<String, &str> = BTreeMap::new();
    for (crate_id, snippets) in output.snippets() {
        for (index, text) in snippets.iter().enumerate() {
            modules.insert(format!("{crate_id}/inline{index}.js"), text);
        }
    }
    for (path, text) in output.local_modules() {
        modules.insert(path.clone(), text);
    }
    let unused = unused(output.js(), &modules);
    modules.retain(|path, _| !unused.contains(path));
    Ok(assemble(name, says, wasm, output.js(), &modules))
}

/// The modules that neither the glue nor another module names: those of a crate whose part with them was not linked in.
fn unused(glue: &str, modules: &BTreeMap<String, &str>) -> BTreeSet<String> {
    let is_named = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        glue.contains(path.as_str())
            || modules
                .iter()
                .any(|(other, text)| other != path && text.contains(name))
    };
    modules
        .keys()
        .filter(|path| !is_named(path))
        .cloned()
        .collect()
}

/// Lets the glue look for its modules in the folder `stem`.
///
/// Imports begin with a dot, the addresses of linked modules do not.
/// With a dot and outside an import it is the name under which the wasm asks for a module, and has to stay.
fn relocated(glue: &str, stem: &str) -> String {
    let mut moved = String::with_capacity(glue.len());
    for line in glue.split_inclusive('\n') {
        let openings: &[&str] = if line.starts_with("import ") {
            &["\"./", "'./"]
        } else {
            &["\"", "'"]
        };
        moved += &openings.iter().fold(line.to_owned(), |line, opening| {
            line.replace(&format!("{opening}snippets/"), &format!("{opening}{stem}/"))
        });
    }
    moved
}

/// Names the files by their contents, and tells the glue where its modules are.
fn assemble(
    name: &str,
    says: String,
    wasm: Vec<u8>,
    glue: &str,
    modules: &BTreeMap<String, &str>,
) -> Bound {
    let glue = lean(glue);
    let pieces = [&wasm[..], glue.as_bytes()].into_iter().chain(
        modules
            .iter()
            .flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]),
    );
    let stem = format!("{name}-{}", &sha256_framed(pieces)[..10]);
    let glue = relocated(&glue, &stem);
    let (js_name, wasm_name) = (format!("{stem}.js"), format!("{stem}.wasm"));
    let mut files = BTreeMap::from([(js_name.clone(), glue.into_bytes())]);
    for (path, text) in modules {
        files.insert(format!("{stem}/{path}"), text.as_bytes().to_vec());
    }
    let js_bytes = files.values().map(Vec::len).sum();
    let js_gzip = files.values().map(|bytes| gzip_size(bytes)).sum();
    let (wasm_bytes, wasm_gzip) = (wasm.len(), gzip_size(&wasm));
    files.insert(wasm_name.clone(), wasm);
    let summary = Summary {
        says,
        js: js_name,
        wasm: wasm_name,
        wasm_bytes,
        wasm_gzip,
        js_bytes,
        js_gzip,
        files: files.keys().cloned().collect(),
    };
    Bound { summary, files }
}

/// Drops what a browser has no use for: indentation, empty lines, and the lines that hold a comment and nothing else.
fn lean(glue: &str) -> String {
    let mut text = String::with_capacity(glue.len());
    let mut in_comment = false;
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

fn gzip_size(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing into memory does not fail")
        .len()
}

/// Refuses a module whose wasm-bindgen is another than the one built in here, or that has none.
fn check_version(wasm: &[u8]) -> Result<()> {
    let ours = wasm_bindgen_shared::version();
    let sections = custom_sections(wasm, "__wasm_bindgen_unstable").unwrap_or_default();
    let Some(section) = sections.first() else {
        bail!("it marks nothing with `#[wasm_bindgen]`, so a page can call nothing in it");
    };
    match bindgen_version(section) {
        Some(theirs) if theirs != ours => bail!(
            "it is built with wasm-bindgen {theirs}, and this preprocessor needs {ours}; \
             run: cargo update -p wasm-bindgen --precise {ours}"
        ),
        _ => Ok(()),
    }
}

/// Reads the version that the macro of wasm-bindgen noted: a length, then a JSON object.
fn bindgen_version(section: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Header {
        version: String,
    }
    let (length, rest) = section.split_first_chunk::<4>()?;
    let header = rest.get(..u32::from_le_bytes(*length) as usize)?;
    let header: Header = serde_json::from_slice(header).ok()?;
    Some(header.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_all_that_belongs_to_them() {
        let name = |wasm: &[u8], glue: &str, modules: &[(&str, &'static str)]| {
            let modules = modules
                .iter()
                .map(|(path, text)| ((*path).to_owned(), *text))
                .collect();
            assemble("a", String::new(), wasm.to_vec(), glue, &modules)
                .summary
                .wasm
        };
        let one = name(b"w", "g", &[("p", "t")]);
        assert_eq!(one.len(), "a-.wasm".len() + 10);
        assert_eq!(one, name(b"w", "g", &[("p", "t")]));
        assert_ne!(one, name(b"x", "g", &[("p", "t")]));
        assert_ne!(one, name(b"w", "h", &[("p", "t")]));
        assert_ne!(one, name(b"w", "g", &[("p", "u")]));
        assert_ne!(one, name(b"w", "g", &[("q", "t")]));
    }

    #[test]
    fn the_glue_is_rid_of_what_no_browser_needs() {
        let glue = "/**\n* Runs.\n*/\n\nfunction run() {\n    // Why.\n    return 1; // one\n}\n/* a */\nrun();\n";
        let lean = lean(glue);
        assert_eq!(lean, "function run() {\nreturn 1; // one\n}\nrun();\n");
    }

    #[test]
    fn the_glue_finds_its_modules_beside_it() {
        let modules = BTreeMap::from([("id/inline0.js".to_owned(), "export {};")]);
        let glue = "import * as a from './snippets/id/inline0.js';\n    f('snippets/id/w.js');\n    ({'./snippets/id/inline0.js': a})";
        let Bound { summary, files } = assemble("a", String::new(), b"w".to_vec(), glue, &modules);
        let stem = summary.js.strip_suffix(".js").unwrap();
        let glue = str::from_utf8(&files[&summary.js]).unwrap();
        assert_eq!(
            glue,
            format!(
                "import * as a from './{stem}/id/inline0.js';\nf('{stem}/id/w.js');\n({{'./snippets/id/inline0.js': a}})\n"
            )
        );
        assert!(files.contains_key(&format!("{stem}/id/inline0.js")));
        assert_eq!(summary.js_bytes, glue.len() + "export {};".len());
    }

    #[test]
    fn modules_that_nobody_names_are_left_out() {
        let modules = BTreeMap::from([
            ("id/used.js".to_owned(), "import './helper.js';"),
            ("id/helper.js".to_owned(), "export {};"),
            ("id/worker.js".to_owned(), "export {};"),
        ]);
        let unused = unused("import * as a from './snippets/id/used.js';", &modules);
        assert_eq!(unused, BTreeSet::from(["id/worker.js".to_owned()]));
    }

    #[test]
    fn another_version_of_wasm_bindgen_is_answered_with_the_command() {
        let header = br#"{"schema_version":"0.2.100","version":"0.2.99"}"#;
        let mut body = b"\x17__wasm_bindgen_unstable".to_vec();
        body.extend((header.len() as u32).to_le_bytes());
        body.extend(header);
        let mut wasm = b"\0asm\x01\0\0\0\0".to_vec();
        wasm.push(body.len() as u8);
        wasm.extend(body);
        let error = check_version(&wasm).unwrap_err().to_string();
        let command = format!(
            "cargo update -p wasm-bindgen --precise {}",
            wasm_bindgen_shared::version()
        );
        assert!(error.contains("0.2.99"), "{error}");
        assert!(error.contains(&command), "{error}");
    }
}
