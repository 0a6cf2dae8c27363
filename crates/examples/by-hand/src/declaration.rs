//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{by_hand, loses_its_waker, wakes_itself, your_turn};

experiment::declare! {
    about {
        "title": "A future by hand",
        "lead": "Three futures wait for {ms|s}. The first keeps its waker for the timer's callback. The second forgets it. The third wakes itself again and again. Then take the executor's place yourself.",
        "run": "three futures, one freeze of {ms|s}",
        "claims": ["K20"],
        "prediction": {
            "question": "The second future has lost its waker. Its timer fires all the same. What becomes of the future?",
            "answers": [
                {
                    "text": "it is ready, as the first",
                    "why": "The timer's callback set its flag and had nobody to call. An executor does not come back to have a look.",
                    "right": "done('loses its waker') == 1 and polls('loses its waker') <= 2"
                },
                {
                    "text": "it is polled until the flag is found",
                    "why": "Nobody polls a future that has not been woken.",
                    "right": "done('loses its waker') == 1 and polls('loses its waker') > 2"
                },
                {
                    "text": "it waits for ever",
                    "why": "It came to its end: see the figures.",
                    "right": "done('loses its waker') == 0"
                }
            ]
        },
        "measures": [
            { "name": "polls", "label": "polls", "unit": "polls" },
            { "name": "done", "label": "came to an end by itself", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K20",
                "says": "After an asynchronous call the result is not there on that line, and comes later",
                "expected": "holds",
                "cases": [
                    {
                        "when": "polls('by hand') == 2 and done('by hand') == 1 and done('loses its waker') == 0 and polls('wakes itself') > 20 and hold('wakes itself') > 0.7 * total('wakes itself')",
                        "finding": "holds",
                        "why": "The future was pending at its first poll and ready at the second, after one wake. That it comes later is not a law of nature: the one that lost its waker was polled {polls('loses its waker')|times} and never came to its end. The one that woke itself was polled {polls('wakes itself')|times} and held this page for {hold('wakes itself')|ms}."
                    },
                    {
                        "when": "polls('by hand') < 1.45 and done('by hand') == 1",
                        "finding": "false",
                        "why": "The result was there at the first poll."
                    },
                    {
                        "when": "polls('by hand') > 3.5 or done('by hand') == 0 or done('loses its waker') == 1 or hold('wakes itself') < 0.4 * total('wakes itself') or polls('wakes itself') < 10",
                        "finding": "misleading",
                        "why": "By hand it took {polls('by hand')|polls}, without a waker {polls('loses its waker')|polls}, with a future that wakes itself {polls('wakes itself')|polls}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the timer", "unit": "ms", "min": 200, "max": 800, "step": 100, "default": 400 }
    }
    arms {
        async by_hand "by hand" { "warning": "the page stays yours", "opposite": "loses its waker" }
        async loses_its_waker "loses its waker" { "warning": "the page stays yours", "opposite": "by hand" }
        async wakes_itself "wakes itself" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "by hand" }
        async your_turn "your turn" { "warning": "you poll three futures, and find out which two are faulty", "by_hand": true, "opposite": "loses its waker" }
    }
}
