//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    Job, calibrate, computed, computed_in_a_future, one_after_another, one_awaited, one_blocking,
    six_at_a_time, together,
};

experiment::declare! {
    about {
        "title": "What gets faster?",
        "lead": "A wait of {ms|s}: in short blocking requests until the time is full, and in one request that is awaited. Twenty requests of {ms|s} each: one after another, together, six at a time. A computation of {ms|s}, in a plain call and in an async function, by turns and three times each.",
        "run": "seven ways, short freezes",
        "throughput": true,
        "claims": ["K38", "K39"],
        "prediction": {
            "question": "Which of these does async make faster?",
            "answers": [
                {
                    "text": "one request, twenty requests and the computation",
                    "why": "One request takes as long as it takes, and so does a computation. Only waits that lie on top of each other save time.",
                    "right": "took('one, awaited') < 0.7 * took('one, blocking') and took('computed in a future') < 0.7 * took('computed')"
                },
                {
                    "text": "the twenty requests",
                    "why": "It was otherwise here: see the figures.",
                    "right": "took('twenty together') < 0.5 * took('twenty in a row') and took('one, awaited') >= 0.7 * took('one, blocking') and took('computed in a future') >= 0.7 * took('computed')"
                },
                {
                    "text": "none of them",
                    "why": "Twenty waits that lie on top of each other take as long as one.",
                    "right": "took('twenty together') >= 0.5 * took('twenty in a row')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "until all was there", "unit": "ms" },
            { "name": "open", "label": "under way at once, at most", "unit": "requests" },
            { "name": "result", "label": "what was computed", "unit": "" }
        ],
        "equal": ["result"],
        "findings": [
            {
                "claim": "K38",
                "says": "Asynchronous code makes programs faster",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "took('one, awaited') >= 0.8 * took('one, blocking') and took('one, awaited') < 1.6 * took('one, blocking') and took('twenty together') < 0.3 * took('twenty in a row') and took('computed in a future') >= 0.8 * took('computed') and took('computed in a future') < 1.6 * took('computed')",
                        "finding": "misleading",
                        "why": "A wait took {took('one, blocking')|ms} blocking and {took('one, awaited')|ms} awaited. A computation took {took('computed')|ms} in a plain call and {took('computed in a future')|ms} in an async function. Twenty answers took {took('twenty in a row')|ms} in a row and {took('twenty together')|ms} together. Faster are waits that lie on top of each other, and nothing else."
                    },
                    {
                        "when": "max(took('one, awaited') / took('one, blocking'), took('computed in a future') / took('computed')) < 0.8",
                        "finding": "holds",
                        "why": "A wait took {took('one, blocking')|ms} blocking and {took('one, awaited')|ms} awaited, a computation {took('computed')|ms} and {took('computed in a future')|ms}."
                    },
                    {
                        "when": "min(took('one, awaited') / took('one, blocking'), took('computed in a future') / took('computed')) < 0.4 or took('one, awaited') > 2.4 * took('one, blocking') or took('twenty together') > 0.65 * took('twenty in a row') or took('computed in a future') > 2.4 * took('computed')",
                        "finding": "false",
                        "why": "A wait took {took('one, blocking')|ms} blocking and {took('one, awaited')|ms} awaited, twenty {took('twenty in a row')|ms} in a row and {took('twenty together')|ms} together, a computation {took('computed')|ms} and {took('computed in a future')|ms}."
                    }
                ]
            },
            {
                "claim": "K39",
                "says": "Asynchronous code pays off for work that waits",
                "expected": "holds",
                "cases": [
                    {
                        "when": "took('twenty together') < 0.3 * took('twenty in a row') and took('six at a time') < 0.5 * took('twenty in a row') and took('six at a time') >= 1.5 * took('twenty together')",
                        "finding": "holds",
                        "why": "Twenty waits took {took('twenty in a row')|ms} in a row, {took('twenty together')|ms} with {open('twenty together')|requests} under way at once, and {took('six at a time')|ms} with {open('six at a time')|}."
                    },
                    {
                        "when": "took('twenty together') >= 0.8 * took('twenty in a row')",
                        "finding": "false",
                        "why": "Twenty waits took {took('twenty in a row')|ms} in a row and {took('twenty together')|ms} together."
                    },
                    {
                        "when": "took('six at a time') > 0.65 * took('twenty in a row') or took('six at a time') < 1.45 * took('twenty together')",
                        "finding": "conditional",
                        "why": "Twenty waits took {took('twenty in a row')|ms} in a row, {took('twenty together')|ms} together and {took('six at a time')|ms} six at a time."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each wait", "unit": "ms", "min": 100, "max": 300, "step": 50, "default": 200 }
    }
    prepare calibrate -> Job;
    arms {
        sync one_blocking "one, blocking" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "six at a time" }
        async one_awaited "one, awaited" { "warning": "the page stays yours", "opposite": "twenty in a row" }
        async one_after_another "twenty in a row" { "warning": "the page stays yours", "opposite": "twenty together" }
        async together "twenty together" { "warning": "the page stays yours", "opposite": "twenty in a row" }
        async six_at_a_time "six at a time" { "warning": "the page stays yours", "opposite": "twenty in a row" }
        sync computed "computed" { "warning": "freezes this page for {ms|s}", "freezes": true, "repeats": 5, "opposite": "six at a time" }
        async computed_in_a_future "computed in a future" { "warning": "freezes this page for {ms|s}", "freezes": true, "repeats": 5, "opposite": "six at a time" }
    }
}
