//! Builds all wanted packages for the browser in one call of cargo.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

const TARGET: &str = "wasm32-unknown-unknown";

/// What came of a build.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The module of each package that was built.
    pub(crate) modules: BTreeMap<String, PathBuf>,
    /// The first error of each package that does not compile, wanted or depended upon.
    pub(crate) errors: BTreeMap<String, String>,
    /// Whether cargo was content.
    pub(crate) succeeded: bool,
}

/// The setting that leaves the place of cargo's own files out of the paths in a module.
fn rename_registry() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .unwrap_or_default();
    let flag = format!(
        "--remap-path-prefix={}=",
        home.join("registry/src").display()
    );
    format!("target.{TARGET}.rustflags=[{flag:?}]")
}

/// Builds the packages in the workspace at `root`; the compiler's messages go to stderr.
pub(crate) fn build(root: &Path, profile: &str, packages: &[String]) -> Result<Outcome> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    // Standard output is the protocol with mdBook, so messages are read here and passed on.
    let format = match stderr().is_terminal() {
        true => "--message-format=json,json-diagnostic-rendered-ansi",
        false => "--message-format=json",
    };
    let mut command = Command::new(&cargo);
    command
        .current_dir(root)
        .args(["build", "--target", TARGET, "--profile", profile])
        // A panic in a dependency names its file, and readers need not know where this machine keeps it.
        .args(["--config", &rename_registry()])
        // One broken example must not hide another.
        .args(["--keep-going", format])
        .args(packages.iter().flat_map(|package| ["-p", package]))
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{}`", cargo.to_string_lossy()))?;
    let stdout = child.stdout.take().context("cargo has no output")?;
    let mut outcome = Outcome::default();
    let mut target_missing = false;
    for line in BufReader::new(stdout).lines() {
        match read_message(&line.context("cannot read cargo's messages")?) {
            Some(Message::Module { package, path }) => {
                outcome.modules.insert(package, path);
            }
            Some(Message::Diagnostic {
                package,
                rendered,
                error,
            }) => {
                if rendered.contains(TARGET) && rendered.contains("target may not be installed") {
                    target_missing = true;
                    continue;
                }
                eprint!("{rendered}");
                if let Some(error) = error {
                    outcome.errors.entry(package).or_insert(error);
                }
            }
            None => {}
        }
    }
    let status = child.wait().context("cannot wait for cargo")?;
    outcome.succeeded = status.success();
    if target_missing {
        bail!("the compiler's target for WebAssembly is missing; run: rustup target add {TARGET}");
    }
    Ok(outcome)
}

/// Returns cargo's target folder, given a module that cargo built.
pub(crate) fn target_folder(module: &Path) -> Option<&Path> {
    module
        .ancestors()
        .find(|folder| folder.ends_with(TARGET))
        .and_then(Path::parent)
}

#[derive(Debug, PartialEq)]
enum Message {
    Module {
        package: String,
        path: PathBuf,
    },
    Diagnostic {
        package: String,
        rendered: String,
        error: Option<String>,
    },
}

#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Raw {
    CompilerArtifact {
        package_id: String,
        filenames: Vec<PathBuf>,
    },
    CompilerMessage {
        package_id: String,
        message: RawDiagnostic,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct RawDiagnostic {
    level: String,
    message: String,
    code: Option<RawCode>,
    spans: Vec<RawSpan>,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct RawCode {
    code: String,
}

#[derive(Deserialize)]
struct RawSpan {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

fn read_message(line: &str) -> Option<Message> {
    match serde_json::from_str(line).ok()? {
        Raw::CompilerArtifact {
            package_id,
            filenames,
        } => Some(Message::Module {
            package: package_name(&package_id).to_owned(),
            path: filenames
                .into_iter()
                .find(|path| path.extension().is_some_and(|it| it == "wasm"))?,
        }),
        Raw::CompilerMessage {
            package_id,
            message,
        } => Some(Message::Diagnostic {
            package: package_name(&package_id).to_owned(),
            error: headline(&message),
            rendered: message.rendered.unwrap_or_default(),
        }),
        Raw::Other => None,
    }
}

fn headline(message: &RawDiagnostic) -> Option<String> {
    if !message.level.starts_with("error") {
        return None;
    }
    let code = match &message.code {
        Some(code) => format!("[{}]", code.code),
        None => String::new(),
    };
    let place = match message.spans.iter().find(|span| span.is_primary) {
        Some(span) => format!(" ({}:{})", span.file_name, span.line_start),
        None => String::new(),
    };
    let first = message.message.lines().next().unwrap_or_default();
    Some(format!("error{code}: {first}{place}"))
}

/// Takes the name out of a package id, `…/folder#1.0.0` or `…#name@1.0.0`.
fn package_name(id: &str) -> &str {
    let (url, fragment) = id.split_once('#').unwrap_or((id, ""));
    match fragment.split_once('@') {
        Some((name, _)) => name,
        None => url.rsplit(['/', '\\']).next().unwrap_or(url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_named_by_its_id() {
        assert_eq!(
            package_name("path+file:///b/examples/freeze#0.1.0"),
            "freeze"
        );
        assert_eq!(package_name("path+file:///b/x#freeze@0.1.0"), "freeze");
        assert_eq!(package_name("registry+https://r/i#serde@1.0.2"), "serde");
    }

    #[test]
    fn modules_are_read_and_other_artifacts_are_not() {
        let artifact = |files: &str| {
            read_message(&format!(
                r#"{{"reason":"compiler-artifact","package_id":"path+file:///b/a#0.1.0","filenames":[{files}]}}"#
            ))
        };
        assert_eq!(
            artifact(r#""/t/liba.rlib","/t/a.wasm""#),
            Some(Message::Module {
                package: "a".into(),
                path: "/t/a.wasm".into()
            })
        );
        assert_eq!(artifact(r#""/t/liba.rlib""#), None);
        assert_eq!(read_message(r#"{"reason":"build-finished"}"#), None);
        assert_eq!(read_message("no JSON"), None);
    }

    #[test]
    fn errors_have_a_headline_and_warnings_have_none() {
        let diagnostic = |level: &str| {
            let line = format!(
                r#"{{"reason":"compiler-message","package_id":"path+file:///b/a#0.1.0","message":{{
                "level":"{level}","message":"mismatched types","code":{{"code":"E0308"}},
                "spans":[{{"file_name":"a/src/lib.rs","line_start":4,"is_primary":true}}],
                "rendered":"text"}}}}"#
            );
            match read_message(&line).unwrap() {
                Message::Diagnostic { error, .. } => error,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            diagnostic("error").unwrap(),
            "error[E0308]: mismatched types (a/src/lib.rs:4)"
        );
        assert_eq!(diagnostic("warning"), None);
    }
}
