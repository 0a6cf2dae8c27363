//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{opposite_order, same_order, with_a_limit};

experiment::declare! {
    about {
        "title": "After you",
        "lead": "Two tasks need the same two locks. One takes the left one first and the other the right one; or both take the left one first; or they take them in opposite order, and whoever waits too long gives back what it has.",
        "run": "two tasks, three ways",
        "claims": ["K66"],
        "prediction": {
            "question": "There is one thread, and nothing blocks. Can the two wait for each other for ever?",
            "answers": [
                {
                    "text": "no: waiting for a lock gives the thread back",
                    "why": "The thread is free, and the locks are not. Each waits for what the other holds.",
                    "right": "done('opposite order') > 1.3"
                },
                {
                    "text": "yes",
                    "why": "It was otherwise here: see the figures.",
                    "right": "done('opposite order') < 1"
                }
            ]
        },
        "measures": [
            { "name": "done", "label": "done", "unit": "tasks" },
            { "name": "tries", "label": "tries", "unit": "tries" },
            { "name": "took", "label": "until both were done, or given up", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K66",
                "says": "Mutexes or semaphores are the cure for races",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "done('opposite order') == 0 and hold('opposite order') < 0.2 * took('opposite order') and done('same order') >= 2 and done('with a limit') >= 2 and tries('with a limit') >= 3 and tries('same order') < 3",
                        "finding": "conditional",
                        "why": "They bring an illness of their own. With two locks in opposite order {done('opposite order')|tasks} of two came to an end, and the page was held for {hold('opposite order')|ms} of {took('opposite order')|ms} at the most. In the same order {done('same order')|} did, in {took('same order')|ms}; with a limit {done('with a limit')|}, after {tries('with a limit')|tries} of both together."
                    },
                    {
                        "when": "done('opposite order') > 1.3",
                        "finding": "holds",
                        "why": "With two locks in opposite order {done('opposite order')|tasks} came to an end."
                    },
                    {
                        "when": "hold('opposite order') > 0.6 * took('opposite order') or done('same order') == 0 or done('with a limit') == 0 or tries('same order') > 4",
                        "finding": "false",
                        "why": "To an end came {done('opposite order')|tasks} in opposite order, {done('same order')|} in the same, {done('with a limit')|} with a limit."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each holds a lock for", "unit": "ms", "min": 20, "max": 60, "step": 10, "default": 40 }
    }
    arms {
        async opposite_order "opposite order" { "warning": "the page stays yours", "opposite": "same order" }
        async same_order "same order" { "warning": "the page stays yours", "opposite": "opposite order" }
        async with_a_limit "with a limit" { "warning": "the page stays yours", "opposite": "opposite order" }
    }
}
