//! The command line, read into a [`Command`].

use anyhow::{Context, Result, bail};

use crate::address::Address;
use crate::browser::Engine;

/// What `cargo xtask help` prints, and what a wrong call is answered with.
pub const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build [--address URL]              build the site into target/book; with URL, for
                                     readers there
  serve [--port N] [--hostname H]    serve the site and rebuild it on every save
  check                              format, lints on host and wasm, host tests
  test [--engine NAME] [FILTER]      everything, in chromium, firefox and webkit or
                                     in the one NAME; with FILTER, only the
                                     end-to-end tests whose names hold it
  new SLUG                           start a new example in crates/examples/SLUG
  bench [--engine NAME] [--short] [--keep]
                                     measure what the book says about speed; short,
                                     only to see that it runs; keep what comes out
  record                             remake the recorded runs, in Chromium";

/// One call of the tool.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print the usage.
    Help,
    /// Build the site.
    Build {
        /// Where it will be read, if that is known.
        address: Option<Address>,
    },
    /// Serve the site with live reload.
    Serve {
        /// The host name to listen on.
        hostname: String,
        /// The port to listen on.
        port: u16,
    },
    /// The quick gate.
    Check,
    /// Every test.
    Test {
        /// The one browser engine to test in; without it, all of them.
        engine: Option<Engine>,
        /// A part of the names of the end-to-end tests to run alone.
        filter: Option<String>,
    },
    /// Start a new example.
    New {
        /// The example's name in folders, directives and addresses.
        slug: String,
    },
    /// Measure what the book says about speed.
    Bench {
        /// The one browser engine to measure in; without it, all of them.
        engine: Option<Engine>,
        /// How, and what becomes of the figures.
        how: Bench,
    },
    /// Remake the recorded runs.
    Record,
}

/// How the benchmark runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bench {
    /// Once each, only to see that it runs.
    pub short: bool,
    /// The figures take the place of those that are kept in the project.
    pub keep: bool,
}

/// Reads the arguments that follow the tool's own name.
pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Command> {
    let mut args = args.into_iter();
    let name = args.next().context("No command was given.")?;
    let command = match name.as_str() {
        "help" | "-h" | "--help" => Command::Help,
        "build" => build(&mut args)?,
        "serve" => serve(&mut args)?,
        "check" => Command::Check,
        "test" => test(&mut args)?,
        "new" => Command::New {
            slug: args
                .next()
                .context("`new` takes the slug of the example.")?,
        },
        "bench" => bench(&mut args)?,
        "record" => Command::Record,
        _ => bail!("There is no command `{name}`."),
    };
    match args.next() {
        Some(extra) => bail!("`{name}` does not take `{extra}`."),
        None => Ok(command),
    }
}

fn build(args: &mut impl Iterator<Item = String>) -> Result<Command> {
    let mut address = None;
    while let Some(arg) = args.next() {
        match split(&arg) {
            ("--address", value) => address = Some(take("--address", value, args)?.parse()?),
            _ => bail!("`build` does not take `{arg}`."),
        }
    }
    Ok(Command::Build { address })
}

fn serve(args: &mut impl Iterator<Item = String>) -> Result<Command> {
    let mut hostname = "localhost".to_owned();
    let mut port = 3000;
    while let Some(arg) = args.next() {
        match split(&arg) {
            ("--hostname" | "-n", value) => hostname = take("--hostname", value, args)?,
            ("--port" | "-p", value) => {
                let value = take("--port", value, args)?;
                port = value
                    .parse()
                    .ok()
                    .filter(|&port| port > 0)
                    .with_context(|| format!("`--port {value}` is not a port from 1 to 65535."))?;
            }
            _ => bail!("`serve` does not take `{arg}`."),
        }
    }
    Ok(Command::Serve { hostname, port })
}

