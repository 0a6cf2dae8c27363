//! The same with a reader who types: one line shows whatever comes, the other discards old replies.

use crate::{Params, reply, search};
use experiment::by_hand::Hand;
use experiment::{Result, Run, row};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

const MARKUP: &str = "\
<p><label>Type quickly: await, deadlock, channel <input type=text autocomplete=off></label> <button value=end>Enough</button></p>\
<p>as they come: <b class=comes>–</b></p>\
<p>with a number: <b class=newest>–</b></p>\
<p role=status class=said></p>";

const OVERWRITTEN: &str = "An older reply has just overwritten a newer one in the upper line.";

/// What a reply begins with, as it is newer than all before or not.
const NEW: &str = "+";
const OLD: &str = "-";

/// You type, and the reply to few letters takes longer than the reply to many.
pub async fn your_turn(run: Run, _: Params) -> Result {
    let mut hand = Hand::on(&run, MARKUP)?;
    let row = row(&run, "letters");
    let told = hand.sender();
    let (asked, newest) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    hand.listen("input", {
        let asked = Rc::clone(&asked);
        move |event| {
            let input = event.target().map(JsCast::unchecked_into);
            let Some(letters) = input.map(|input: HtmlInputElement| input.value()) else {
                return;
            };
            if letters.is_empty() {
                return;
            }
            let number = asked.get() + 1;
            asked.set(number);
            let (told, newest) = (told.clone(), Rc::clone(&newest));
            spawn_local(async move {
                search(&letters).await;
                let age = if number > newest.get() { NEW } else { OLD };
                newest.set(number.max(newest.get()));
                // The variant may be over.
                let _ = told.unbounded_send([age, &reply(&letters)].concat());
            });
        }
    });
    let mut stale = 0.0;
    while let Some(said) = hand.next().await {
        if let Some(reply) = said.strip_prefix(NEW) {
            row.enter(|| hand.write(".comes", reply));
            hand.write(".newest", reply);
            hand.write(".said", "");
        } else if let Some(reply) = said.strip_prefix(OLD) {
            row.enter(|| hand.write(".comes", reply));
            hand.write(".said", OVERWRITTEN);
            stale += 1.0;
        } else {
            break;
        }
    }
    run.measure("stale", stale);
    run.measure("asked", f64::from(asked.get()));
    Ok(())
}
