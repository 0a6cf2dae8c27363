//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Measured, calibrate, in_turn, in_workers, together};

experiment::declare! {
    about {
        "title": "Three ways, from computing to waiting",
        "lead": "Jobs of some {each|s} compute, wait for half of their time, or only wait. Where they are done in turn and in workers a wait blocks, by requests; where they are done together it is awaited, by a timer. One of them and eight of them are done in three ways: in turn by plain code, together on one thread, and by two workers.",
        "run": "three ways, one freezes this page for a second",
        "throughput": true,
        "cores": 2,
        "claims": ["K90"],
        "prediction": {
            "question": "Eight that compute, and eight that wait: which way is the fastest for both?",
            "answers": [
                {
                    "text": "together: asynchronous is the efficient way",
                    "why": "It is where they wait. Where they compute there is one thread for all.",
                    "right": "computing('together') < computing('two workers') and waiting('together') < waiting('two workers')"
                },
                {
                    "text": "two workers",
                    "why": "They are where they compute. Two waits at a time are fewer than eight.",
                    "right": "computing('two workers') < computing('together') and waiting('two workers') < waiting('together')"
                },
                {
                    "text": "neither: one for those that compute, another for those that wait",
                    "why": "One of them was: see the lines.",
                    "right": "computing('two workers') < computing('together') and waiting('together') < waiting('two workers')"
                }
            ]
        },
        "measures": [
            { "name": "computing_one", "label": "one that computes", "unit": "ms" },
            { "name": "computing", "label": "eight that compute", "unit": "ms" },
            { "name": "half_one", "label": "one, half and half", "unit": "ms" },
            { "name": "half", "label": "eight, half and half", "unit": "ms" },
            { "name": "waiting_one", "label": "one that waits", "unit": "ms" },
            { "name": "waiting", "label": "eight that wait", "unit": "ms" }
        ],
        "lines": {
            "says": "Eight jobs, by how much of their time they wait",
            "across": "share of waiting",
            "caption": "Lower is sooner done.",
            "points": [
                { "measure": "computing", "at": "0 %" },
                { "measure": "half", "at": "50 %" },
                { "measure": "waiting", "at": "100 %" }
            ]
        },
        "findings": [
            {
                "claim": "K90",
                "says": "In general asynchronous code is the way to get things done efficiently",
                "expected": "false",
                "cases": [
                    {
                        "when": "waiting('together') < 0.5 * min(waiting('in turn'), waiting('two workers')) and computing('together') >= 0.75 * computing('in turn') and computing('two workers') < 0.8 * computing('in turn') and computing_one('in turn') < 1.4 * computing_one('two workers') and waiting_one('in turn') < 1.4 * waiting_one('together')",
                        "finding": "false",
                        "why": "Eight that wait took {waiting('together')|ms} together, {waiting('in turn')|ms} in turn and {waiting('two workers')|ms} in two workers. Eight that compute took {computing('together')|ms} together, {computing('in turn')|ms} in turn and {computing('two workers')|ms} in two workers. For one alone nothing beat plain code by much: one that computes took {computing_one('in turn')|ms}, and {computing_one('two workers')|ms} in a worker; one that waits {waiting_one('in turn')|ms}, and {waiting_one('together')|ms} awaited. It depends on what the jobs do, and how many there are."
                    },
                    {
                        "when": "computing('together') < 0.8 * min(computing('in turn'), computing('two workers'))",
                        "finding": "holds",
                        "why": "Eight that compute took {computing('together')|ms} together, {computing('in turn')|ms} in turn and {computing('two workers')|ms} in two workers."
                    },
                    {
                        "when": "waiting('together') > 0.65 * min(waiting('in turn'), waiting('two workers')) or computing('two workers') > 1.2 * computing('together')",
                        "finding": "conditional",
                        "why": "Eight that wait took {waiting('together')|ms} together, {waiting('in turn')|ms} in turn and {waiting('two workers')|ms} in two workers; eight that compute {computing('together')|ms}, {computing('in turn')|ms} and {computing('two workers')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        each { "label": "a job takes", "unit": "ms", "min": 30, "max": 60, "step": 10, "default": 40 }
    }
    prepare calibrate -> Measured;
    arms {
        async in_turn "in turn" { "warning": "freezes this page for a second", "freezes": true, "opposite": "together" }
        async together "together" { "warning": "freezes this page where it computes", "freezes": true, "repeats": 3, "opposite": "two workers" }
        async in_workers "two workers" { "warning": "the page stays yours", "repeats": 3, "opposite": "in turn" }
    }
}
