//! What a variant is written with that the reader runs by hand: buttons in the output, and what is pressed.

use crate::{Result, Run, clock};
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt;
use futures_util::future::{Either, select};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

/// After how many milliseconds without a click or a key the reader is taken to have gone.
const GONE: f64 = 120_000.0;

/// What answers no more when the variant is over. What has the focus keeps it: disabled, it would lose it to the page.
const CONTROLS: &str = "button:enabled:not(:focus), input:enabled:not(:focus)";

/// A part of the output with buttons; dropped, it stays to be read and answers no more.
pub struct Hand {
    stage: Element,
    sender: UnboundedSender<String>,
    presses: UnboundedReceiver<String>,
    /// When the reader last clicked or typed.
    last_heard: Rc<Cell<f64>>,
    // A listener that is dropped is not called any more, not even for the event that ends the variant.
    listeners: Vec<EventListener>,
}

impl Hand {
    /// Writes markup into the output, with the focus on its first button; each button tells its `value` when it is pressed.
    pub fn on(run: &Run, markup: &str) -> Result<Self> {
        let output = run.output();
        output.set_inner_html(&["<div class=stage>", markup, "</div>"].concat());
        let (sender, presses) = unbounded();
        let last_heard = Rc::new(Cell::new(clock::now()));
        let mut hand = Self {
            stage: find(&output, ".stage"),
            sender: sender.clone(),
            presses,
            last_heard: Rc::clone(&last_heard),
            listeners: Vec::new(),
        };
        hand.listen("click", move |event| tell(&sender, event));
        for kind in ["click", "input"] {
            let last_heard = Rc::clone(&last_heard);
            hand.listen(kind, move |_| last_heard.set(clock::now()));
        }
        hand.find("button")
            .unchecked_into::<HtmlElement>()
            .focus()?;
        Ok(hand)
    }

    /// Listens to events of the markup until this is dropped.
    pub fn listen(&mut self, kind: &'static str, act: impl FnMut(&Event) + 'static) {
        let listener = EventListener::new(&self.stage, kind, act);
        self.listeners.push(listener);
    }

    /// Tells the variant something else between two presses: what is sent comes out of [`Hand::next`].
    pub fn sender(&self) -> UnboundedSender<String> {
        self.sender.clone()
    }

    /// The next press, or `None` once nothing has been heard of the reader for two minutes.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            let left = self.last_heard.get() + GONE - clock::now();
            if left <= 0.0 {
                return None;
            }
            let gone = pin!(TimeoutFuture::new(left as u32 + 1));
            if let Either::Left((press, _)) = select(self.presses.next(), gone).await {
                return press;
            }
        }
    }

    /// The element that a selector finds first.
    ///
    /// # Panics
    ///
    /// If the markup has none.
    pub fn find(&self, selector: &str) -> Element {
        find(&self.stage, selector)
    }

    /// Writes a text into the element that a selector finds first.
    pub fn write(&self, selector: &str, text: &str) {
        self.find(selector).set_text_content(Some(text));
    }

    /// Marks the element that a selector finds first as the one where things stand, or takes the mark away.
    pub fn current(&self, selector: &str, is: bool) {
        let element = self.find(selector);
        let value = if is { "step" } else { "false" };
        // An element takes any attribute of a well-formed name.
        let _ = element.set_attribute("aria-current", value);
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        while let Ok(Some(control)) = self.stage.query_selector(CONTROLS) {
            // An element takes any attribute of a well-formed name.
            let _ = control.set_attribute("disabled", "");
        }
        if let Ok(Some(control)) = self.stage.query_selector(":focus") {
            let _ = control.set_attribute("aria-disabled", "true");
            let _ = control.set_attribute("readonly", "");
        }
    }
}

fn find(within: &Element, selector: &str) -> Element {
    let found = within.query_selector(selector).ok().flatten();
    found.expect("the variant's own markup has what it looks for")
}

/// Tells the value of the button that was pressed, if it was one.
fn tell(presses: &UnboundedSender<String>, event: &Event) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(value) = target.and_then(|button| button.get_attribute("value")) {
        // Nobody listens any more once the variant is over.
        let _ = presses.unbounded_send(value);
    }
}
