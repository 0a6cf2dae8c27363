//! In how many frames something had changed.

use experiment::{Result, clock, yielding};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// The frames during some work.
#[derive(Default)]
pub struct Paints {
    /// How many were drawn with more on them than the one before.
    pub changed: u32,
    /// How long it took until the first of these, in milliseconds.
    pub first: f64,
    last: u32,
}

impl Paints {
    /// Carries some work out, and looks at each frame how much is written.
    pub async fn count(written: &Cell<u32>, work: impl Future<Output = Result>) -> Result<Self> {
        let begin = clock::now();
        let paints = RefCell::new(Self::default());
        let look = || {
            paints
                .borrow_mut()
                .look(written.get(), clock::now() - begin)
        };
        let watch = async {
            loop {
                yielding::frame().await;
                look();
            }
        };
        {
            let (mut work, mut watch) = (pin!(work), pin!(watch));
            poll_fn(|cx| {
                // The watch never ends, so its answer does not matter.
                let _: Poll<()> = watch.as_mut().poll(cx);
                work.as_mut().poll(cx)
            })
            .await?;
        }
        // What was written last is drawn with the next frame.
        yielding::frame().await;
        look();
        Ok(paints.into_inner())
    }

    fn look(&mut self, written: u32, after: f64) {
        if written > self.last {
            self.last = written;
            self.changed += 1;
            if self.changed == 1 {
                self.first = after;
            }
        }
    }
}
