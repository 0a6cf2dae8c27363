//! Compiles `src/simd.rs` into a module of its own: a browser without vector instructions refuses every module that holds one.

use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=src/simd.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let rustc = std::env::var_os("RUSTC").expect("cargo sets it");
    let status = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=cdylib"])
        .args(["--target=wasm32-unknown-unknown"])
        .args(["-Copt-level=3", "-Ctarget-feature=+simd128"])
        .args(["-Cpanic=abort", "-Cstrip=symbols"])
        .args(["src/simd.rs", "-o"])
        .arg(folder.join("simd.wasm"))
        .status()
        .expect("rustc starts");
    assert!(status.success(), "src/simd.rs does not compile: see above");
}
