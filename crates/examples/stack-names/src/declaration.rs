//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_named_task, a_task, awaits, awaits_js, calls};

experiment::declare! {
    about {
        "title": "Whose names are left?",
        "lead": "The dinner needs a soup, the soup a stock, the stock a fire; and the fire goes out. When the error is made, the four functions are looked for in its stack: after plain calls; after an await in JavaScript and in Rust; in a task of its own; and in a task that was told for whom it works.",
        "run": "one error, five times",
        "names": ["stack_names::called::", "stack_names::awaited::", "stack_names::handed_over::"],
        "claims": ["K60"],
        "prediction": {
            "question": "Four async functions in Rust await each other, and the innermost has just waited for a timer. How many of the four are in the stack?",
            "answers": [
                {
                    "text": "one: after an await nobody is left on the stack",
                    "why": "When the timer wakes the task, it is polled from the outermost function to the innermost, and so all four are there again.",
                    "right": "names('in Rust, awaited') < 2"
                },
                {
                    "text": "all four",
                    "why": "It was otherwise here: see the figures.",
                    "right": "names('in Rust, awaited') >= 4"
                }
            ]
        },
        "measures": [
            { "name": "names", "label": "of the four, found", "unit": "names" }
        ],
        "findings": [
            {
                "claim": "K60",
                "says": "Synchronous errors show where they come from; asynchronous ones are hard to trace to their source",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "names('called') >= 4 and names('in Rust, awaited') >= 4 and names('in Rust, a task of its own') < 3 and names('in Rust, a task with a name') >= 4 and names('in JavaScript, awaited') >= 1",
                        "finding": "conditional",
                        "why": "Of four names the stack held {names('called')|} after plain calls, and {names('in Rust, awaited')|} after an await in Rust. Your browser kept {names('in JavaScript, awaited')|} after an await in JavaScript. In a task of its own there were {names('in Rust, a task of its own')|}: whoever started it was gone, until the task was told its name."
                    },
                    {
                        "when": "names('called') >= 4 and names('in Rust, awaited') < 2",
                        "finding": "holds",
                        "why": "Of four names the stack held {names('called')|} after plain calls and {names('in Rust, awaited')|} after an await."
                    },
                    {
                        "when": "names('called') < 2 or names('in Rust, a task of its own') > 4.5 or names('in Rust, a task with a name') < 2 or names('in Rust, awaited') < 2",
                        "finding": "false",
                        "why": "Of four names the stack held {names('called')|} after plain calls, {names('in Rust, awaited')|} after an await in Rust, {names('in JavaScript, awaited')|} in JavaScript, and {names('in Rust, a task of its own')|} in a task of its own."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the fire goes out after", "unit": "ms", "min": 20, "max": 200, "step": 20, "default": 60 }
    }
    arms {
        async calls "called" { "warning": "the page stays yours", "opposite": "in Rust, a task of its own" }
        async awaits_js "in JavaScript, awaited" { "warning": "the page stays yours", "opposite": "called" }
        async awaits "in Rust, awaited" { "warning": "the page stays yours", "opposite": "in Rust, a task of its own" }
        async a_task "in Rust, a task of its own" { "warning": "the page stays yours", "opposite": "in Rust, awaited" }
        async a_named_task "in Rust, a task with a name" { "warning": "the page stays yours", "opposite": "in Rust, a task of its own" }
    }
}
