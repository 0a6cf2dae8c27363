//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Job, a_thousand_waits, calibrate, two_computations, two_waits, two_workers};

experiment::declare! {
    about {
        "title": "Who runs a thousand waits?",
        "lead": "A thousand waits begun together: 980 timers of {ms|s} and 20 requests. Then two waits, two computations as long as a wait, and the same two computations in two workers. Each piece of code leaves a stamp: when it began, when it ended, and the tag of the instance of this program that ran it.",
        "run": "all four, one freeze",
        "throughput": true,
        "cores": 2,
        "claims": ["K31", "K33"],
        "prediction": {
            "question": "Two computations, each as long as one wait, in two async functions that are awaited together. How long do both take?",
            "answers": [
                {
                    "text": "as long as one: async functions run at the same time",
                    "why": "Two waits did that. A computation needs a thread for all of its time, and both have the same one.",
                    "right": "took('two computations') < 1.4 * took('two waits')"
                },
                {
                    "text": "as long as both, one after the other",
                    "why": "They took less than that: see the figures.",
                    "right": "took('two computations') >= 1.4 * took('two waits')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "from the first to the last", "unit": "ms" },
            { "name": "agents", "label": "instances that ran code", "unit": "instances" },
            { "name": "overlap", "label": "two ran at the same moment, at the longest", "unit": "ms" },
            { "name": "result", "label": "what was computed", "unit": "" }
        ],
        "equal": ["result"],
        "findings": [
            {
                "claim": "K31",
                "says": "Every asynchronous operation runs on a thread of its own",
                "expected": "false",
                "cases": [
                    {
                        "when": "agents('a thousand waits') == 1 and overlap('a thousand waits') == 0 and overlap('two workers') > 0.2 * took('two workers')",
                        "finding": "false",
                        "why": "A thousand waits were over after {took('a thousand waits')|ms}. All their code was run by {agents('a thousand waits')|instances} of the program, and at no moment did two pieces of it run at once. With two workers, which have a thread each, two did for {overlap('two workers')|ms}."
                    },
                    {
                        "when": "agents('a thousand waits') > 100",
                        "finding": "holds",
                        "why": "The code of a thousand waits was run by {agents('a thousand waits')|instances} of the program."
                    },
                    {
                        "when": "agents('a thousand waits') > 1.5 or overlap('a thousand waits') > 0",
                        "finding": "misleading",
                        "why": "The code of a thousand waits was run by {agents('a thousand waits')|instances} of the program, two pieces at once for {overlap('a thousand waits')|ms}; that of two workers for {overlap('two workers')|ms}."
                    }
                ]
            },
            {
                "claim": "K33",
                "says": "Asynchronous means that operations run in parallel, at the same moment",
                "expected": "false",
                "cases": [
                    {
                        "when": "overlap('two computations') == 0 and took('two computations') >= 1.6 * took('two waits') and overlap('two workers') > 0.2 * took('two workers') and took('two workers') < 0.85 * took('two computations')",
                        "finding": "false",
                        "why": "Two waits of {took('two waits')|ms} lay on top of each other. Two computations did not: they took {took('two computations')|ms}, and never ran at the same moment. In two workers they did, for {overlap('two workers')|ms}, and both were done after {took('two workers')|ms}. Waiting overlaps on one thread; running needs another one."
                    },
                    {
                        "when": "overlap('two computations') > 0.5 * took('two waits')",
                        "finding": "holds",
                        "why": "Two computations in async functions ran at the same moment for {overlap('two computations')|ms}."
                    },
                    {
                        "when": "took('two computations') < 1.5 * took('two waits')",
                        "finding": "misleading",
                        "why": "Two waits took {took('two waits')|ms}, two computations {took('two computations')|ms}, in two workers {took('two workers')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each wait, each computation", "unit": "ms", "min": 200, "max": 600, "step": 100, "default": 500 }
    }
    prepare calibrate -> Job;
    arms {
        async a_thousand_waits "a thousand waits" { "warning": "the page stays yours", "opposite": "two workers" }
        async two_waits "two waits" { "warning": "the page stays yours", "opposite": "two computations" }
        async two_computations "two computations" { "warning": "freezes this page for two times {ms|s}", "freezes": true, "opposite": "two workers" }
        async two_workers "two workers" { "warning": "the page stays yours", "repeats": 3, "opposite": "two computations" }
    }
}
