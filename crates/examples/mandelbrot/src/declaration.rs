//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    futures_alone, one_for_each_core, one_for_each_core_simd, one_worker, one_worker_simd,
    twice_as_many,
};

experiment::declare! {
    about {
        "title": "One picture, many hands",
        "lead": "The Mandelbrot set in 64 tiles: by 64 futures on this page's thread; by one worker; by as many as your machine runs at once, and by twice as many; and by workers that compute four points at a time.",
        "run": "the picture, six times",
        "throughput": true,
        "cores": 2,
        "claims": ["K34", "K42", "K43"],
        "prediction": {
            "question": "What do twice as many workers as you have cores gain over one for each core?",
            "answers": [
                {
                    "text": "they are twice as fast again",
                    "why": "A core computes one thing at a time. Two workers on one core take turns.",
                    "right": "took('twice as many') < 0.7 * took('one for each core')"
                },
                {
                    "text": "next to nothing",
                    "why": "They did change something: see the figures.",
                    "right": "took('twice as many') >= 0.7 * took('one for each core') and took('twice as many') < 1.5 * took('one for each core')"
                },
                {
                    "text": "they are much slower: the processor is swamped",
                    "why": "Switching between two workers on a core costs microseconds. Their start costs more, and is not counted here.",
                    "right": "took('twice as many') >= 1.5 * took('one for each core')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "the picture", "unit": "ms" },
            { "name": "workers", "label": "workers", "unit": "workers" },
            { "name": "rounds", "label": "rounds of all points", "unit": "rounds" }
        ],
        "equal": ["rounds"],
        "findings": [
            {
                "claim": "K34",
                "says": "Parallel execution needs several cores or machines",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "took('one for each core') < 0.8 * took('one worker') and took('twice as many') >= 0.7 * took('one for each core') and took('one worker, four at a time') < 0.7 * took('one worker')",
                        "finding": "conditional",
                        "why": "For threads, yes: {workers('one for each core')|workers} drew {took('one worker') / took('one for each core')|} times as fast as one, and {workers('twice as many')|workers} {took('one worker') / took('twice as many')|} times. But one worker on one core, with instructions for four numbers at a time, was {took('one worker') / took('one worker, four at a time')|} times as fast as without."
                    },
                    {
                        "when": "took('one worker, four at a time') >= 0.95 * took('one worker') and took('one for each core') < 0.8 * took('one worker')",
                        "finding": "holds",
                        "why": "{workers('one for each core')|workers} drew {took('one worker') / took('one for each core')|} times as fast as one, and instructions for four numbers gained nothing."
                    },
                    {
                        "when": "took('twice as many') < 0.4 * took('one for each core') or took('one worker, four at a time') > 1.2 * took('one worker')",
                        "finding": "misleading",
                        "why": "One worker took {took('one worker')|ms}, {workers('one for each core')|workers} {took('one for each core')|ms}, {workers('twice as many')|workers} {took('twice as many')|ms}, one with four numbers at a time {took('one worker, four at a time')|ms}."
                    }
                ]
            },
            {
                "claim": "K42",
                "says": "Video rendering should be synchronous because it fills the processor",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "took('one for each core') < 0.8 * took('one worker') and took('twice as many') >= 0.7 * took('one for each core')",
                        "finding": "misleading",
                        "why": "One thread took {took('one worker')|ms} and left the other cores idle; {workers('one for each core')|workers} took {took('one for each core')|ms}. Right is that more workers than cores gain little: {workers('twice as many')|workers} took {took('twice as many')|ms}."
                    },
                    {
                        "when": "took('one for each core') >= 0.95 * took('one worker')",
                        "finding": "holds",
                        "why": "One thread took {took('one worker')|ms}, {workers('one for each core')|workers} took {took('one for each core')|ms}."
                    },
                    {
                        "when": "took('twice as many') < 0.4 * took('one for each core')",
                        "finding": "false",
                        "why": "One thread took {took('one worker')|ms}, {workers('one for each core')|workers} {took('one for each core')|ms}, {workers('twice as many')|workers} {took('twice as many')|ms}."
                    }
                ]
            },
            {
                "claim": "K43",
                "says": "For work that computes, use several processes, pools of workers and vector instructions",
                "expected": "holds",
                "cases": [
                    {
                        "when": "max(took('one for each core'), took('one worker, four at a time')) < 0.8 * took('one worker') and took('one for each core, four at a time') < 0.9 * min(took('one for each core'), took('one worker, four at a time')) and took('64 futures') >= 0.8 * took('one worker')",
                        "finding": "holds",
                        "why": "One worker took {took('one worker')|ms}; {workers('one for each core')|workers} {took('one for each core')|ms}; four points at a time {took('one worker, four at a time')|ms}; both together {took('one for each core, four at a time')|ms}. The 64 futures alone took {took('64 futures')|ms}: they add no hands."
                    },
                    {
                        "when": "took('64 futures') < 0.8 * took('one worker')",
                        "finding": "false",
                        "why": "Futures alone took {took('64 futures')|ms}, one worker {took('one worker')|ms}."
                    },
                    {
                        "when": "took('one for each core, four at a time') > 1.3 * min(took('one for each core'), took('one worker, four at a time'))",
                        "finding": "conditional",
                        "why": "One worker took {took('one worker')|ms}, {workers('one for each core')|workers} {took('one for each core')|ms}, four points at a time {took('one worker, four at a time')|ms}, both {took('one for each core, four at a time')|ms}, futures alone {took('64 futures')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        rounds { "label": "rounds for a point", "unit": "rounds", "min": 2000, "max": 6000, "step": 1000, "default": 4000 }
    }
    arms {
        async futures_alone "64 futures" { "warning": "the page stays yours, with a hold for each tile", "repeats": 3, "opposite": "one for each core, four at a time" }
        async one_worker "one worker" { "warning": "the page stays yours", "repeats": 3, "opposite": "one for each core, four at a time" }
        async one_for_each_core "one for each core" { "warning": "the page stays yours", "repeats": 3, "opposite": "one worker" }
        async twice_as_many "twice as many" { "warning": "the page stays yours", "repeats": 3, "opposite": "one for each core, four at a time" }
        async one_worker_simd "one worker, four at a time" { "warning": "the page stays yours", "repeats": 3, "opposite": "one worker" }
        async one_for_each_core_simd "one for each core, four at a time" { "warning": "the page stays yours", "repeats": 3, "opposite": "one worker" }
    }
}
