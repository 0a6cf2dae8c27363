//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{javascript, javascript_slow_start, rust, rust_awaited, rust_with_a_promise};

experiment::declare! {
    about {
        "title": "A call whose answer nobody wants",
        "lead": "An async function sends a small request to this site. It is called, and nobody awaits what it returns.",
        "run": "five calls, one freeze of {ms|s}",
        "claims": ["K19"],
        "prediction": {
            "question": "In Rust, two futures are made and never awaited: one by an async function, one out of a promise of JavaScript. How many requests do the two send?",
            "answers": [
                {
                    "text": "none: a future does nothing until it is polled",
                    "why": "That is so of the one that Rust made. The promise had begun before it was put into a future.",
                    "right": "sent('Rust') + sent('Rust, a promise') == 0"
                },
                {
                    "text": "one",
                    "why": "It was another number: see the figures.",
                    "right": "sent('Rust') + sent('Rust, a promise') == 1"
                },
                {
                    "text": "two: a call is a call",
                    "why": "Calling an async function of Rust only makes a future, and nobody polled that one.",
                    "right": "sent('Rust') + sent('Rust, a promise') == 2"
                }
            ]
        },
        "measures": [
            { "name": "sent", "label": "requests sent", "unit": "requests" },
            { "name": "until", "label": "until the caller went on", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K19",
                "says": "An asynchronous call sends the request, and the caller goes on at once",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "sent('JavaScript') == 1 and sent('Rust') == 0 and sent('Rust, a promise') == 1 and sent('Rust, awaited') == 1 and until('JavaScript, slow start') > 0.5 * total('JavaScript, slow start') and until('JavaScript') < 0.5 * total('JavaScript')",
                        "finding": "conditional",
                        "why": "JavaScript sent {sent('JavaScript')|requests}, Rust's async function {sent('Rust')|requests}, and {sent('Rust, awaited')|requests} when it was awaited. A promise is hot in Rust as well: {sent('Rust, a promise')|requests}. And the caller goes on at once only if the function does: with work before its first await, it went on after {until('JavaScript, slow start')|ms}."
                    },
                    {
                        "when": "sent('JavaScript') > 0 and sent('Rust') > 0",
                        "finding": "holds",
                        "why": "Both sent {sent('Rust')|requests} without being awaited."
                    },
                    {
                        "when": "sent('JavaScript') == 0 or sent('Rust, a promise') == 0 or sent('Rust, awaited') == 0 or until('JavaScript, slow start') < 0.3 * total('JavaScript, slow start') or until('JavaScript') > 0.8 * total('JavaScript')",
                        "finding": "misleading",
                        "why": "JavaScript sent {sent('JavaScript')|requests}, Rust's async function {sent('Rust')|requests}, a promise in Rust {sent('Rust, a promise')|requests}, awaited {sent('Rust, awaited')|requests}. With a slow start the caller went on after {until('JavaScript, slow start')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the slow start takes", "unit": "ms", "min": 200, "max": 1000, "step": 100, "default": 300 }
    }
    arms {
        async javascript "JavaScript" { "warning": "the page stays yours", "opposite": "Rust" }
        async javascript_slow_start "JavaScript, slow start" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "JavaScript" }
        async rust "Rust" { "warning": "the page stays yours", "opposite": "JavaScript" }
        async rust_with_a_promise "Rust, a promise" { "warning": "the page stays yours", "opposite": "Rust" }
        async rust_awaited "Rust, awaited" { "warning": "the page stays yours", "opposite": "Rust" }
    }
}
