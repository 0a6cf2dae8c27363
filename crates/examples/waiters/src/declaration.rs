//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{awaits, calls, sixteen_futures, sixteen_workers};

experiment::declare! {
    about {
        "title": "Who is cheaper?",
        "lead": "Sixteen that wait for {ms|s}: as futures on this page's thread, and in a worker each. Then millions of small steps: by plain calls, and by awaits of an async function, each of whose futures is put into a box.",
        "run": "four ways",
        "throughput": true,
        "claims": ["K47"],
        "prediction": {
            "question": "Which style needs less of the machine?",
            "answers": [
                {
                    "text": "asynchronous, in both",
                    "why": "It did for those that wait. A step that has nothing to wait for is not cheaper for being awaited.",
                    "right": "bytes('sixteen futures') < 0.1 * bytes('sixteen workers') and each('awaits') < 0.8 * each('plain calls')"
                },
                {
                    "text": "synchronous, in both",
                    "why": "A thread that waits keeps all that it has. A future keeps a few bytes.",
                    "right": "bytes('sixteen futures') >= 0.1 * bytes('sixteen workers')"
                },
                {
                    "text": "asynchronous for waiting, synchronous for stepping",
                    "why": "It was otherwise here: see the figures.",
                    "right": "bytes('sixteen futures') < 0.1 * bytes('sixteen workers') and each('awaits') >= 0.8 * each('plain calls')"
                }
            ]
        },
        "measures": [
            { "name": "bytes", "label": "one that waits: the future, or the instance", "unit": "bytes" },
            { "name": "start", "label": "beyond the wait itself", "unit": "ms" },
            { "name": "each", "label": "one step", "unit": "ns" }
        ],
        "findings": [
            {
                "claim": "K47",
                "says": "Synchronous code uses more resources, asynchronous code uses them better",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "bytes('sixteen futures') < 0.01 * bytes('sixteen workers') and each('awaits') >= 2 * each('plain calls')",
                        "finding": "misleading",
                        "why": "It is two questions. One that waits took {bytes('sixteen futures')|bytes} as a future, its timer aside, and {bytes('sixteen workers')|bytes} as a worker's instance of the program, so waiting is cheaper as a task than as a thread. A step took {each('plain calls')|ns} by a call and {each('awaits')|ns} by an await of a future in a box, so stepping is not."
                    },
                    {
                        "when": "bytes('sixteen futures') < 0.01 * bytes('sixteen workers') and each('awaits') < 1.45 * each('plain calls')",
                        "finding": "holds",
                        "why": "One that waits took {bytes('sixteen futures')|bytes} as a future and {bytes('sixteen workers')|bytes} in a worker, and a step {each('plain calls')|ns} by a call and {each('awaits')|ns} by an await."
                    },
                    {
                        "when": "bytes('sixteen futures') > 0.05 * bytes('sixteen workers')",
                        "finding": "false",
                        "why": "One that waits took {bytes('sixteen futures')|bytes} as a future and {bytes('sixteen workers')|bytes} in a worker."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each waits", "unit": "ms", "min": 100, "max": 1000, "step": 100, "default": 300 }
    }
    arms {
        async sixteen_futures "sixteen futures" { "warning": "the page stays yours", "opposite": "sixteen workers" }
        async sixteen_workers "sixteen workers" { "warning": "the page stays yours", "opposite": "sixteen futures" }
        async calls "plain calls" { "warning": "the page stays yours", "bare": true, "opposite": "awaits" }
        async awaits "awaits" { "warning": "the page stays yours", "bare": true, "opposite": "plain calls" }
    }
}
