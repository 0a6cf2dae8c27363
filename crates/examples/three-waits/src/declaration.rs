//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{in_a_row, joined, made_first, made_first_hot, made_first_js, spawned_first};

experiment::declare! {
    about {
        "title": "Three waits, six ways",
        "lead": "Each wait lasts {ms|s}. The six ways differ in when a wait is made, when it starts, and when it is awaited.",
        "run": "three waits, six ways",
        "claims": ["K22"],
        "prediction": {
            "question": "Three Rust async functions are called first, and then awaited one after another. How long does it take?",
            "answers": [
                {
                    "text": "one wait: they run at the same time",
                    "why": "That is how JavaScript does it. In Rust, calling an async function starts nothing: each of the three began when it was awaited.",
                    "right": "total('made first, then awaited') < 1.5 * total('joined')"
                },
                {
                    "text": "three waits: each starts when it is awaited",
                    "why": "It took less: see the figures.",
                    "right": "total('made first, then awaited') >= 2.5 * total('joined')"
                }
            ]
        },
        "findings": [
            {
                "claim": "K22",
                "says": "With async and await the code reads in order, yet the tasks run concurrently",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "min(total('in a row'), total('made first, then awaited')) >= 2.2 * max(total('joined'), total('hot, then awaited'), total('JavaScript, then awaited'), total('spawned first'))",
                        "finding": "misleading",
                        "why": "Awaited in a row, three waits took {total('in a row')|ms}; joined, {total('joined')|ms}. Rust's async functions, made first and then awaited, took {total('made first, then awaited')|ms}, and JavaScript's {total('JavaScript, then awaited')|ms}. Timers made first took {total('hot, then awaited')|ms}, spawned tasks {total('spawned first')|ms}. What makes waits concurrent is that they have all been started, and await does not do that."
                    },
                    {
                        "when": "total('in a row') < 1.5 * total('joined')",
                        "finding": "holds",
                        "why": "Awaited in a row, three waits took {total('in a row')|ms}; joined, {total('joined')|ms}."
                    },
                    {
                        "when": "max(total('joined'), total('hot, then awaited'), total('JavaScript, then awaited'), total('spawned first')) > 0.65 * min(total('in a row'), total('made first, then awaited'))",
                        "finding": "false",
                        "why": "In a row {total('in a row')|ms}, joined {total('joined')|ms}, made first {total('made first, then awaited')|ms}, hot {total('hot, then awaited')|ms}, in JavaScript {total('JavaScript, then awaited')|ms}, spawned {total('spawned first')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each wait", "unit": "ms", "min": 150, "max": 400, "step": 50, "default": 300 }
    }
    arms {
        async in_a_row "in a row" { "warning": "the page stays yours", "opposite": "joined" }
        async joined "joined" { "warning": "the page stays yours", "opposite": "in a row" }
        async made_first "made first, then awaited" { "warning": "the page stays yours", "opposite": "joined" }
        async made_first_hot "hot, then awaited" { "warning": "the page stays yours", "opposite": "in a row" }
        async made_first_js "JavaScript, then awaited" { "warning": "the page stays yours", "opposite": "in a row" }
        async spawned_first "spawned first" { "warning": "the page stays yours", "opposite": "in a row" }
    }
}
