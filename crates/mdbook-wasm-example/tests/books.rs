//! Runs the preprocessor over small books as mdBook would and compares what it says and writes with `expected.txt`.
//!
//! `SNAPSHOTS=overwrite cargo test` takes the present results for the expected ones.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;

use mdbook_preprocessor::PreprocessorContext;
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::config::Config;

const BINARY: &str = env!("CARGO_BIN_EXE_mdbook-wasm-example");

/// One case at a time: they share cargo's target folder, and some have packages of the same name.
static TURN: Mutex<()> = Mutex::new(());

#[test]
fn an_example_in_a_nested_chapter_is_expanded() {
    check("nested-chapter");
}

#[test]
fn two_examples_stand_on_a_page_with_a_shared_crate() {
    check("two-on-a-page");
}

#[test]
fn the_same_example_twice_expands_twice_and_is_listed_once() {
    check("same-twice");
}

#[test]
fn an_unknown_slug_fails_with_a_suggestion() {
    check("unknown-slug");
}

#[test]
fn an_unknown_key_fails() {
    check("unknown-key");
}

#[test]
fn an_unknown_anchor_fails() {
    check("unknown-anchor");
}

#[test]
fn all_mistakes_are_reported_at_once() {
    check("all-mistakes-at-once");
}

#[test]
fn an_unknown_setting_fails() {
    check("unknown-setting");
}

#[test]
fn a_crate_that_does_not_compile_fails_with_the_compilers_message_chapter_and_line() {
    check("does-not-compile");
}

#[test]
fn an_example_whose_dependency_does_not_compile_fails_with_its_name() {
    check("broken-dependency");
}

#[test]
fn a_crate_without_a_module_fails_with_what_it_needs() {
    check("not-for-the-browser");
}

#[test]
fn a_crate_without_anything_to_bind_fails_with_what_it_needs() {
    check("nothing-to-bind");
}

#[test]
fn directives_in_code_comments_and_escapes_are_left_alone() {
    check("left-alone");
}

#[test]
fn a_declaration_is_copied_and_escaped() {
    check("declaration");
}

#[test]
fn a_broken_or_doubled_declaration_fails() {
    check("broken-declaration");
}

#[test]
fn chosen_files_and_anchors_are_shown() {
    check("show-with-anchor");
}

#[test]
fn a_book_without_examples_has_an_empty_list_and_loses_old_files_only() {
    check("no-example");
}

#[test]
fn a_second_run_writes_nothing() {
    let case = Case::prepare("two-on-a-page");
    assert!(case.run().status.success());
    let before = case.written();
    assert!(before.len() > 5);
    assert!(case.run().status.success());
    assert_eq!(case.written(), before);
}

#[test]
fn a_changed_source_changes_the_names_and_drops_the_old_files() {
    let case = Case::prepare("two-on-a-page");
    assert!(case.run().status.success());
    let before = case.written();
    let source = case.root.join("examples/first/src/lib.rs");
    let text = fs::read_to_string(&source).unwrap();
    fs::write(&source, text.replace("    5", "    55555")).unwrap();
    assert!(case.run().status.success());
    let after = case.written();
    assert_eq!(before.len(), after.len());
    for path in before.keys() {
        let changes = path.starts_with("src/wasm/first-");
        assert_eq!(after.contains_key(path), !changes, "{path}");
        if !changes && path != "src/examples.json" {
            assert_eq!(after[path], before[path], "{path}");
        }
    }
}

#[test]
fn only_the_html_renderer_is_supported() {
    let supports = |renderer| {
        let status = Command::new(BINARY).args(["supports", renderer]).status();
        status.unwrap().success()
    };
    assert!(supports("html"));
    assert!(!supports("markdown"));
    assert!(!supports("test"));
}

fn check(name: &str) {
    let case = Case::prepare(name);
    let output = case.run();
    let actual = case.describe(&output);
    let expected = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/books")
        .join(name)
        .join("expected.txt");
    if std::env::var("SNAPSHOTS").is_ok_and(|it| it == "overwrite") {
        fs::write(&expected, &actual).unwrap();
    }
    let wanted = fs::read_to_string(&expected).unwrap_or_default();
    assert!(
        actual == wanted,
        "{} differs; what came out:\n{actual}",
        expected.display()
    );
}

/// A copy of one of the books.
struct Case {
    root: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl Case {
    fn prepare(name: &str) -> Self {
        let turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("books")
            .join(name);
        let _ = fs::remove_dir_all(&root);
        copy(&here.join("tests/books").join(name), &root);
        // The workspace's own lock file, so that nothing has to be looked up or loaded anew.
        if root.join("Cargo.toml").exists() {
            let lock = here.ancestors().map(|folder| folder.join("Cargo.lock"));
            let lock = lock.into_iter().find(|lock| lock.exists()).unwrap();
            fs::copy(lock, root.join("Cargo.lock")).unwrap();
        }
        Case { root, _turn: turn }
    }

    fn config(&self) -> Config {
        Config::from_disk(self.root.join("book.toml")).unwrap()
    }

    fn src(&self) -> PathBuf {
        self.root.join(self.config().book.src)
    }

    fn run(&self) -> Output {
        let context = PreprocessorContext::new(self.root.clone(), self.config(), "html".to_owned());
        let input = serde_json::to_vec(&(context, read_book(&self.src()))).unwrap();
        let mut child = Command::new(BINARY)
            .current_dir(&self.root)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
            )
            .env("CARGO_TERM_COLOR", "never")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A run that fails at once may close its input before it is all written.
        let _ = child.stdin.take().unwrap().write_all(&input);
        child.wait_with_output().unwrap()
    }

