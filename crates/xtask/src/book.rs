//! `build` and `serve`: mdBook with everything it needs.

use std::io::ErrorKind;
use std::net::{TcpListener, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::address::Address;
use crate::sh::{self, Steps};
use crate::{lab, tools};

/// Builds the site into `target/book`, for an address if that is known.
pub fn build(root: &Path, address: Option<&Address>) -> Result<()> {
    let mut steps = Steps::new(5);
    let mdbook = provide(root, &mut steps)?;
    steps.next("building the engine of the Lab (about two minutes the first time)");
    lab::build(root)?;
    steps.next("building the site into target/book");
    match address {
        None => site(root, &mdbook, "/"),
        Some(address) => {
            site(root, &mdbook, address.path())?;
            address.tell(&root.join("target/book"))
        }
    }
}

/// Serves the site until the user stops it.
pub fn serve(root: &Path, hostname: &str, port: u16) -> Result<()> {
    check_port(hostname, port)?;
    let mut steps = Steps::new(4);
    let mdbook = provide(root, &mut steps)?;
    steps.next(&format!(
        "building the site; `Serving on` below means it is there: http://{hostname}:{port} \
         (Ctrl+C stops)"
    ));
    lab::build_once_served(root)?;
    become_it(
        sh::command(root, mdbook)
            .arg("serve")
            .args(["--hostname", hostname])
            .args(["--port", &port.to_string()])
            // As a program it answers sooner than by way of cargo, at every save.
            .envs(preprocessor(root).map(|it| ("MDBOOK_PREPROCESSOR__WASM_EXAMPLE__COMMAND", it))),
    )
}

/// The preprocessor as a program, where it was built to the usual place.
fn preprocessor(root: &Path) -> Option<PathBuf> {
    let program = format!("debug/book-preprocessor{}", std::env::consts::EXE_SUFFIX);
    Some(sh::target(root).join(program)).filter(|program| program.is_file())
}

/// Provides the target, mdBook and the preprocessor, as the first three steps.
pub fn provide(root: &Path, steps: &mut Steps) -> Result<PathBuf> {
    steps.next("looking for the WebAssembly target");
    tools::wasm_target(root)?;
    steps.next("looking for mdBook");
    let mdbook = tools::mdbook(root)?;
    tools::tidy(root);
    steps.next("compiling the preprocessor (about half a minute the first time)");
    // mdBook would compile it as well, but silently.
    sh::run(
        sh::cargo(root).args(["build", "--quiet", "--package", "book-preprocessor"]),
        "the preprocessor does not compile: see above",
    )?;
    Ok(mdbook)
}

/// Runs `mdbook build` for a site under a path of its host.
pub fn site(root: &Path, mdbook: &Path, path: &str) -> Result<()> {
    sh::run(
        sh::command(root, mdbook)
            .arg("build")
            // The page for addresses that do not exist is answered at any depth, so it must know where the book is.
            .env("MDBOOK_OUTPUT__HTML__SITE_URL", path),
        "the site could not be built: see above",
    )
}

/// Builds the book of faults, which only the tests read, into `target/fixture`: the same book with other chapters and examples.
pub fn fixture(root: &Path, mdbook: &Path) -> Result<()> {
    const FIXTURE: &str = "crates/e2e/fixture";
    sh::run(
        sh::command(root, mdbook)
            .arg("build")
            .env("MDBOOK_BOOK__SRC", format!("{FIXTURE}/book"))
            .env("MDBOOK_BUILD__BUILD_DIR", "target/fixture")
            .env(
                "MDBOOK_PREPROCESSOR__WASM_EXAMPLE__EXAMPLES",
                format!("{FIXTURE}/examples"),
            ),
        "the book of faults could not be built: see above",
    )
}

/// Says in one sentence when the address cannot be listened on, before anything is compiled.
fn check_port(hostname: &str, port: u16) -> Result<()> {
    let addresses = (hostname, port)
        .to_socket_addrs()
        .with_context(|| format!("--hostname {hostname} is not an address of this machine"))?;
    let mut listened = Vec::new();
    // A name may stand for several addresses, and one that is taken would hide the book.
    for address in addresses {
        match TcpListener::bind(address) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
                "port {port} is in use: stop the program that holds it, or choose another with \
                 `cargo xtask serve --port {}`",
                port.checked_add(1).unwrap_or(3000)
            ),
            outcome => listened.push(outcome.is_ok()),
        }
    }
    ensure!(
        listened.contains(&true),
        "nothing can listen on {hostname}:{port}: choose another address with --hostname and --port"
    );
    Ok(())
}

/// Hands this process over to the command, so that whoever stops this one stops that one.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    let error = command.exec();
    bail!(
        "{} does not start: {error}",
        command.get_program().display()
    )
}

/// Runs the command to its end.
#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    sh::run(command, "mdBook stopped: see above")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_answered_with_the_option_that_helps() {
        let held = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = held.local_addr().unwrap().port();
        let error = check_port("127.0.0.1", port).unwrap_err().to_string();
        assert!(error.contains("--port"), "{error}");
        drop(held);
        check_port("127.0.0.1", port).unwrap();
    }
}
