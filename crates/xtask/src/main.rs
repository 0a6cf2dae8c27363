//! The project's commands: `cargo xtask build | serve | check | test | new SLUG | bench | record`.

mod address;
mod args;
mod book;
mod browser;
mod checks;
mod example;
mod sh;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use args::Command;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("{error}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One sentence: the debug form would add a backtrace that helps nobody here.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let root = sh::project_root()?;
    match command {
        Command::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
        Command::Build { address } => book::build(&root, address.as_ref()),
        Command::Serve { hostname, port } => book::serve(&root, &hostname, port),
        Command::Check => checks::check(&root),
        Command::Test { engine, filter } => checks::test(&root, engine, filter.as_deref()),
        Command::New { slug } => example::create(&root, &slug),
        Command::Bench { engine, how } => checks::bench(&root, engine, how),
        Command::Record => checks::record(&root),
    }
}
