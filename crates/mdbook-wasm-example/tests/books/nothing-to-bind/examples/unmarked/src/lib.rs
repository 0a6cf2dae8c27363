//! Marks nothing.

/// Gives a number.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    8
}
