//! The same with a reader as the one who makes the pieces.

use crate::Params;
use experiment::by_hand::Hand;
use experiment::{Result, Run, row};
use futures_channel::mpsc::channel;
use futures_util::StreamExt;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// How many orders have room, and how long one takes in the kitchen, in milliseconds.
const ROOM: usize = 5;
const KITCHEN: u32 = 400;

const MARKUP: &str = "\
<p><button value=order>Order</button> <button value=end>Enough</button></p>\
<p><label>waiting for the kitchen <meter min=0 max=5 value=0></meter></label> <b class=line>0</b> of 5</p>\
<p><b class=taken>0</b> taken, <b class=away>0</b> sent away, <b class=served>0</b> served <span class=full role=status></span></p>";

/// You order, and the kitchen takes its time.
pub async fn your_turn(run: Run, _: Params) -> Result {
    let mut hand = Hand::on(&run, MARKUP)?;
    let kitchen = row(&run, "orders");
    let (mut orders, mut line) = channel(ROOM - 1);
    let told = hand.sender();
    spawn_local(async move {
        while let Some(()) = line.next().await {
            TimeoutFuture::new(KITCHEN).await;
            // The variant may be over.
            let _ = told.unbounded_send("served".to_owned());
        }
    });
    let (mut taken, mut away, mut served) = (0_u32, 0_u32, 0_u32);
    let mut open = true;
    while open || served < taken {
        let Some(what) = hand.next().await else {
            break;
        };
        match what.as_str() {
            "order" if open => match orders.try_send(()) {
                Ok(()) => kitchen.enter(|| taken += 1),
                Err(_) => away += 1,
            },
            "served" => served += 1,
            _ => open = false,
        }
        // One of those that are not served is in the kitchen.
        let waiting = (taken - served).saturating_sub(1);
        hand.write(".line", &waiting.to_string());
        hand.find("meter")
            .set_attribute("value", &waiting.to_string())?;
        hand.write(".taken", &taken.to_string());
        hand.write(".away", &away.to_string());
        hand.write(".served", &served.to_string());
        let full = if open && away > 0 && waiting as usize >= ROOM {
            "– no room: wait until the kitchen has taken one"
        } else {
            ""
        };
        hand.write(".full", full);
    }
    run.measure("taken", taken.into());
    run.measure("away", away.into());
    run.measure("served", served.into());
    Ok(())
}
