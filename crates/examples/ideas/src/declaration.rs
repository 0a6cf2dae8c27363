//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{javascript, python_recorded, rust, rust_spawned};

experiment::declare! {
    about {
        "title": "Nine ideas, and who begins unasked",
        "lead": "The same nine small programs run in JavaScript and in Rust, and what Python did is read from a recording. Then work of {ms|s} is made, left alone for two thirds of that time, and awaited.",
        "run": "four ways, the page stays yours",
        "claims": ["K78"],
        "prediction": {
            "question": "Work is made, and awaited a while later. Where has it begun before the await?",
            "answers": [
                {
                    "text": "nowhere: an await starts it",
                    "why": "In JavaScript the call itself begins the work, as in C#.",
                    "right": "begun('JavaScript') + begun('Rust') + begun('Rust, spawned') == 0"
                },
                {
                    "text": "everywhere: the call starts it",
                    "why": "A future of Rust and a coroutine of Python wait until somebody asks.",
                    "right": "begun('JavaScript') + begun('Rust') + begun('Rust, spawned') == 3"
                },
                {
                    "text": "in JavaScript, and in Rust where it was spawned",
                    "why": "It was otherwise here: see the figures.",
                    "right": "begun('JavaScript') + begun('Rust, spawned') == 2 and begun('Rust') == 0"
                }
            ]
        },
        "measures": [
            { "name": "ideas", "label": "ideas that did the same", "unit": "of 9" },
            { "name": "begun", "label": "begun before it was awaited", "unit": "yes or no" },
            { "name": "took", "label": "the work, from its making", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K78",
                "says": "The task-based pattern of C#, with async and await, supports asynchronous programming strongly and suits work that waits",
                "expected": "holds",
                "cases": [
                    {
                        "when": "min(ideas('JavaScript'), ideas('Rust'), ideas('Python, recorded')) == 9 and begun('JavaScript') + begun('Rust, spawned') == 2 and begun('Rust') + begun('Python, recorded') == 0 and took('Rust') > 1.15 * max(took('JavaScript'), took('Rust, spawned'))",
                        "finding": "holds",
                        "why": "C# itself was not run, so nothing here was measured of it. The pattern that it shares was: all nine ideas did the same in JavaScript, in Rust and in Python. Hot work, as that of C# is, had begun before it was awaited: it was over after {took('JavaScript')|ms} in JavaScript and {took('Rust, spawned')|ms} spawned in Rust. A cold future began when it was awaited, and was over after {took('Rust')|ms}."
                    },
                    {
                        "when": "begun('JavaScript') + begun('Rust, spawned') == 0",
                        "finding": "false",
                        "why": "Nothing had begun before it was awaited, in JavaScript or where it was spawned."
                    },
                    {
                        "when": "min(ideas('JavaScript'), ideas('Rust'), ideas('Python, recorded')) < 6 or begun('Rust') + begun('Python, recorded') > 0 or begun('JavaScript') + begun('Rust, spawned') < 2",
                        "finding": "conditional",
                        "why": "Of nine ideas {ideas('JavaScript')|} did the same in JavaScript, {ideas('Rust')|} in Rust and {ideas('Python, recorded')|} in Python. The work was over after {took('JavaScript')|ms} in JavaScript, {took('Rust, spawned')|ms} spawned in Rust, and {took('Rust')|ms} in a cold future."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the work takes", "unit": "ms", "min": 210, "max": 600, "step": 30, "default": 300 }
    }
    arms {
        async javascript "JavaScript" { "warning": "the page stays yours", "opposite": "Rust" }
        async rust "Rust" { "warning": "the page stays yours", "opposite": "JavaScript" }
        async rust_spawned "Rust, spawned" { "warning": "the page stays yours", "opposite": "Rust" }
        sync python_recorded "Python, recorded" { "warning": "is read from a recording", "opposite": "JavaScript" }
    }
}
