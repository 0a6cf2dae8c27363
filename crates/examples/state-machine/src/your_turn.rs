//! The reader polls both, and sees where each stands.

use crate::Params;
use crate::breakfast::breakfast;
use crate::kitchen::Kitchen;
use crate::machine::Breakfast;
use experiment::by_hand::Hand;
use experiment::{Result, Run, task};
use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// The text of the async function, as compiled.
const TEXT: &str = include_str!("breakfast.rs");

/// The states of the machine by hand, and what each of them holds.
const STATES: [&str; 5] = [
    "Start(kitchen)",
    "Eggs(kitchen, answer)",
    "Bread(kitchen, eggs, answer)",
    "Salt(eggs, bread, answer)",
    "Done",
];

/// Lets the reader poll and answer until both are ready, or the reader has had enough.
pub async fn your_turn(run: Run, _: Params) -> Result {
    let mut hand = Hand::on(&run, &markup())?;
    let kitchens = [Kitchen::new(None), Kitchen::new(None)];
    let compiled = breakfast(kitchens[0].clone());
    let machine = Rc::new(RefCell::new(Breakfast::Start(kitchens[1].clone())));
    hand.write("#bytes0", &size_of_val(&compiled).to_string());
    hand.write("#bytes1", &size_of::<Breakfast>().to_string());
    for (number, line) in lines() {
        // As text, because there is a `->` in it.
        hand.write(&["#l", &number.to_string()].concat(), line);
    }

    let mut compiled = pin!(task(&run, "async fn", compiled));
    let polled = Rc::clone(&machine);
    let by_hand = poll_fn(move |cx| Pin::new(&mut *polled.borrow_mut()).poll(cx));
    let mut by_hand = pin!(task(&run, "enum", by_hand));
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(Arc::clone(&woken));
    let mut cx = Context::from_waker(&waker);
    let mut polls = 0;
    loop {
        mark(&hand, &kitchens[0], &machine.borrow());
        match hand.next().await.as_deref() {
            Some("poll") => {
                let asked = woken.0.swap(false, Ordering::Relaxed) || polls == 0;
                polls += 1;
                let both = (
                    compiled.as_mut().poll(&mut cx),
                    by_hand.as_mut().poll(&mut cx),
                );
                if let (Poll::Ready(sum), Poll::Ready(_)) = both {
                    mark(&hand, &kitchens[0], &machine.borrow());
                    let sum = sum.to_string();
                    hand.write(
                        "[role=status]",
                        &["Ready: ", &sum, ". There is nothing left to poll."].concat(),
                    );
                    break;
                }
                hand.write(
                    "[role=status]",
                    if asked {
                        "Pending. Both went on to the next await, asked, and stopped there."
                    } else {
                        "Pending. The answer is not there, so both stay where they are."
                    },
                );
            }
            Some("answer") => {
                let answers = kitchens.each_ref().map(Kitchen::answer);
                hand.write("[role=status]", match answers[0] {
                    Some(_) => "The answer is there, and the wakers have been called. Neither has moved: nobody has polled.",
                    None => "Nobody has asked anything that is still open.",
                });
            }
            _ => break,
        }
    }
    run.measure("polls", polls.into());
    Ok(())
}

/// A waker that notes that it has been called.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The lines of the async function with their numbers in the file.
fn lines() -> impl Iterator<Item = (u32, &'static str)> {
    let numbered = (1..).zip(TEXT.lines());
    numbered.skip_while(|(_, line)| !line.starts_with("pub"))
}

/// A place for each line and for each state, side by side.
fn markup() -> String {
    let mut markup = String::from(
        "<p><button value=poll>Poll both</button> <button value=answer>Let the answer come</button> <button value=end>Enough</button></p>\
         <p role=status></p><div class=both><pre>",
    );
    for (number, _) in lines() {
        markup.extend(["<span id=l", &number.to_string(), "></span>\n"]);
    }
    markup.push_str("</pre><pre>");
    for (number, state) in STATES.iter().enumerate() {
        markup.extend(["<span id=s", &number.to_string(), ">", state, "</span>\n"]);
    }
    markup.push_str("</pre></div><p>Answers kept in the enum: <b id=kept></b></p><p>The value of the async function takes <b id=bytes0></b> bytes, the enum <b id=bytes1></b>.</p>",
    );
    markup
}

/// Marks the line where the async function stands, and the state of the machine by hand.
fn mark(hand: &Hand, kitchen: &Kitchen, machine: &Breakfast) {
    let ready = machine.state() + 1 == STATES.len();
    for (number, line) in lines() {
        let here = match (ready, kitchen.line()) {
            (true, _) => line == "}",
            (false, 0) => line.starts_with("pub"),
            (false, asked) => number == asked,
        };
        hand.current(&["#l", &number.to_string()].concat(), here);
    }
    for state in 0..STATES.len() {
        let place = ["#s", &state.to_string()].concat();
        hand.current(&place, state == machine.state());
    }
    let mut kept = String::new();
    for (name, answer) in machine.kept() {
        kept.extend([name, " = ", &answer.to_string(), " "]);
    }
    hand.write("#kept", if kept.is_empty() { "none" } else { &kept });
}
