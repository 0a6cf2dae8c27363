//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Extremes, asynchronous, asynchronous_with_workers, calibrate, one_after_another};

experiment::declare! {
    about {
        "title": "From all waiting to all computing",
        "lead": "Six documents, each of which takes {ms|s}: a wait until it is there, then parsing. The share of parsing goes from none to all in five steps. One after another in a worker that blocks; all together on this page; all together with a worker for each core to parse them.",
        "run": "three ways, five mixtures, short freezes",
        "throughput": true,
        "cores": 2,
        "claims": ["K44"],
        "prediction": {
            "question": "A quarter of each document's time is parsing, the rest is waiting. How much of the time for six documents is left if they are processed together, on one thread?",
            "answers": [
                {
                    "text": "a sixth: they run at the same time",
                    "why": "The waits did. The parsing of all six stood in line.",
                    "right": "quarter('async') < 0.25 * quarter('one after another')"
                },
                {
                    "text": "more than a quarter, and not much more than a half",
                    "why": "It was another share: see the figures.",
                    "right": "quarter('async') >= 0.25 * quarter('one after another') and quarter('async') < 0.6 * quarter('one after another')"
                },
                {
                    "text": "all of it: there is one thread",
                    "why": "A thread is needed for parsing alone. Six waits lay on top of each other.",
                    "right": "quarter('async') >= 0.6 * quarter('one after another')"
                }
            ]
        },
        "measures": [
            { "name": "none", "label": "all waiting", "unit": "ms" },
            { "name": "quarter", "label": "a quarter parsing", "unit": "ms" },
            { "name": "half", "label": "half and half", "unit": "ms" },
            { "name": "most", "label": "three quarters parsing", "unit": "ms" },
            { "name": "all", "label": "all parsing", "unit": "ms" },
            { "name": "parsed", "label": "what was parsed", "unit": "" }
        ],
        "equal": ["parsed"],
        "lines": {
            "says": "Six documents, by how much of their time is parsing",
            "across": "share of parsing",
            "caption": "Lower is sooner done.",
            "points": [
                { "measure": "none", "at": "0 %" },
                { "measure": "quarter", "at": "25 %" },
                { "measure": "half", "at": "50 %" },
                { "measure": "most", "at": "75 %" },
                { "measure": "all", "at": "100 %" }
            ]
        },
        "findings": [
            {
                "claim": "K44",
                "says": "Processing several documents together is a model case for asynchronous code",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "none('async') < 0.35 * none('one after another') and quarter('async') < 0.7 * quarter('one after another') and all('async') >= 0.6 * all('one after another') and all('async with workers') < 0.8 * all('one after another') and none('async with workers') < 0.35 * none('one after another')",
                        "finding": "conditional",
                        "why": "All waiting: {none('one after another')|ms} one after another, {none('async')|ms} together. A quarter parsing: {quarter('one after another')|ms} and {quarter('async')|ms}. All parsing: {all('one after another')|ms} and {all('async')|ms}, and {all('async with workers')|ms} with workers. Together shortens the fetching; the parsing gets shorter with workers only."
                    },
                    {
                        "when": "all('async') < 0.4 * all('one after another')",
                        "finding": "holds",
                        "why": "Even all parsing took {all('async')|ms} together, and {all('one after another')|ms} one after another."
                    },
                    {
                        "when": "none('async') > 0.65 * none('one after another') or none('async with workers') > 0.65 * none('one after another') or quarter('async') > 1.1 * quarter('one after another')",
                        "finding": "misleading",
                        "why": "All waiting took {none('one after another')|ms} one after another and {none('async')|ms} together; all parsing {all('one after another')|ms}, {all('async')|ms}, and {all('async with workers')|ms} with workers."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "a document", "unit": "ms", "min": 60, "max": 120, "step": 20, "default": 100 }
    }
    prepare calibrate -> Extremes;
    arms {
        async one_after_another "one after another" { "warning": "the page stays yours", "opposite": "async with workers" }
        async asynchronous "async" { "warning": "holds this page again and again, for up to six times {ms|s}", "freezes": true, "opposite": "one after another" }
        async asynchronous_with_workers "async with workers" { "warning": "the page stays yours", "opposite": "one after another" }
    }
}
