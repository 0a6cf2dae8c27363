//! The flow as plain code.

use crate::shop::{Answer, Shop};

/// What all items cost, except every third.
pub fn total(shop: Shop) -> Answer {
    let mut total = 0;
    for item in 0..shop.items {
        if item % 3 == 2 {
            continue;
        }
        total += shop.price(item)?;
    }
    Ok(total)
}