fn bench(args: &mut impl Iterator<Item = String>) -> Result<Command> {
    let (mut engine, mut how) = (None, Bench::default());
    while let Some(arg) = args.next() {
        match split(&arg) {
            ("--engine", value) => engine = Some(take("--engine", value, args)?.parse()?),
            ("--short", None) => how.short = true,
            ("--keep", None) => how.keep = true,
            _ => bail!("`bench` does not take `{arg}`."),
        }
    }
    if how.short && how.keep {
        bail!("One short run is not worth keeping: leave out `--short` or `--keep`.");
    }
    Ok(Command::Bench { engine, how })
}

fn test(args: &mut impl Iterator<Item = String>) -> Result<Command> {
    let mut engine = None;
    let mut filter = None;
    while let Some(arg) = args.next() {
        match split(&arg) {
            ("--engine", value) => engine = Some(take("--engine", value, args)?.parse()?),
            _ if arg.starts_with('-') || filter.is_some() => {
                bail!("`test` does not take `{arg}`.")
            }
            _ => filter = Some(arg),
        }
    }
    Ok(Command::Test { engine, filter })
}

/// Splits `--name=value`; a plain argument comes back whole.
fn split(arg: &str) -> (&str, Option<&str>) {
    match arg.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (arg, None),
    }
}

/// The value given after `=`, else the next argument.
fn take(
    name: &str,
    inline: Option<&str>,
    args: &mut impl Iterator<Item = String>,
) -> Result<String> {
    match inline {
        Some(value) => Ok(value.to_owned()),
        None => args
            .next()
            .with_context(|| format!("`{name}` takes a value.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn build_takes_the_address_of_the_readers() {
        assert_eq!(parsed("build").unwrap(), Command::Build { address: None });
        let Command::Build { address } = parsed("build --address https://a.example/b").unwrap()
        else {
            panic!("not a build");
        };
        assert_eq!(address.unwrap().path(), "/b/");
        assert!(parsed("build --address b").is_err());
        assert!(parsed("build --address").is_err());
    }

    #[test]
    fn serve_listens_on_mdbooks_own_address_unless_told() {
        let expected = Command::Serve {
            hostname: "localhost".to_owned(),
            port: 3000,
        };
        assert_eq!(parsed("serve").unwrap(), expected);
    }

    #[test]
    fn values_follow_a_space_or_an_equals_sign() {
        let expected = Command::Serve {
            hostname: "0.0.0.0".to_owned(),
            port: 8080,
        };
        assert_eq!(
            parsed("serve --port 8080 --hostname=0.0.0.0").unwrap(),
            expected
        );
    }

    #[test]
    fn a_port_must_be_a_port() {
        for line in ["serve --port x", "serve --port 0", "serve --port 70000"] {
            assert!(
                parsed(line).unwrap_err().to_string().contains("not a port"),
                "{line}"
            );
        }
        assert!(parsed("serve --port").is_err());
    }

    #[test]
    fn test_takes_an_engine_and_one_filter() {
        for (line, engine) in [
            ("test freeze", None),
            ("test --engine chromium freeze", Some(Engine::Chromium)),
            ("test freeze --engine=firefox", Some(Engine::Firefox)),
            ("test --engine webkit freeze", Some(Engine::WebKit)),
        ] {
            let filter = Some("freeze".to_owned());
            assert_eq!(
                parsed(line).unwrap(),
                Command::Test { engine, filter },
                "{line}"
            );
        }
        assert!(parsed("test one two").is_err());
        assert!(parsed("test --fast").is_err());
        assert!(parsed("test --engine netscape").is_err());
    }

    #[test]
    fn bench_is_short_or_keeps_its_figures() {
        let how = Bench {
            short: true,
            keep: false,
        };
        let engine = Some(Engine::Firefox);
        assert_eq!(
            parsed("bench --short --engine firefox").unwrap(),
            Command::Bench { engine, how }
        );
        assert!(parsed("bench --short --keep").is_err());
        assert!(parsed("bench fast").is_err());
    }

    #[test]
    fn unknown_and_surplus_words_are_named() {
        assert!(parsed("").is_err());
        assert!(parsed("deploy").unwrap_err().to_string().contains("deploy"));
        assert!(
            parsed("build now")
                .unwrap_err()
                .to_string()
                .contains("`now`")
        );
        assert!(parsed("new").is_err());
    }
}
