//! Helps.

/// Does not compile.
pub fn help() -> u32 {
    missing
}
