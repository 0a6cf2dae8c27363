//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{chain_awaited, chain_blocking, free_awaited, free_blocking, free_in_threads};

experiment::declare! {
    about {
        "title": "Who needs whom",
        "lead": "Three steps of {ms|s} each. In a chain, each needs what the one before has found; free steps need nothing of each other. Both are taken by a thread that blocks, in short requests until the time is full, and by one that awaits a timer; the free ones by three threads that block, too.",
        "run": "five ways, in workers and on this page",
        "throughput": true,
        "claims": ["K53"],
        "prediction": {
            "question": "Which of these does async loosen, so that it takes less time?",
            "answers": [
                {
                    "text": "the chain and the free steps",
                    "why": "A step of the chain cannot begin before it has what it needs. An await waits for it as long as a blocking call does.",
                    "right": "took('chain, awaited') < 0.7 * took('chain, blocking')"
                },
                {
                    "text": "the free steps alone",
                    "why": "It was otherwise here: see the figures.",
                    "right": "took('chain, awaited') >= 0.7 * took('chain, blocking') and took('free, awaited') < 0.7 * took('free, blocking')"
                },
                {
                    "text": "neither: a step takes as long as it takes",
                    "why": "Each takes its time, but three that need nothing of each other can take it together.",
                    "right": "took('chain, awaited') >= 0.7 * took('chain, blocking') and took('free, awaited') >= 0.7 * took('free, blocking')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "three steps", "unit": "ms" },
            { "name": "number", "label": "what was found", "unit": "" }
        ],
        "findings": [
            {
                "claim": "K53",
                "says": "Synchronous communication is tightly coupled; asynchronous is loose, because its operations are independent",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "took('chain, awaited') >= 0.8 * took('chain, blocking') and took('free, blocking') >= 0.8 * took('chain, blocking') and took('free, awaited') < 0.6 * took('free, blocking') and took('free, in three threads') < 0.6 * took('free, blocking') and took('chain, awaited') < 1.5 * took('chain, blocking') and min(number('chain, blocking'), number('chain, awaited')) >= 7",
                        "finding": "misleading",
                        "why": "The chain took {took('chain, blocking')|ms} blocking and {took('chain, awaited')|ms} awaited: an await makes nothing independent. The free steps took {took('free, blocking')|ms} in a row, {took('free, awaited')|ms} awaited together, and {took('free, in three threads')|ms} blocking in three threads: they were loose before anybody wrote async."
                    },
                    {
                        "when": "took('chain, awaited') < 0.8 * took('chain, blocking')",
                        "finding": "holds",
                        "why": "The chain took {took('chain, blocking')|ms} blocking and {took('chain, awaited')|ms} awaited."
                    },
                    {
                        "when": "took('free, awaited') > 0.65 * took('free, blocking') or took('free, in three threads') > 0.65 * took('free, blocking') or took('free, blocking') < 0.5 * took('chain, blocking') or took('chain, awaited') > 1.9 * took('chain, blocking')",
                        "finding": "false",
                        "why": "The chain took {took('chain, blocking')|ms} blocking and {took('chain, awaited')|ms} awaited; the free steps {took('free, blocking')|ms}, {took('free, awaited')|ms}, and {took('free, in three threads')|ms} in threads."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each step", "unit": "ms", "min": 100, "max": 300, "step": 50, "default": 200 }
    }
    arms {
        async chain_blocking "chain, blocking" { "warning": "holds a worker", "opposite": "free, awaited" }
        async chain_awaited "chain, awaited" { "warning": "the page stays yours", "opposite": "free, awaited" }
        async free_blocking "free, blocking" { "warning": "holds a worker", "opposite": "free, awaited" }
        async free_awaited "free, awaited" { "warning": "the page stays yours", "opposite": "free, blocking" }
        async free_in_threads "free, in three threads" { "warning": "holds three workers", "opposite": "free, blocking" }
    }
}
