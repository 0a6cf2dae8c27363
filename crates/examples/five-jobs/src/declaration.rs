//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{five_calls, five_microtasks, five_tasks, five_waits};

experiment::declare! {
    about {
        "title": "Five jobs at the same moment",
        "lead": "Five jobs are posted together. Each keeps the thread busy for {ms|s}, except in the last way, where each only waits so long. Press Click me while they run: your click is one more job.",
        "run": "five jobs, four ways, two freezes",
        "claims": ["K12"],
        "prediction": {
            "question": "The jobs are posted as five asynchronous tasks. When does the fifth begin?",
            "answers": [
                {
                    "text": "at once, with the others",
                    "why": "There is one thread. While a job has it, the next one stands in the queue.",
                    "right": "queued('five tasks') < 0.3 * queued('five calls')"
                },
                {
                    "text": "when the four before it are done",
                    "why": "It began earlier than that.",
                    "right": "queued('five tasks') >= 0.8 * queued('five calls')"
                },
                {
                    "text": "half-way: they take turns",
                    "why": "Nobody takes a turn away from a job. It has the thread until it gives it back.",
                    "right": "queued('five tasks') >= 0.3 * queued('five calls') and queued('five tasks') < 0.8 * queued('five calls')"
                }
            ]
        },
        "measures": [
            { "name": "queued", "label": "how long the fifth job waited to begin", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K12",
                "says": "Synchronous programs keep a queue in which tasks wait for the first one, asynchronous programs do not",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "queued('five calls') > 0.6 * total('five calls') and queued('five tasks') >= 0.8 * queued('five calls') and queued('five microtasks') >= 0.8 * queued('five calls') and queued('five waits') < 0.3 * queued('five calls') and min(hold('five tasks'), frame_gap('five tasks')) < 0.5 * min(hold('five microtasks'), frame_gap('five microtasks'))",
                        "finding": "misleading",
                        "why": "The fifth job waited {queued('five calls')|ms} in plain calls, {queued('five tasks')|ms} as a task and {queued('five microtasks')|ms} as a microtask. Only the fifth wait did not queue: it began after {queued('five waits')|ms}. Tasks at least let the page draw or call a timer in between, after {min(hold('five tasks'), frame_gap('five tasks'))|ms} at most; with microtasks it had to wait for {min(hold('five microtasks'), frame_gap('five microtasks'))|ms}."
                    },
                    {
                        "when": "queued('five tasks') < 0.3 * queued('five calls')",
                        "finding": "holds",
                        "why": "The fifth job waited {queued('five calls')|ms} in plain calls and {queued('five tasks')|ms} as a task."
                    },
                    {
                        "when": "queued('five waits') > 0.65 * queued('five calls') or queued('five microtasks') < 0.5 * queued('five calls') or queued('five tasks') < 0.5 * queued('five calls') or queued('five calls') < 0.4 * total('five calls') or min(hold('five tasks'), frame_gap('five tasks')) > 0.65 * min(hold('five microtasks'), frame_gap('five microtasks'))",
                        "finding": "false",
                        "why": "The fifth job waited {queued('five calls')|ms} in plain calls, {queued('five tasks')|ms} as a task, {queued('five microtasks')|ms} as a microtask; the fifth wait began after {queued('five waits')|ms}. The page drew or called a timer after {min(hold('five tasks'), frame_gap('five tasks'))|ms} with tasks, and after {min(hold('five microtasks'), frame_gap('five microtasks'))|ms} with microtasks."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each job takes", "unit": "ms", "min": 60, "max": 250, "step": 10, "default": 150 }
    }
    arms {
        sync five_calls "five calls" { "warning": "freezes this page", "freezes": true, "opposite": "five waits" }
        async five_tasks "five tasks" { "warning": "the page hears you between the jobs", "opposite": "five waits" }
        async five_microtasks "five microtasks" { "warning": "freezes this page", "freezes": true, "opposite": "five tasks" }
        async five_waits "five waits" { "warning": "the page stays yours", "opposite": "five tasks" }
    }
}
