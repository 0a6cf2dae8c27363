//! The project's commands: `cargo xtask build | serve | check | test | lab | new SLUG | bench | record`.

mod address;
mod book;
mod browser;
mod checks;
mod example;
mod flags;
mod lab;
mod scripts;
mod sh;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, ensure};
use flags::{Xtask, XtaskCmd};

fn main() -> ExitCode {
    match run(Xtask::from_env_or_exit().subcommand) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence: the debug form would add a backtrace that helps nobody here.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: XtaskCmd) -> Result<()> {
    let root = sh::project_root()?;
    match command {
        XtaskCmd::Build(build) => book::build(&root, build.address.as_ref()),
        XtaskCmd::Serve(serve) => {
            let hostname = serve.hostname.as_deref().unwrap_or("localhost");
            book::serve(&root, hostname, serve.port.unwrap_or(3000))
        }
        XtaskCmd::Check(_) => checks::check(&root),
        XtaskCmd::Test(test) => {
            ensure!(
                !test.conditions || test.filter.is_none(),
                "`--conditions` tries all panels: leave out the filter"
            );
            checks::test(&root, &test)
        }
        XtaskCmd::Lab(lab) => {
            if lab.once_served {
                lab::wait_for_book(&root);
            }
            lab::build(&root)
        }
        XtaskCmd::New(new) => example::create(&root, &new.slug),
        XtaskCmd::Bench(bench) => {
            ensure!(
                !(bench.short && bench.keep),
                "one short run is not worth keeping: leave out --short or --keep"
            );
            checks::bench(&root, bench.engine, bench.short, bench.keep)
        }
        XtaskCmd::Record(_) => checks::record(&root),
    }
}
