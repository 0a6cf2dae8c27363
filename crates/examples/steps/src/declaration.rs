//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{plain_code, with_microtasks, with_timers};

experiment::declare! {
    about {
        "title": "Step by step?",
        "lead": "A hundred tasks take five steps each. In plain code; with a timer between two steps that chance has set; and with a microtask between two steps, which gives way to the other tasks and to nothing else. All of it many times over.",
        "run": "a hundred tasks, three ways",
        "claims": ["K64"],
        "prediction": {
            "question": "A task awaits a timer between its steps. Can its third step come before its second?",
            "answers": [
                {
                    "text": "yes: asynchronous steps have no fixed order",
                    "why": "Within a task they have. The next line runs when the await is over, and not before.",
                    "right": "inside('timers') >= 1"
                },
                {
                    "text": "no, and the tasks keep their order among each other as well",
                    "why": "Each goes on when its own timer fires, whoever was first before.",
                    "right": "inside('timers') < 1 and between('timers') < 1"
                },
                {
                    "text": "no, but between tasks the order is open",
                    "why": "It was otherwise here: see the figures.",
                    "right": "inside('timers') < 1 and between('timers') >= 1"
                }
            ]
        },
        "measures": [
            { "name": "inside", "label": "out of order within a task", "unit": "steps" },
            { "name": "between", "label": "steps that came after the same step of a later task", "unit": "steps" },
            { "name": "orders", "label": "different orders over all runs", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K64",
                "says": "Asynchronous tasks need no fixed sequence; asynchronous code does not go step by step",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "inside('timers') == 0 and between('timers') >= 10 and orders('timers') >= 2 and inside('microtasks') == 0 and between('microtasks') == 0 and orders('microtasks') < 2 and orders('plain code') < 2 and between('plain code') == 0",
                        "finding": "misleading",
                        "why": "Within a task {inside('timers')|steps} came out of order: there it goes step by step. Between tasks that awaited timers {between('timers')|} did, in {orders('timers')|} different orders. With microtasks alone, the runs had {orders('microtasks')|order} between them."
                    },
                    {
                        "when": "inside('timers') > 0",
                        "finding": "holds",
                        "why": "Within a task {inside('timers')|steps} came out of order."
                    },
                    {
                        "when": "inside('microtasks') > 0 or between('microtasks') > 0 or between('plain code') > 0 or orders('plain code') > 1.5",
                        "finding": "false",
                        "why": "Out of order came {inside('timers')|steps} within a task and {between('timers')|} between tasks; with microtasks there were {orders('microtasks')|} different orders."
                    }
                ]
            }
        ]
    }
    params {
        runs { "label": "runs", "unit": "runs", "min": 5, "max": 40, "step": 5, "default": 20 }
    }
    arms {
        sync plain_code "plain code" { "warning": "the page stays yours", "opposite": "timers" }
        async with_timers "timers" { "warning": "the page stays yours", "opposite": "microtasks" }
        async with_microtasks "microtasks" { "warning": "the page stays yours", "opposite": "timers" }
    }
}
