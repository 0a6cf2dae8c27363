//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{awaited_sleep, blocking_sleep};

experiment::declare! {
    about {
        "title": "Ten sleepers",
        "lead": "Ten async functions are joined, and each sleeps for {ms|s}. They differ in one line: the sleep is a call that blocks, or a timer that is awaited.",
        "run": "ten sleepers, two ways, one long freeze",
        "claims": ["K25"],
        "prediction": {
            "question": "Ten async functions that sleep in a blocking call are joined. How long do they take?",
            "answers": [
                {
                    "text": "as long as one sleep",
                    "why": "Joining lets others go on while one waits. A blocking call does not let anybody go on.",
                    "right": "total('blocking sleep') < 2 * total('awaited sleep')"
                },
                {
                    "text": "ten times as long",
                    "why": "They took less: see the figures.",
                    "right": "total('blocking sleep') >= 5 * total('awaited sleep')"
                },
                {
                    "text": "somewhere in between",
                    "why": "Neither half-way nor a little: the sleeps come one after the other.",
                    "right": "total('blocking sleep') >= 2 * total('awaited sleep') and total('blocking sleep') < 5 * total('awaited sleep')"
                }
            ]
        },
        "findings": [
            {
                "claim": "K25",
                "says": "A blocking call inside asynchronous code undoes the benefit",
                "expected": "holds",
                "cases": [
                    {
                        "when": "total('blocking sleep') >= 5 * total('awaited sleep') and hold('blocking sleep') >= 0.8 * total('blocking sleep') and hold('awaited sleep') < 0.1 * hold('blocking sleep')",
                        "finding": "holds",
                        "why": "With a blocking call, ten sleepers took {total('blocking sleep')|ms} and held this page for {hold('blocking sleep')|ms}. With an awaited timer they took {total('awaited sleep')|ms} and held it for {hold('awaited sleep')|ms}."
                    },
                    {
                        "when": "total('blocking sleep') < 2 * total('awaited sleep')",
                        "finding": "false",
                        "why": "The blocking call took {total('blocking sleep')|ms}, the awaited timer {total('awaited sleep')|ms}."
                    },
                    {
                        "when": "hold('blocking sleep') < 0.4 * total('blocking sleep') or hold('awaited sleep') > 0.6 * hold('blocking sleep')",
                        "finding": "misleading",
                        "why": "The blocking call took {total('blocking sleep')|ms} and held the page for {hold('blocking sleep')|ms}, the awaited timer {total('awaited sleep')|ms} and {hold('awaited sleep')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each sleeps for", "unit": "ms", "min": 50, "max": 200, "step": 10, "default": 150 }
    }
    arms {
        async blocking_sleep "blocking sleep" { "warning": "freezes this page for ten sleeps", "freezes": true, "opposite": "awaited sleep" }
        async awaited_sleep "awaited sleep" { "warning": "the page stays yours", "opposite": "blocking sleep" }
    }
}
