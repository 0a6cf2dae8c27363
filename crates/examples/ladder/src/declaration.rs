//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    a_turn, a_worker, an_answer, copied, handed_over, nested_timer, plain_call, ready_await,
    spawned_future,
};

experiment::declare! {
    about {
        "title": "The price of one step",
        "lead": "A plain call; an await of what is ready; a spawned future; what a megabyte adds to a message that hands it over; a turn of the event loop; a worker's answer; what a megabyte adds to a message that copies it; a timer set by a timer; a worker's start. Each many times over, because one of them is shorter than your browser's clock can tell.",
        "run": "nine rungs",
        "throughput": true,
        "claims": ["K48"],
        "prediction": {
            "question": "How much dearer is it to ask a worker and hear its answer than to spawn a future?",
            "answers": [
                {
                    "text": "about as dear: both hand work over",
                    "why": "A future is handed to a list in the same memory. A letter to a worker is copied, put into the queue of another thread, and answered the same way.",
                    "right": "cost('an answer') < 3 * cost('spawned future')"
                },
                {
                    "text": "more than ten times as dear",
                    "why": "It was not that much: see the figures.",
                    "right": "cost('an answer') >= 10 * cost('spawned future')"
                },
                {
                    "text": "something in between",
                    "why": "See the figures.",
                    "right": "cost('an answer') >= 3 * cost('spawned future') and cost('an answer') < 10 * cost('spawned future')"
                }
            ]
        },
        "measures": [
            { "name": "cost", "label": "one of them", "unit": "ns" }
        ],
        "bars": {
            "says": "What one of each takes",
            "measure": "cost"
        },
        "findings": [
            {
                "claim": "K48",
                "says": "Synchronous code has less overhead; asynchronous code pays for management and switching",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "max(cost('plain call'), cost('ready await')) < 0.5 * cost('spawned future') and cost('spawned future') < 0.8 * cost('a turn') and cost('a turn') < cost('an answer') and cost('an answer') >= 10 * cost('spawned future') and cost('an answer') < 0.1 * cost('a worker') and cost('plus a megabyte, handed over') < 0.3 * cost('plus a megabyte, copied') and cost('nested timer') >= 20 * cost('a turn')",
                        "finding": "conditional",
                        "why": "A plain call took {cost('plain call')|ns}, an await of what is ready {cost('ready await')|ns}, a spawned future {cost('spawned future')|ns}. So async has its price. But to give the thread back and get it again took {cost('a turn')|ns}, a worker's answer {cost('an answer')|ns}, and a worker's start {cost('a worker')|ns}: to ask another thread is dearer by far than to ask another future."
                    },
                    {
                        "when": "cost('plain call') > cost('spawned future')",
                        "finding": "false",
                        "why": "A plain call took {cost('plain call')|ns}, and a spawned future {cost('spawned future')|ns}."
                    },
                    {
                        "when": "cost('ready await') > cost('spawned future') or cost('spawned future') > cost('a turn') or cost('an answer') < 3 * cost('spawned future') or cost('a worker') < cost('an answer') or cost('plus a megabyte, handed over') > 0.65 * cost('plus a megabyte, copied') or cost('nested timer') < 3 * cost('a turn')",
                        "finding": "holds",
                        "why": "A plain call took {cost('plain call')|ns}, an await {cost('ready await')|ns}, a spawned future {cost('spawned future')|ns}, a turn {cost('a turn')|ns}, a worker's answer {cost('an answer')|ns}."
                    }
                ]
            }
        ]
    }
    params {
        batches { "label": "batches of each", "unit": "batches", "min": 15, "max": 40, "step": 5, "default": 20 }
    }
    arms {
        async plain_call "plain call" { "warning": "the page stays yours", "bare": true, "opposite": "a turn" }
        async ready_await "ready await" { "warning": "the page stays yours", "bare": true, "opposite": "a turn" }
        async spawned_future "spawned future" { "warning": "the page stays yours", "bare": true, "opposite": "a turn" }
        async handed_over "plus a megabyte, handed over" { "warning": "the page stays yours", "bare": true, "opposite": "plus a megabyte, copied" }
        async a_turn "a turn" { "warning": "the page stays yours", "bare": true, "opposite": "plain call" }
        async an_answer "an answer" { "warning": "the page stays yours", "bare": true, "opposite": "spawned future" }
        async copied "plus a megabyte, copied" { "warning": "the page stays yours", "bare": true, "opposite": "plus a megabyte, handed over" }
        async nested_timer "nested timer" { "warning": "the page stays yours", "bare": true, "opposite": "plain call" }
        async a_worker "a worker" { "warning": "the page stays yours", "bare": true, "opposite": "an answer" }
    }
}
