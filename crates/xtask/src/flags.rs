//! The command line.

use crate::address::Address;
use crate::browser::Engine;

xflags::xflags! {
    /// The commands of this project.
    cmd xtask {
        /// Builds the site once, into target/book.
        cmd build {
            /// The address at which it will be read: links between pages, a list of pages and a picture are made for it.
            optional --address url: Address
        }

        /// Serves the site, and builds it anew at every save.
        cmd serve {
            /// The host name to listen on.
            optional -n, --hostname name: String
            /// The port to listen on.
            optional -p, --port port: u16
        }

        /// Checks the format, lints on this machine and on WebAssembly, and runs the tests that need no browser.
        cmd check {}

        /// Runs everything there is, in Chromium, Firefox and WebKit.
        cmd test {
            /// One engine instead of all: chromium, firefox or webkit.
            optional --engine name: Engine
            /// All panels under every condition of other machines, and nothing else: this takes an hour.
            optional --conditions
            /// Firefox and WebKit do all that Chromium does by itself, as before a release.
            optional --full
            /// A part of the names of the end-to-end tests to run alone.
            optional filter: String
        }

        /// Builds the engine of the Lab, which `build` does too and `serve` does beside the book.
        cmd lab {
            /// Waits until the book is served.
            optional --once-served
        }

        /// Makes a new example, crates/examples/SLUG.
        cmd new {
            /// Its name in folders, directives and addresses.
            required slug: String
        }

        /// Measures what the book says about speed.
        cmd bench {
            /// One engine instead of all: chromium, firefox or webkit.
            optional --engine name: Engine
            /// Measures once each, only to see that it runs.
            optional --short
            /// Lets the figures take the place of those that are kept in the project.
            optional --keep
        }

        /// Remakes the recorded runs, in Chromium.
        cmd record {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    fn parsed(line: &str) -> Result<XtaskCmd, String> {
        let words = line.split_whitespace().map(OsString::from).collect();
        let parsed = Xtask::from_vec(words).map_err(|error| error.to_string());
        parsed.map(|it| it.subcommand)
    }

    #[test]
    fn a_test_takes_an_engine_and_one_filter() {
        let line = "test freeze --engine firefox";
        let Ok(XtaskCmd::Test(test)) = parsed(line) else {
            panic!("{line} is refused");
        };
        assert_eq!(test.engine, Some(Engine::Firefox));
        assert_eq!(test.filter.as_deref(), Some("freeze"));
        assert!(!test.conditions);
        for line in ["test one two", "test --fast", "test --engine netscape"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, named) in [
            ("deploy", "deploy"),
            ("build now", "now"),
            ("new", "slug"),
            ("serve --port 70000", "port"),
            ("build --address ftp://x", "ftp://x"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.contains(named), "{line}: {error}");
        }
    }
}
