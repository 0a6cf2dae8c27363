//! What a basket costs and what its delivery costs, awaited sequentially.

use crate::stock;

/// What the customer is told.
pub async fn receipt(basket: &[u32]) -> String {
    let total = total(basket).await;
    let total = total + stock::ask_delivery().await;
    ["total ", &total.to_string()].concat()
}

async fn total(basket: &[u32]) -> u32 {
    let mut total = 0;
    for item in basket {
        total += line(*item).await;
    }
    total
}

async fn line(item: u32) -> u32 {
    price(item).await
}

async fn price(item: u32) -> u32 {
    stock::ask_price(item).await
}
