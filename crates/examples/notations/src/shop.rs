//! Prices that take a while, offered in three ways.

use experiment::blocking;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;

/// A price, or why there is none.
pub type Answer = Result<u32, &'static str>;

/// A shop with so many items.
#[derive(Clone, Copy)]
pub struct Shop {
    /// How many items there are.
    pub items: u32,
    /// How long each price takes, in milliseconds.
    pub ms: u32,
    /// From which item on there is no price.
    pub sold_out: u32,
}

impl Shop {
    fn look(self, item: u32) -> Answer {
        if item >= self.sold_out {
            return Err("This item is sold out.");
        }
        Ok(10 + item)
    }

    /// Holds the thread until the price is there.
    pub fn price(self, item: u32) -> Answer {
        blocking::spin(f64::from(self.ms));
        self.look(item)
    }

    /// Comes back when the price is there.
    pub async fn price_later(self, item: u32) -> Answer {
        TimeoutFuture::new(self.ms).await;
        self.look(item)
    }

    /// Calls back when the price is there.
    pub fn price_call(self, item: u32, callback: impl FnOnce(Answer) + 'static) {
        // The call uses up the callback and what it captured; the small wrapper around it is never freed.
        Timeout::new(self.ms, move || callback(self.look(item))).forget();
    }
}