    /// Tells all that a run has said and written, less what differs from run to run.
    fn describe(&self, output: &Output) -> String {
        let mut text = match output.status.success() {
            true => String::from("The run succeeds.\n"),
            false => String::from("The run fails.\n"),
        };
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        let said = said.lines().filter(|line| !is_progress(line));
        // Cargo writes its own lines beside the compiler's, which go through the preprocessor and may come later.
        let (cargo, mut said): (Vec<&str>, Vec<&str>) =
            said.partition(|line| line.starts_with("error: could not compile"));
        let end = said.iter().rposition(|line| line.starts_with("src/"));
        said.splice(end.unwrap_or(said.len())..end.unwrap_or(said.len()), cargo);
        if !said.is_empty() {
            text.push_str(&format!("\n==== stderr\n{}\n", said.join("\n")));
        }
        if output.status.success() {
            let before = read_book(&self.src());
            let after: Book = serde_json::from_slice(&output.stdout).unwrap();
            for (before, after) in before.chapters().zip(after.chapters()) {
                let path = after.path.as_ref().unwrap().display();
                match before.content == after.content {
                    true => text.push_str(&format!("\n==== {path} is unchanged\n")),
                    false => text.push_str(&format!("\n==== {path}\n{}", after.content)),
                }
            }
        }
        let written = self.written();
        let names: Vec<&str> = written.keys().map(String::as_str).collect();
        text.push_str(&format!("\n==== files\n{}\n", names.join("\n")));
        if let Ok(list) = fs::read_to_string(self.src().join("examples.json")) {
            text.push_str(&format!("\n==== examples.json\n{list}"));
        }
        normalised(&text.replace(&*self.root.to_string_lossy(), "[ROOT]"))
    }

    /// Lists the generated files with the times at which they were written.
    fn written(&self) -> BTreeMap<String, SystemTime> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.src().join("wasm")];
        let mut paths = vec![self.src().join("examples.json")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => paths.push(path),
                }
            }
        }
        for path in paths.iter().filter(|path| path.exists()) {
            let name = path.strip_prefix(&self.root).unwrap();
            let time = path.metadata().unwrap().modified().unwrap();
            files.insert(name.to_string_lossy().replace('\\', "/"), time);
        }
        files
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// Reads the part of mdBook's summary format that the books here use.
fn read_book(src: &Path) -> Book {
    let summary = fs::read_to_string(src.join("SUMMARY.md")).unwrap();
    let mut items = Vec::new();
    for line in summary.lines() {
        let Some((name, path)) = line
            .trim_start_matches([' ', '-'])
            .strip_prefix('[')
            .and_then(|link| link.strip_suffix(')'))
            .and_then(|link| link.split_once("]("))
        else {
            continue;
        };
        let chapter = match path {
            "" => Chapter::new_draft(name, Vec::new()),
            path => {
                let text = fs::read_to_string(src.join(path)).unwrap();
                Chapter::new(name, text, path, Vec::new())
            }
        };
        let depth = line.find(['-', '[']).unwrap_or(0) / 2;
        let mut level = &mut items;
        for _ in 0..depth {
            level = match level.last_mut() {
                Some(BookItem::Chapter(parent)) => &mut parent.sub_items,
                _ => panic!("{line} has no parent"),
            };
        }
        level.push(BookItem::Chapter(chapter));
    }
    Book::new_with_items(items)
}

fn is_progress(line: &str) -> bool {
    const WORDS: [&str; 9] = [
        "Adding",
        "Blocking",
        "Compiling",
        "Downloaded",
        "Downloading",
        "Finished",
        "Locking",
        "Removing",
        "Updating",
    ];
    // Whether cargo has to wait for other jobs when one fails depends on the machine's cores.
    let waits = line.starts_with("warning: build failed, waiting for other jobs");
    waits || line.starts_with(' ') && WORDS.iter().any(|word| line.trim_start().starts_with(word))
}

/// Replaces hashes and sizes, which every version of the compiler makes differently.
fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let sizes = ["wasm_bytes", "wasm_gzip", "js_bytes", "js_gzip"];
        if let Some(size) = sizes
            .iter()
            .find(|size| line.contains(&format!("\"{size}\": ")))
        {
            let comma = if line.contains(',') { "," } else { "" };
            out.push_str(&format!("    \"{size}\": SIZE{comma}\n"));
            continue;
        }
        let mut word = String::new();
        for c in line.chars() {
            if c.is_ascii_alphanumeric() {
                word.push(c);
                continue;
            }
            out.push_str(hidden(&word));
            word.clear();
            out.push(c);
        }
        out.push_str(hidden(&word));
    }
    out
}

fn hidden(word: &str) -> &str {
    let is_hash =
        word.bytes().all(|b| b.is_ascii_hexdigit()) && word.bytes().any(|b| b.is_ascii_digit());
    match word.len() {
        10 | 16 if is_hash => "HASH",
        64 if is_hash => "SHA256",
        _ => word,
    }
}
