//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    Service, calibrate, four_workers_async, four_workers_blocking, one_thread_async,
    one_thread_blocking, one_worker_blocking, two_workers_blocking,
};

experiment::declare! {
    about {
        "title": "Four customers, one thread or several",
        "lead": "Each customer has to be waited for, {ms|s}, and then computed for, some 0.05 s. One thread or four, blocking or awaiting: these are four combinations. Blocking code on one worker and on two comes on top.",
        "run": "six ways, one freeze",
        "throughput": true,
        "cores": 2,
        "claims": ["K30", "K32"],
        "prediction": {
            "question": "Four workers serve a customer each. With several threads nothing is blocked, two of the articles would say. What becomes of the workers' own threads?",
            "answers": [
                {
                    "text": "they are never held for long, there are four of them",
                    "why": "A worker that blocks is held for as long as its wait. That nobody notices is another matter.",
                    "right": "held('four workers, blocking') < 1.5 * held('four workers, async')"
                },
                {
                    "text": "they are held if their code blocks, as one thread is",
                    "why": "The blocking workers were not held much longer than the others.",
                    "right": "held('four workers, blocking') >= 1.5 * held('four workers, async')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "from the first order to the last plate", "unit": "ms" },
            { "name": "held", "label": "a worker's thread was held for at most", "unit": "ms" },
            { "name": "overlap", "label": "two computed at the same moment, at the longest", "unit": "ms" },
            { "name": "agents", "label": "instances that computed", "unit": "instances" },
            { "name": "plates", "label": "what was computed", "unit": "" }
        ],
        "equal": ["plates"],
        "findings": [
            {
                "claim": "K30",
                "says": "Synchronous processing means one thread",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "agents('one worker, blocking') == 1 and agents('two workers, blocking') == 2 and agents('four workers, blocking') == 4 and took('two workers, blocking') < 0.75 * took('one worker, blocking') and took('four workers, blocking') < 0.55 * took('one worker, blocking')",
                        "finding": "misleading",
                        "why": "The same blocking code, without one await, ran in one worker, in two and in four. It took {took('one worker, blocking')|ms}, {took('two workers, blocking')|ms} and {took('four workers, blocking')|ms}. Synchronous says how a call behaves toward its caller, and nothing about how many callers there are."
                    },
                    {
                        "when": "agents('four workers, blocking') < 1.45",
                        "finding": "holds",
                        "why": "Four workers were asked, and one instance of the program did everything."
                    },
                    {
                        "when": "agents('two workers, blocking') < 1.45 or agents('four workers, blocking') < 2 or agents('one worker, blocking') > 1.5",
                        "finding": "false",
                        "why": "Blocking code took {took('one worker, blocking')|ms} in one worker, {took('two workers, blocking')|ms} in two and {took('four workers, blocking')|ms} in four."
                    }
                ]
            },
            {
                "claim": "K32",
                "says": "The main difference lies in the threads: one and blocking, or several and not blocking",
                "expected": "false",
                "cases": [
                    {
                        "when": "hold('one thread, blocking') >= 2.5 * hold('one thread, async') and held('four workers, blocking') >= 1.5 * held('four workers, async') and overlap('one thread, async') == 0 and min(overlap('four workers, blocking'), overlap('four workers, async')) > 10",
                        "finding": "false",
                        "why": "All four combinations exist. One thread was held for {hold('one thread, blocking')|ms} when it blocked and for {hold('one thread, async')|ms} when it awaited; a worker for {held('four workers, blocking')|ms} and for {held('four workers, async')|ms}. Whether two computed at once did follow the threads: not on one, and for {overlap('four workers, blocking')|ms} and {overlap('four workers, async')|ms} on four. These are two questions."
                    },
                    {
                        "when": "hold('one thread, async') >= 0.8 * hold('one thread, blocking')",
                        "finding": "holds",
                        "why": "One thread was held for {hold('one thread, blocking')|ms} when it blocked and for {hold('one thread, async')|ms} when it awaited."
                    },
                    {
                        "when": "hold('one thread, blocking') < 1.45 * hold('one thread, async') or held('four workers, blocking') < 1.45 * held('four workers, async') or overlap('one thread, async') > 10",
                        "finding": "misleading",
                        "why": "One thread was held for {hold('one thread, blocking')|ms} when it blocked and for {hold('one thread, async')|ms} when it awaited; a worker for {held('four workers, blocking')|ms} and for {held('four workers, async')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each wait", "unit": "ms", "min": 200, "max": 400, "step": 50, "default": 300 }
    }
    prepare calibrate -> Service;
    arms {
        sync one_thread_blocking "one thread, blocking" { "warning": "freezes this page for more than four times {ms|s}", "freezes": true, "opposite": "one thread, async" }
        async one_thread_async "one thread, async" { "warning": "the page stays yours but for the computing", "opposite": "one thread, blocking" }
        async four_workers_blocking "four workers, blocking" { "warning": "the page stays yours", "opposite": "one worker, blocking" }
        async four_workers_async "four workers, async" { "warning": "the page stays yours", "opposite": "four workers, blocking" }
        async one_worker_blocking "one worker, blocking" { "warning": "the page stays yours", "opposite": "four workers, blocking" }
        async two_workers_blocking "two workers, blocking" { "warning": "the page stays yours", "opposite": "one worker, blocking" }
    }
}
