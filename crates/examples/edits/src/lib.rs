//! Four changes to one program, and how many of its lines each of them touches.

mod changes;
mod stock;
mod versions {
    pub mod awaited;
    pub mod awaited_step;
    pub mod awaited_together;
    pub mod plain;
    pub mod plain_step;
}

use experiment::{Result, Run, error};
use versions::{awaited, awaited_step, awaited_together, plain, plain_step};

experiment::variants! {
    params { items: u32 }
    sync a_step;
    async a_step_awaited;
    async a_step_together;
    async the_price_awaits;
}

/// The text of a version, as compiled.
macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("versions/", $name, ".rs"))
    };
}

/// Plain calls: the delivery is added.
fn a_step(run: Run, params: Params) -> Result {
    let basket = basket(params);
    let (before, after) = (plain::receipt(&basket), plain_step::receipt(&basket));
    check(&expected(&basket), [before, after])?;
    count(&run, text!("plain"), text!("plain_step"))
}

/// Awaited: the delivery is added.
async fn a_step_awaited(run: Run, params: Params) -> Result {
    let basket = basket(params);
    let before = awaited::receipt(&basket).await;
    let after = awaited_step::receipt(&basket).await;
    check(&expected(&basket), [before, after])?;
    count(&run, text!("awaited"), text!("awaited_step"))
}

/// Awaited: the delivery is asked for while the prices are.
async fn a_step_together(run: Run, params: Params) -> Result {
    let basket = basket(params);
    let before = awaited::receipt(&basket).await;
    let after = awaited_together::receipt(&basket).await;
    check(&expected(&basket), [before, after])?;
    count(&run, text!("awaited"), text!("awaited_together"))
}

/// From plain calls to awaited ones: the price, at the bottom of all calls, has to be asked for.
async fn the_price_awaits(run: Run, params: Params) -> Result {
    let basket = basket(params);
    let [goods, _] = expected(&basket);
    let (before, after) = (plain::receipt(&basket), awaited::receipt(&basket).await);
    check(&[goods.clone(), goods], [before, after])?;
    count(&run, text!("plain"), text!("awaited"))
}

fn basket(params: Params) -> Vec<u32> {
    (0..params.items).collect()
}

/// What the receipt has to say, without the delivery and with it.
fn expected(basket: &[u32]) -> [String; 2] {
    let goods: u32 = basket.iter().map(|item| stock::price(*item)).sum();
    [goods, goods + stock::delivery()].map(|total| ["total ", &total.to_string()].concat())
}

/// Checks that both versions do what they should.
fn check(expected: &[String; 2], told: [String; 2]) -> Result {
    match *expected == told {
        true => Ok(()),
        false => Err(error("A version of the program says something else.")),
    }
}

/// Compares the text of both versions.
fn count(run: &Run, earlier: &str, later: &str) -> Result {
    let changes = changes::between(earlier, later);
    run.measure("lines", changes.lines as f64);
    run.measure("signatures", changes.signatures as f64);
    Ok(())
}
