//! The same as plain calls, each of which blocks.

use crate::kitchen::Kitchen;

/// Adds up what three questions are answered with.
pub fn breakfast(kitchen: Kitchen) -> u32 {
    let eggs = kitchen.wait_for("eggs");
    let bread = kitchen.wait_for("bread");
    let salt = kitchen.wait_for("salt");
    eggs + bread + salt
}
