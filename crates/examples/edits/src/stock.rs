//! The shop that is asked, with or without a delay.

use gloo_timers::future::TimeoutFuture;

/// How long an answer takes, in milliseconds.
const ANSWER: u32 = 5;

/// What an item costs.
pub fn price(item: u32) -> u32 {
    10 + item
}

/// What the delivery costs.
pub fn delivery() -> u32 {
    4
}

/// What an item costs, when the answer is there.
pub async fn ask_price(item: u32) -> u32 {
    TimeoutFuture::new(ANSWER).await;
    price(item)
}

/// What the delivery costs, when the answer is there.
pub async fn ask_delivery() -> u32 {
    TimeoutFuture::new(ANSWER).await;
    delivery()
}
