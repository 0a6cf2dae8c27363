//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_loop_that_awaits, javascript, rust};

experiment::declare! {
    about {
        "title": "One click, five things",
        "lead": "A click starts a request, a timer of 0 ms and a microtask, adds up the numbers to a hundred, and goes round a loop for {ms|s}.",
        "run": "three clicks, two of which freeze this page for {ms|s}",
        "claims": ["K75"],
        "prediction": {
            "question": "The timer is due, and the reply most likely there, long before the loop is over. Who comes in between?",
            "answers": [
                {
                    "text": "the microtask",
                    "why": "A microtask runs when the running code is over. It is sooner than a timer, and it does not interrupt either.",
                    "right": "interrupted('in JavaScript') == 1"
                },
                {
                    "text": "the timer and the reply",
                    "why": "They come from outside, and still they stand in the queue until the running code is over.",
                    "right": "interrupted('in JavaScript') >= 2"
                },
                {
                    "text": "nobody",
                    "why": "Somebody did: see the figures.",
                    "right": "interrupted('in JavaScript') == 0"
                }
            ]
        },
        "measures": [
            { "name": "interrupted", "label": "came while the loop went on", "unit": "callbacks" },
            { "name": "early", "label": "came before the sum", "unit": "callbacks" },
            { "name": "swapped", "label": "timer before the microtask", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K75",
                "says": "JavaScript is both synchronous and asynchronous",
                "expected": "holds",
                "cases": [
                    {
                        "when": "interrupted('in JavaScript') + interrupted('in Rust') + early('in JavaScript') + early('in Rust') == 0 and swapped('in JavaScript') + swapped('in Rust') == 0 and interrupted('a loop that awaits') >= 2",
                        "finding": "holds",
                        "why": "What the code did itself ran to its end: of three callbacks, {interrupted('in JavaScript')|} came while the loop of JavaScript went on, and {interrupted('in Rust')|} in Rust. Then came the microtask, and then the timer. Into the loop that awaits came {interrupted('a loop that awaits')|callbacks}: the language runs each piece to its end, and the browser chooses the next piece."
                    },
                    {
                        "when": "interrupted('in JavaScript') + interrupted('in Rust') > 0",
                        "finding": "false",
                        "why": "The loop was interrupted: by {interrupted('in JavaScript')|callbacks} in JavaScript and {interrupted('in Rust')|} in Rust."
                    },
                    {
                        "when": "early('in JavaScript') + early('in Rust') > 0 or swapped('in JavaScript') + swapped('in Rust') > 0",
                        "finding": "conditional",
                        "why": "Before the sum came {early('in JavaScript')|callbacks} in JavaScript and {early('in Rust')|} in Rust, and into the loop that awaits {interrupted('a loop that awaits')|}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the loop takes", "unit": "ms", "min": 200, "max": 500, "step": 100, "default": 300 }
    }
    arms {
        async javascript "in JavaScript" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "a loop that awaits" }
        async rust "in Rust" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "a loop that awaits" }
        async a_loop_that_awaits "a loop that awaits" { "warning": "the page stays yours", "opposite": "in Rust" }
    }
}
