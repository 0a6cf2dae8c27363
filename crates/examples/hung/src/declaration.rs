//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{awaited, awaited_with_a_limit, blocking, blocking_with_a_limit, left_in_a_queue};

experiment::declare! {
    about {
        "title": "Somebody who does not answer",
        "lead": "An answer that comes after {ms|s}. One who blocks, in a worker, sends short requests until it is there, or for {patience|s} at most. This page asks another worker and awaits the answer, or awaits it for {patience|s} at most. Then the page leaves its question in a queue and goes on.",
        "run": "five who wait",
        "claims": ["K54"],
        "prediction": {
            "question": "Who is stuck for as long as the answer takes?",
            "answers": [
                {
                    "text": "only who blocks; who awaits is never stuck",
                    "why": "Its thread is free, and its own next line has to wait all the same.",
                    "right": "outcome('awaited') < 0.6 * outcome('blocking')"
                },
                {
                    "text": "who blocks and who awaits, unless they set a limit",
                    "why": "It was otherwise here: see the figures.",
                    "right": "outcome('awaited') >= 0.6 * outcome('blocking') and outcome('blocking, with a limit') < 0.6 * outcome('blocking') and outcome('awaited, with a limit') < 0.6 * outcome('awaited')"
                },
                {
                    "text": "all of them, whatever they do",
                    "why": "A limit ends the wait in both styles, with no answer.",
                    "right": "outcome('blocking, with a limit') >= 0.6 * outcome('blocking')"
                }
            ]
        },
        "measures": [
            { "name": "outcome", "label": "until the caller could go on", "unit": "ms" },
            { "name": "held", "label": "its worker's thread held", "unit": "ms" },
            { "name": "answered", "label": "with an answer", "unit": "yes or no" },
            { "name": "later", "label": "until the answer was there", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K54",
                "says": "A synchronous caller is as slow, or as stuck, as the one it calls",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "held('blocking') >= 0.8 * outcome('blocking') and outcome('blocking, with a limit') < 0.6 * outcome('blocking') and outcome('awaited') >= 0.8 * outcome('blocking') and hold('awaited') < 0.3 * held('blocking') and outcome('awaited, with a limit') < 0.6 * outcome('awaited') and outcome('left in a queue') < 0.1 * outcome('awaited') and later('left in a queue') >= 0.8 * outcome('awaited')",
                        "finding": "conditional",
                        "why": "Without a limit it went on after {outcome('blocking')|ms}, and its thread was held for {held('blocking')|ms}. With a limit it went on after {outcome('blocking, with a limit')|ms}. An async caller went on after {outcome('awaited')|ms}, no sooner; its thread was held for {hold('awaited')|ms}. Who left the question in a queue went on after {outcome('left in a queue')|ms}, and the answer came after {later('left in a queue')|ms}."
                    },
                    {
                        "when": "outcome('awaited') < 0.6 * outcome('blocking') and outcome('blocking, with a limit') >= 0.6 * outcome('blocking')",
                        "finding": "holds",
                        "why": "It went on after {outcome('blocking')|ms}, with a limit after {outcome('blocking, with a limit')|ms}, and the async caller after {outcome('awaited')|ms}."
                    },
                    {
                        "when": "held('blocking') < 0.5 * outcome('blocking') or outcome('blocking, with a limit') > 0.65 * outcome('blocking') or outcome('awaited') < 0.5 * outcome('blocking') or hold('awaited') > 0.6 * held('blocking') or outcome('awaited, with a limit') > 0.65 * outcome('awaited') or outcome('left in a queue') > 0.6 * outcome('awaited') or later('left in a queue') < 0.4 * outcome('awaited')",
                        "finding": "false",
                        "why": "Blocking, the caller went on after {outcome('blocking')|ms}, with a limit after {outcome('blocking, with a limit')|ms}; awaiting, after {outcome('awaited')|ms} and {outcome('awaited, with a limit')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the answer comes after", "unit": "ms", "min": 600, "max": 2000, "step": 100, "default": 1000 }
        patience { "label": "patience", "unit": "ms", "min": 100, "max": 300, "step": 50, "default": 300 }
    }
    arms {
        async blocking "blocking" { "warning": "holds a worker", "opposite": "blocking, with a limit" }
        async blocking_with_a_limit "blocking, with a limit" { "warning": "holds a worker", "opposite": "blocking" }
        async awaited "awaited" { "warning": "the page stays yours", "opposite": "awaited, with a limit" }
        async awaited_with_a_limit "awaited, with a limit" { "warning": "the page stays yours", "opposite": "awaited" }
        async left_in_a_queue "left in a queue" { "warning": "the page stays yours", "opposite": "awaited" }
    }
}
