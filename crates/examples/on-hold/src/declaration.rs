//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{asking_the_clock, awaited_reply, blocking_requests};

experiment::declare! {
    about {
        "title": "On hold, or called back",
        "lead": "The answer is {ms|s} away. Two ways hold the line: one asks the clock all the time, one makes requests whose calls do not return before the reply is there. The third way is called back.",
        "run": "freezes this page for {ms|s}, a few times",
        "claims": ["K05", "K08"],
        "prediction": {
            "question": "The blocking requests compute nothing. Do they freeze the page?",
            "answers": [
                {
                    "text": "no: they only wait",
                    "why": "What holds the page is the call, not what goes on in it. The thread cannot run another line until the call returns.",
                    "right": "hold('blocking requests') < 0.2 * total('blocking requests')"
                },
                {
                    "text": "yes, but less than the loop",
                    "why": "Between two requests nobody else gets a turn, because the code never gives the thread back.",
                    "right": "hold('blocking requests') >= 0.2 * total('blocking requests') and hold('blocking requests') < 0.9 * total('blocking requests')"
                },
                {
                    "text": "yes, as the loop does",
                    "why": "The page was held for a shorter time: see the figures.",
                    "right": "hold('blocking requests') >= 0.9 * total('blocking requests')"
                }
            ]
        },
        "measures": [
            { "name": "requests", "label": "synchronous requests", "unit": "requests" }
        ],
        "findings": [
            {
                "claim": "K05",
                "says": "A synchronous call holds its thread for as long as it lasts, also when it only waits",
                "expected": "holds",
                "cases": [
                    {
                        "when": "hold('asking the clock') >= 0.9 * total('asking the clock') and hold('blocking requests') >= 0.9 * total('blocking requests') and hold('awaited reply') < 0.2 * total('awaited reply')",
                        "finding": "holds",
                        "why": "Asking the clock held this page for {hold('asking the clock')|ms}. The requests had nothing to compute and held it for {hold('blocking requests')|ms} all the same. The awaited reply held it for {hold('awaited reply')|ms}."
                    },
                    {
                        "when": "hold('asking the clock') < 0.5 * total('asking the clock') or hold('blocking requests') < 0.5 * total('blocking requests') or hold('awaited reply') > 0.6 * total('awaited reply')",
                        "finding": "false",
                        "why": "Asking the clock held this page for {hold('asking the clock')|ms} of {total('asking the clock')|ms}, the requests for {hold('blocking requests')|ms} of {total('blocking requests')|ms}, the awaited reply for {hold('awaited reply')|ms}."
                    }
                ]
            },
            {
                "claim": "K08",
                "says": "Asynchronous code cuts the waiting time",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "max(total('blocking requests'), total('awaited reply')) <= 1.15 * min(total('blocking requests'), total('awaited reply')) and frames('blocking requests') < 0.1 * frames('awaited reply')",
                        "finding": "misleading",
                        "why": "Both had to wait: {total('blocking requests')|ms} on hold, {total('awaited reply')|ms} called back. What changed is what the page could do in between: it drew {frames('blocking requests')|frames} on hold and {frames('awaited reply')|frames} until it was called back."
                    },
                    {
                        "when": "total('awaited reply') < 0.87 * total('blocking requests')",
                        "finding": "holds",
                        "why": "The awaited reply was there after {total('awaited reply')|ms}, the blocking requests took {total('blocking requests')|ms}."
                    },
                    {
                        "when": "total('awaited reply') > 1.6 * total('blocking requests') or frames('blocking requests') > 0.65 * frames('awaited reply')",
                        "finding": "false",
                        "why": "The awaited reply was there after {total('awaited reply')|ms} with {frames('awaited reply')|frames} drawn, the blocking requests took {total('blocking requests')|ms} with {frames('blocking requests')|frames}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the answer takes", "unit": "ms", "min": 300, "max": 600, "step": 50, "default": 500 }
    }
    arms {
        sync asking_the_clock "asking the clock" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "awaited reply" }
        sync blocking_requests "blocking requests" { "warning": "freezes this page for {ms|s}", "freezes": true, "repeats": 3, "opposite": "awaited reply" }
        async awaited_reply "awaited reply" { "warning": "the page stays yours", "repeats": 3, "opposite": "blocking requests" }
    }
}
