//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{behind_a_job, free_thread, your_turn};

experiment::declare! {
    about {
        "title": "Tasks, microtasks and frames",
        "lead": "A task is posted on a free thread, and once more before a job that takes {ms|s}. Each time it queues a microtask and asks for a frame. Then drop your own clicks and keys into the same lanes.",
        "run": "one task twice, one freeze of {ms|s}",
        "claims": ["K12"],
        "prediction": {
            "question": "Behind the job the task waits, and then asks for a frame. How long does the frame wait?",
            "answers": [
                {
                    "text": "as long again",
                    "why": "The browser does not put a frame at the end of a queue. It was due all the time, and comes as soon as the thread is free.",
                    "right": "frame('behind a job') > 0.5 * task('behind a job')"
                },
                {
                    "text": "the time of a frame at most, give or take",
                    "why": "It waited longer than that.",
                    "right": "frame('behind a job') <= 0.5 * task('behind a job') and frame('behind a job') >= microtask('behind a job')"
                },
                {
                    "text": "not at all: it comes before the microtask",
                    "why": "A frame has to wait for all microtasks.",
                    "right": "frame('behind a job') < microtask('behind a job')"
                }
            ]
        },
        "measures": [
            { "name": "task", "label": "the task waited", "unit": "ms" },
            { "name": "microtask", "label": "its microtask waited", "unit": "ms" },
            { "name": "frame", "label": "its frame waited", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K12",
                "says": "Synchronous programs keep a queue in which tasks wait for the first one, asynchronous programs do not",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "hold('behind a job') > 0.5 * total('behind a job') and task('behind a job') > 0.6 * hold('behind a job') and task('free thread') < 0.3 * task('behind a job') and microtask('behind a job') < 0.3 * task('behind a job')",
                        "finding": "misleading",
                        "why": "The task began {task('free thread')|ms} after it was posted, and behind a job {task('behind a job')|ms} after. It was asynchronous both times: what it waited in is a queue. Behind the job its microtask then waited {microtask('behind a job')|ms}, and its frame {frame('behind a job')|ms}."
                    },
                    {
                        "when": "task('behind a job') < 0.3 * hold('behind a job')",
                        "finding": "holds",
                        "why": "The task did not wait for the job: it began after {task('behind a job')|ms}."
                    },
                    {
                        "when": "task('free thread') > 0.65 * task('behind a job') or microtask('behind a job') > 0.65 * task('behind a job') or hold('behind a job') < 0.3 * total('behind a job')",
                        "finding": "false",
                        "why": "On a free thread the task waited {task('free thread')|ms}, behind a job {task('behind a job')|ms}; its microtask {microtask('behind a job')|ms}, its frame {frame('behind a job')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the job takes", "unit": "ms", "min": 200, "max": 800, "step": 100, "default": 400 }
    }
    arms {
        async free_thread "free thread" { "warning": "the page stays yours", "opposite": "behind a job" }
        async behind_a_job "behind a job" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "free thread" }
        async your_turn "your turn" { "warning": "click and type; the clicks that compute freeze this page for 0.3 s", "by_hand": true, "opposite": "free thread" }
    }
}
