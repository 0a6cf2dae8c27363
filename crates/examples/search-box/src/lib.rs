//! One search box, before your eyes: the reply to the first letter comes last.

pub mod words;
mod your_turn;

use experiment::{Result, Run, task};
use futures_channel::mpsc::unbounded;
use futures_util::StreamExt;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use words::that_begin_with;
use your_turn::your_turn;

experiment::variants! {
    params { every: u32 }
    async as_they_come;
    async with_a_number;
    async your_turn;
}

/// What is typed for you.
const WORD: &str = "await";

/// How long a search takes for one letter, and by how much less for each of three further ones, in milliseconds.
const SLOW: u32 = 900;
const FASTER: u32 = 250;

/// Shows every reply.
async fn as_they_come(run: Run, params: Params) -> Result {
    typed(run, params, |_, _| true).await
}

/// Shows a reply if it answers a newer question than the one on the screen.
async fn with_a_number(run: Run, params: Params) -> Result {
    typed(run, params, |number, shown| number > shown).await
}

/// Types the word, asks after each letter, and shows the replies that are to be shown.
async fn typed(run: Run, params: Params, is_shown: fn(usize, usize) -> bool) -> Result {
    let (told, mut replies) = unbounded();
    for number in 1..=WORD.len() {
        let letters = &WORD[..number];
        show(&run, letters, "");
        let told = told.clone();
        let asks = async move {
            search(letters).await;
            // The receiver is gone if the reader has pressed Stop.
            let _ = told.unbounded_send(number);
        };
        spawn_local(task(&run, "question", asks));
        TimeoutFuture::new(params.every).await;
    }
    drop(told);
    // Each reply comes out of this in the order in which it came.
    let (mut shown, mut newest, mut overtaken) = (0, 0, 0);
    while let Some(number) = replies.next().await {
        overtaken += u32::from(number < newest);
        newest = newest.max(number);
        if is_shown(number, shown) {
            shown = number;
            show(&run, WORD, &reply(&WORD[..number]));
        }
    }
    run.measure("shown", shown as f64);
    run.measure("overtaken", overtaken.into());
    Ok(())
}

fn show(run: &Run, typed: &str, reply: &str) {
    let text = ["typed: ", typed, " · found for ", reply].concat();
    run.output().set_text_content(Some(&text));
}

/// Searches. The fewer the letters, the more there is to look through: a timer stands for that.
async fn search(letters: &str) {
    let further = letters.len().clamp(1, 4) as u32 - 1;
    TimeoutFuture::new(SLOW - FASTER * further).await;
}

/// What begins with the letters.
fn reply(letters: &str) -> String {
    let words = that_begin_with(letters);
    let found = if words.is_empty() { " nothing" } else { &words };
    [letters, ":", found].concat()
}
