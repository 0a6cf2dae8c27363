//! The reader's own clicks and keys in the queues.

use crate::Params;
use crate::lanes::{Lanes, Waits};
use experiment::by_hand::Hand;
use experiment::{Result, Run};
use js_sys::Number;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

/// How many of the last clicks and keys stay in the page.
const SHOWN: u32 = 8;

const MARKUP: &str = "\
    <p><button value=0>A quick click</button> <button value=300>A click that computes for 300 ms</button> \
    <input type=text placeholder='or type here' aria-label='Type here' autocomplete=off> <button value=end>Enough</button></p>\
    <p>Press the second one and go on clicking and typing. Each of your clicks and keys is a task; it queues a microtask and asks for a frame.</p>\
    <table><thead><tr><th scope=col>yours</th><th scope=col>its task waited</th><th scope=col>its microtask waited</th><th scope=col>its frame waited</th></tr></thead><tbody></tbody></table>";

/// Lets the reader click and type, and follows each event through the queues.
pub async fn your_turn(run: Run, _: Params) -> Result {
    let lanes = Rc::new(Lanes::new(&run));
    let mut hand = Hand::on(&run, MARKUP)?;
    let log = hand.find("tbody");
    for kind in ["click", "keydown"] {
        let (lanes, log) = (Rc::clone(&lanes), log.clone());
        hand.listen(kind, move |event| {
            if let Some(job) = job(event) {
                follow(&lanes, &log, event, job);
            }
        });
    }
    while let Some("0" | "300") = hand.next().await.as_deref() {}
    Ok(())
}

/// How long the task of this event is to compute, in milliseconds, if it goes through the queues.
fn job(event: &Event) -> Option<f64> {
    let target: Element = event.target()?.dyn_into().ok()?;
    match event.type_().as_str() {
        "click" => target
            .get_attribute("value")?
            .parse::<u32>()
            .ok()
            .map(f64::from),
        _ => target.matches("input").ok()?.then_some(0.0),
    }
}

/// Runs the task of an event, and writes down how long it and what follows from it waited.
fn follow(lanes: &Rc<Lanes>, log: &Element, event: &Event, job: f64) {
    let ended = lanes.task(event.time_stamp(), job);
    let (lanes, log, kind) = (Rc::clone(lanes), log.clone(), event.type_());
    spawn_local(async move {
        let waits = lanes.after(ended).await;
        let row = row(&kind, &waits);
        // The output takes any markup.
        let _ = log.insert_adjacent_html("afterbegin", &row);
        if log.child_element_count() > SHOWN
            && let Some(oldest) = log.last_element_child()
        {
            oldest.remove();
        }
    });
}

fn row(kind: &str, waits: &Waits) -> String {
    let what = if kind == "click" { "click" } else { "key" };
    let mut row = ["<tr><th scope=row>", what, "</th>"].concat();
    for wait in [waits.task, waits.microtask, waits.frame] {
        let wait = Number::from(wait).to_fixed(1).map(String::from);
        row.extend(["<td>", wait.as_deref().unwrap_or("?"), " ms</td>"]);
    }
    row.push_str("</tr>");
    row
}
