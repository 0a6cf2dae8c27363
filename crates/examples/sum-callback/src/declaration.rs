//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{after_a_timer, calibrate, direct_callback, from_a_worker, in_slices, returned};

experiment::declare! {
    about {
        "title": "A sum, and five ways to get it into the page",
        "lead": "The sum takes your machine {ms|s}. A Rust function returns it, or hands it to a closure that writes it into the page.",
        "run": "five ways, some freeze this page for {ms|s}",
        "claims": ["K15", "K16"],
        "prediction": {
            "question": "A callback takes the place of the return value. What becomes of the freeze?",
            "answers": [
                {
                    "text": "it is gone",
                    "why": "The function still computes on the page's thread, and only then calls back.",
                    "right": "hold('direct callback') < 0.1 * hold('returned')"
                },
                {
                    "text": "it is gone once a timer calls the closure",
                    "why": "A timer chooses the moment at which the sum begins. It does not choose another thread.",
                    "right": "hold('after a timer') < 0.1 * hold('direct callback')"
                },
                {
                    "text": "it stays, directly or by timer",
                    "why": "A callback says who is told. It does not say where the work is done.",
                    "right": "max(hold('in slices'), hold('from a worker')) < 0.1 * min(hold('direct callback'), hold('after a timer'))"
                }
            ]
        },
        "measures": [
            { "name": "sum", "label": "the sum", "unit": "" },
            { "name": "callback_first", "label": "callback before the next line", "unit": "yes or no" }
        ],
        "equal": ["sum"],
        "findings": [
            {
                "claim": "K15",
                "says": "With a callback in place of a return value, a heavy operation no longer slows the page",
                "expected": "false",
                "cases": [
                    {
                        "when": "max(hold('in slices'), hold('from a worker')) < 0.1 * min(hold('returned'), hold('direct callback'), hold('after a timer'))",
                        "finding": "false",
                        "why": "Returned, the sum held your page for {hold('returned')|ms}; with a callback for {hold('direct callback')|ms}; called by a timer for {hold('after a timer')|ms}. Slices held it for {hold('in slices')|ms} at most, the worker for {hold('from a worker')|ms}."
                    },
                    {
                        "when": "hold('direct callback') < 0.1 * hold('returned')",
                        "finding": "holds",
                        "why": "With a direct callback the sum held your page for {hold('direct callback')|ms} only."
                    },
                    {
                        "when": "max(hold('in slices'), hold('from a worker')) > 0.65 * min(hold('returned'), hold('direct callback'), hold('after a timer'))",
                        "finding": "misleading",
                        "why": "The holds were {hold('returned')|ms} returned, {hold('direct callback')|ms} and {hold('after a timer')|ms} with callbacks, {hold('in slices')|ms} in slices and {hold('from a worker')|ms} from a worker."
                    }
                ]
            },
            {
                "claim": "K16",
                "says": "Passing a callback makes the call asynchronous",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "callback_first('direct callback') == 1 and callback_first('after a timer') == 0",
                        "finding": "misleading",
                        "why": "The direct callback ran before the line after the call, as any function call does. Only the one handed to the timer ran after it."
                    },
                    {
                        "when": "callback_first('direct callback') == 0",
                        "finding": "holds",
                        "why": "Even the direct callback ran after the line that follows the call."
                    },
                    {
                        "when": "callback_first('after a timer') == 1",
                        "finding": "false",
                        "why": "Both callbacks ran before the line after the call."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the sum takes", "unit": "ms", "min": 400, "max": 900, "step": 100, "default": 800 }
    }
    prepare calibrate -> u32;
    arms {
        sync returned "returned" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "in slices" }
        sync direct_callback "direct callback" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "after a timer" }
        async after_a_timer "after a timer" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "direct callback" }
        async in_slices "in slices" { "warning": "the page stays yours", "opposite": "returned" }
        async from_a_worker "from a worker" { "warning": "the page stays yours", "opposite": "returned" }
    }
}
