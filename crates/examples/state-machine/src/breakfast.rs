//! A function with three awaits.

use crate::kitchen::Kitchen;

/// Adds up the answers to three questions.
pub async fn breakfast(kitchen: Kitchen) -> u32 {
    let eggs = kitchen.ask("eggs").await;
    let bread = kitchen.ask("bread").await;
    let salt = kitchen.ask("salt").await;
    eggs + bread + salt
}
