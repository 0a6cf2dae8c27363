//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{await_a_turn, await_what_is_ready};

experiment::declare! {
    about {
        "title": "Many awaits in a row",
        "lead": "{ms|s} of work in pieces of 5 ms, with an await after each piece. In one way what is awaited is ready already, in the other it is a turn of the event loop.",
        "run": "two ways, freezes of {ms|s}",
        "claims": ["K24"],
        "prediction": {
            "question": "After each piece of work stands an await. Does the page get a turn there?",
            "answers": [
                {
                    "text": "at every await",
                    "why": "An await asks first whether the answer is there. If it is, the function goes straight on, and nobody else gets a turn.",
                    "right": "hold('await what is ready') < 0.2 * total('await what is ready')"
                },
                {
                    "text": "only where there is something to wait for",
                    "why": "The holds say otherwise: see the column beside the strips.",
                    "right": "hold('await what is ready') >= 0.7 * total('await what is ready') and hold('await a turn') < 0.2 * total('await a turn')"
                },
                {
                    "text": "at no await",
                    "why": "An await on something that is not ready does give the thread back.",
                    "right": "hold('await a turn') >= 0.7 * total('await a turn')"
                }
            ]
        },
        "measures": [
            { "name": "polls", "label": "how often the future was polled", "unit": "polls" }
        ],
        "findings": [
            {
                "claim": "K24",
                "says": "Asynchronous code gives way to others while it waits",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "polls('await what is ready') == 1 and hold('await what is ready') >= 0.7 * total('await what is ready') and polls('await a turn') > 20 and hold('await a turn') < 0.3 * total('await a turn')",
                        "finding": "conditional",
                        "why": "Awaiting what was ready took {polls('await what is ready')|polls} and held this page for {hold('await what is ready')|ms}. Awaiting turns took {polls('await a turn')|polls}, and the longest hold was {hold('await a turn')|ms}. The condition is that the answer is not there yet."
                    },
                    {
                        "when": "polls('await what is ready') > 20 and hold('await what is ready') < 0.3 * total('await what is ready')",
                        "finding": "holds",
                        "why": "Even awaiting what was ready gave way: {polls('await what is ready')|polls}, longest hold {hold('await what is ready')|ms}."
                    },
                    {
                        "when": "polls('await what is ready') > 3 or hold('await what is ready') < 0.4 * total('await what is ready') or polls('await a turn') < 10 or hold('await a turn') > 0.6 * total('await a turn')",
                        "finding": "misleading",
                        "why": "Awaiting what was ready took {polls('await what is ready')|polls} and held the page for {hold('await what is ready')|ms}; awaiting turns took {polls('await a turn')|polls} and held it for {hold('await a turn')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "work", "unit": "ms", "min": 300, "max": 1000, "step": 100, "default": 500 }
    }
    arms {
        async await_what_is_ready "await what is ready" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "await a turn" }
        async await_a_turn "await a turn" { "warning": "the page stays yours", "opposite": "await what is ready" }
    }
}
