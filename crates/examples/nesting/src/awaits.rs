//! Steps that depend on each other, written with await.

use crate::{Answer, Steps};

/// Two steps.
pub async fn two(steps: Steps) -> Answer {
    let before = steps.step(0).await?;
    steps.step(before).await
}

/// Four steps.
pub async fn four(steps: Steps) -> Answer {
    let before = steps.step(0).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    steps.step(before).await
}

/// Eight steps.
pub async fn eight(steps: Steps) -> Answer {
    let before = steps.step(0).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    let before = steps.step(before).await?;
    steps.step(before).await
}
