//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{async_fn, enum_by_hand, plain_calls, your_turn};

experiment::declare! {
    about {
        "title": "A function that can stop",
        "lead": "Three questions, each answered after {ms|s}: as plain calls that block, as an async function, and as an enum with one variant for each place where it can stop. Then step through the last two yourself.",
        "run": "one function, three ways, one freeze",
        "claims": ["K23"],
        "prediction": {
            "question": "The function has three awaits. How often is it polled until it is ready?",
            "answers": [
                {
                    "text": "three times",
                    "why": "The first poll gets it started and takes it to the first await. Each answer then brings one more.",
                    "right": "polls('async fn') == 3"
                },
                {
                    "text": "four times",
                    "why": "The figures say otherwise.",
                    "right": "polls('async fn') == 4"
                },
                {
                    "text": "all the time, until the answers are there",
                    "why": "Between two answers nobody wakes it, so nobody polls it.",
                    "right": "polls('async fn') > 4"
                }
            ]
        },
        "measures": [
            { "name": "sum", "label": "what it comes to", "unit": "" },
            { "name": "polls", "label": "polls", "unit": "polls" },
            { "name": "bytes", "label": "size of the future", "unit": "bytes" }
        ],
        "equal": ["sum"],
        "findings": [
            {
                "claim": "K23",
                "says": "Async and await bring asynchronous code close to the look of synchronous code, and it still does not block",
                "expected": "holds",
                "cases": [
                    {
                        "when": "polls('async fn') == 4 and polls('enum by hand') == 4 and max(hold('async fn'), hold('enum by hand')) < 0.3 * hold('plain calls') and hold('plain calls') > 0.5 * total('plain calls')",
                        "finding": "holds",
                        "why": "The async function reads like the plain one and was polled {polls('async fn')|times}, exactly as the enum by hand. It is a value of {bytes('async fn')|bytes}, the enum one of {bytes('enum by hand')|bytes}. They held this page for {hold('async fn')|ms} and {hold('enum by hand')|ms}, the plain calls for {hold('plain calls')|ms}."
                    },
                    {
                        "when": "max(hold('async fn'), hold('enum by hand')) >= 0.3 * hold('plain calls')",
                        "finding": "false",
                        "why": "The async function held this page for {hold('async fn')|ms}, the enum by hand for {hold('enum by hand')|ms}, the plain calls for {hold('plain calls')|ms}."
                    },
                    {
                        "when": "polls('async fn') > 6 or polls('async fn') < 2.5 or polls('enum by hand') > 6 or polls('enum by hand') < 2.5 or hold('plain calls') < 0.3 * total('plain calls')",
                        "finding": "misleading",
                        "why": "The async function was polled {polls('async fn')|times}, the enum by hand {polls('enum by hand')|times}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each answer takes", "unit": "ms", "min": 100, "max": 500, "step": 50, "default": 200 }
    }
    arms {
        sync plain_calls "plain calls" { "warning": "freezes this page for three answers", "freezes": true, "opposite": "async fn" }
        async async_fn "async fn" { "warning": "the page stays yours", "opposite": "plain calls" }
        async enum_by_hand "enum by hand" { "warning": "the page stays yours", "opposite": "plain calls" }
        async your_turn "your turn" { "warning": "you poll both, and let the answers come", "by_hand": true, "opposite": "async fn" }
    }
}
