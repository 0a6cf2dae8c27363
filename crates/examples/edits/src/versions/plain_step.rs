//! What a basket costs and what its delivery costs, in plain calls.

use crate::stock;

/// What the customer is told.
pub fn receipt(basket: &[u32]) -> String {
    let total = total(basket);
    let total = total + stock::delivery();
    ["total ", &total.to_string()].concat()
}

fn total(basket: &[u32]) -> u32 {
    let mut total = 0;
    for item in basket {
        total += line(*item);
    }
    total
}

fn line(item: u32) -> u32 {
    price(item)
}

fn price(item: u32) -> u32 {
    stock::price(item)
}
