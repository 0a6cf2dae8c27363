//! An editor: the reader places awaits and locks, and goes through the orders that come out wrong.

use crate::Params;
use crate::program::{PLACES, Program, Schedule, letter};
use experiment::by_hand::Hand;
use experiment::{Result, Run};

/// What can be placed in a task, in the order of its bits.
const PIECES: [&str; PLACES + 1] = ["await before", "await between", "await after", "lock"];

/// You write the program.
pub async fn your_turn(run: Run, params: Params) -> Result {
    let tasks = params.tasks as usize;
    let mut hand = Hand::on(&run, &markup(tasks))?;
    let mut number = params.program;
    let mut at = params.order as usize;
    let mut looked = 0;
    let mut program = Program::numbered(tasks, number);
    let mut all = program.schedules();
    loop {
        at = at.min(all.len() - 1);
        show(&hand, &program, &all, number, at);
        looked += 1;
        let Some(press) = hand.next().await else {
            break;
        };
        match press.as_str() {
            "next" => at = (at + 1) % all.len(),
            "wrong" => {
                let mut after = (1..=all.len()).map(|step| (at + step) % all.len());
                let wrong = after.find(|nth| all[*nth].result != program.wanted());
                at = wrong.unwrap_or(at);
            }
            "end" => {
                run.measure("orders", all.len() as f64);
                run.measure("wrong", program.wrong(&all) as f64);
                break;
            }
            bit => {
                number ^= 1 << bit.parse::<u32>().unwrap_or_default();
                program = Program::numbered(tasks, number);
                all = program.schedules();
                at = 0;
            }
        }
    }
    run.measure("looked", f64::from(looked));
    Ok(())
}

/// A row of switches for each task, and below it the order that is looked at.
fn markup(tasks: usize) -> String {
    let mut markup = String::new();
    for task in 0..tasks {
        let name = letter(task).to_string();
        markup += &["<p><b>", &name, "</b> "].concat();
        for (bit, piece) in PIECES.iter().enumerate() {
            let value = (task * PIECES.len() + bit).to_string();
            let label = [
                "' aria-label='",
                &name,
                ": ",
                piece,
                "'>",
                piece,
                "</button> ",
            ];
            markup += &["<button value='", &value, &label.concat()].concat();
        }
        markup += "<code class=task";
        markup += &task.to_string();
        markup += "></code></p>";
    }
    markup += "<p role=status><b class=orders></b> orders, <b class=wrong></b> come out wrong.</p>\
        <p><button value=wrong>Next that comes out wrong</button> <button value=next>Next</button> <button value=end>Enough</button></p>\
        <p>Order <b class=at></b> of <b class=of></b>: <b class=letters></b></p><pre class=told></pre><p><a class=link>Link to this program and this order</a></p>";
    markup
}

fn show(hand: &Hand, program: &Program, all: &[Schedule], number: u32, at: usize) {
    for (task, ops) in program.0.iter().enumerate() {
        for bit in 0..PIECES.len() {
            let place = task * PIECES.len() + bit;
            let pressed = if number >> place & 1 == 1 {
                "true"
            } else {
                "false"
            };
            let button = hand.find(&["[value='", &place.to_string(), "']"].concat());
            // An element takes any attribute of a well-formed name.
            let _ = button.set_attribute("aria-pressed", pressed);
        }
        let words: String = ops.iter().map(|op| [op.word(), "; "].concat()).collect();
        hand.write(&[".task", &task.to_string()].concat(), &words);
    }
    hand.write(".orders", &all.len().to_string());
    hand.write(".wrong", &program.wrong(all).to_string());
    let schedule = &all[at];
    hand.write(".at", &(at + 1).to_string());
    hand.write(".of", &all.len().to_string());
    hand.write(".letters", &schedule.letters());
    let mut told = schedule.told(program);
    let verdict = if schedule.result == program.wanted() {
        "right"
    } else {
        "wrong"
    };
    told += &[
        "the number is ",
        &schedule.result.to_string(),
        ": ",
        verdict,
    ]
    .concat();
    hand.write(".told", &told);
    let link = [
        "?interleavings.tasks=",
        &program.0.len().to_string(),
        "&interleavings.program=",
        &number.to_string(),
        "&interleavings.order=",
        &at.to_string(),
    ];
    // An element takes any attribute of a well-formed name.
    let _ = hand.find(".link").set_attribute("href", &link.concat());
}
