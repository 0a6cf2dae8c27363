//! Compiles the two programs whose sizes are compared, each into a module of its own.

use std::path::PathBuf;
use std::process::Command;

fn main() {
    for program in ["plain", "awaits"] {
        compile(program);
    }
}

fn compile(program: &str) {
    let source = format!("src/{program}.rs");
    println!("cargo::rerun-if-changed={source}");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let rustc = std::env::var_os("RUSTC").expect("cargo sets it");
    let status = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=cdylib"])
        .args(["--target=wasm32-unknown-unknown"])
        .args(["-Copt-level=s", "-Clto=fat", "-Ccodegen-units=1"])
        .args(["-Cpanic=abort", "-Cstrip=symbols"])
        .args([source.as_str(), "-o"])
        .arg(folder.join(program).with_extension("wasm"))
        .status()
        .expect("rustc starts");
    assert!(status.success(), "{source} does not compile: see above");
}
