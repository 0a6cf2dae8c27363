//! The example library.

/// Gives a number.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    7
}
