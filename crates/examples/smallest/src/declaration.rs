//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{javascript_awaits, javascript_plain, rust_awaits, rust_plain};

experiment::declare! {
    about {
        "title": "The smallest of each kind",
        "lead": "A program that adds two numbers at once, and one that waits before it does: in Rust, compiled to a module of its own without any library beside Rust's standard one, and in JavaScript. Both are run, and their lines and bytes are counted.",
        "run": "four small programs",
        "claims": ["K73"],
        "prediction": {
            "question": "Which of the two programs that wait has to bring something along that runs its futures?",
            "answers": [
                {
                    "text": "both",
                    "why": "In JavaScript that is part of the browser. A function more is all that it took.",
                    "right": "bytes('Rust, after a wait') >= 2 * bytes('Rust, at once') and bytes('JavaScript, after a wait') >= 1000 + bytes('JavaScript, at once')"
                },
                {
                    "text": "the one in Rust",
                    "why": "It was otherwise here: see the figures.",
                    "right": "bytes('Rust, after a wait') >= 2 * bytes('Rust, at once') and bytes('JavaScript, after a wait') < 1000 + bytes('JavaScript, at once')"
                },
                {
                    "text": "neither: async and await are part of both languages",
                    "why": "The words are. What polls a future is no part of Rust, and somebody has to write it or to choose it.",
                    "right": "bytes('Rust, after a wait') < 2 * bytes('Rust, at once')"
                }
            ]
        },
        "measures": [
            { "name": "lines", "label": "lines of code", "unit": "lines" },
            { "name": "bytes", "label": "goes to the browser", "unit": "bytes" },
            { "name": "load", "label": "to compile and start it", "unit": "ms" },
            { "name": "sum", "label": "the sum", "unit": "" }
        ],
        "equal": ["sum"],
        "bars": {
            "says": "How much of each goes to the browser",
            "measure": "bytes"
        },
        "findings": [
            {
                "claim": "K73",
                "says": "Synchronous code needs next to no set-up, asynchronous code more, how much depending on the language",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "bytes('Rust, after a wait') >= 2 * bytes('Rust, at once') and lines('Rust, after a wait') >= lines('Rust, at once') + 10 and bytes('JavaScript, after a wait') < bytes('JavaScript, at once') + 1000 and lines('JavaScript, after a wait') < lines('JavaScript, at once') + 3 and lines('JavaScript, after a wait') > lines('JavaScript, at once')",
                        "finding": "conditional",
                        "why": "In Rust, {lines('Rust, at once')|lines} became {lines('Rust, after a wait')|}, and {bytes('Rust, at once')|bytes} became {bytes('Rust, after a wait')|}: it brings its own executor. In JavaScript, {lines('JavaScript, at once')|lines} became {lines('JavaScript, after a wait')|}, and {bytes('JavaScript, at once')|bytes} became {bytes('JavaScript, after a wait')|}: there the browser is the executor."
                    },
                    {
                        "when": "bytes('Rust, after a wait') < 2 * bytes('Rust, at once')",
                        "finding": "false",
                        "why": "In Rust, {bytes('Rust, at once')|bytes} became {bytes('Rust, after a wait')|}."
                    },
                    {
                        "when": "lines('Rust, after a wait') < lines('Rust, at once') + 3 or bytes('JavaScript, after a wait') > 2 * bytes('JavaScript, at once') + 4000 or lines('JavaScript, after a wait') > 2 * lines('JavaScript, at once') + 6",
                        "finding": "holds",
                        "why": "In Rust, {lines('Rust, at once')|lines} became {lines('Rust, after a wait')|}; in JavaScript, {lines('JavaScript, at once')|} became {lines('JavaScript, after a wait')|}."
                    }
                ]
            }
        ]
    }
    params {
        a { "label": "one number", "unit": "", "min": 0, "max": 1000, "step": 1, "default": 40 }
        b { "label": "the other", "unit": "", "min": 0, "max": 1000, "step": 1, "default": 2 }
    }
    arms {
        sync rust_plain "Rust, at once" { "warning": "the page stays yours", "opposite": "Rust, after a wait" }
        async rust_awaits "Rust, after a wait" { "warning": "the page stays yours", "opposite": "Rust, at once" }
        sync javascript_plain "JavaScript, at once" { "warning": "the page stays yours", "opposite": "JavaScript, after a wait" }
        async javascript_awaits "JavaScript, after a wait" { "warning": "the page stays yours", "opposite": "JavaScript, at once" }
    }
}
