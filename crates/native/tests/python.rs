//! What CPython prints is what the book has kept of it.

use native::python::{PROGRAMS, Program, told};

/// Waits of Python end late where another program has the processor, and then its tasks come in another order.
const TRIES: usize = 3;

#[test]
fn python_prints_what_was_recorded() {
    for program in &PROGRAMS {
        let kept = std::fs::read_to_string(program.kept()).unwrap();
        let mut tries = (0..TRIES).map(|_| printed(program));
        assert!(
            tries.any(|printed| printed.is_none_or(|printed| told(&printed) == told(&kept))),
            "{:?} no longer prints what was recorded: remake it by `cargo run --package native`",
            program.run
        );
    }
}

fn printed(program: &Program) -> Option<String> {
    program.output().unwrap_or_else(|error| panic!("{error:#}"))
}
