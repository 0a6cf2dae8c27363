//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{as_tasks, by_a_worker, directly};

experiment::declare! {
    about {
        "title": "Small things, wanted now",
        "lead": "The entries of a form are checked and their prices worked out: by direct calls, by a task for each that is awaited, and by a message to a worker for each.",
        "run": "three ways, the page stays yours",
        "claims": ["K87"],
        "prediction": {
            "question": "How much longer does it take if each of them is a task that is awaited?",
            "answers": [
                {
                    "text": "hardly longer: a task is cheap",
                    "why": "A task is cheap beside a wait. Beside a check of a few letters it is not.",
                    "right": "each('tasks') < 1.5 * each('direct calls')"
                },
                {
                    "text": "clearly longer, and by a worker far longer",
                    "why": "It was otherwise here: see the figures.",
                    "right": "each('tasks') >= 1.5 * each('direct calls') and each('a worker') > 5 * each('tasks')"
                },
                {
                    "text": "as long as by a worker",
                    "why": "A message to another thread and back costs far more than a task on this one.",
                    "right": "each('tasks') >= 1.5 * each('direct calls') and each('a worker') <= 5 * each('tasks')"
                }
            ]
        },
        "measures": [
            { "name": "each", "label": "for each", "unit": "µs" },
            { "name": "all", "label": "for all of them, at this price", "unit": "ms" },
            { "name": "good", "label": "filled in well", "unit": "%" },
            { "name": "sum", "label": "price on average", "unit": "cents" }
        ],
        "bars": { "measure": "each", "says": "The time for each" },
        "findings": [
            {
                "claim": "K87",
                "says": "Synchronous code suits small, local and quick work: validation, calculations, values that are needed now",
                "expected": "holds",
                "cases": [
                    {
                        "when": "each('direct calls') < 0.7 * each('tasks') and each('tasks') < 0.5 * each('a worker') and all('direct calls') < 16 and good('direct calls') == good('tasks')",
                        "finding": "holds",
                        "why": "A direct call took {each('direct calls')|µs}, a task {each('tasks')|µs} and a question to a worker {each('a worker')|µs}. All direct calls together took {all('direct calls')|ms}, which has room in a frame."
                    },
                    {
                        "when": "each('direct calls') >= min(each('tasks'), each('a worker'))",
                        "finding": "false",
                        "why": "A direct call took {each('direct calls')|µs}, a task {each('tasks')|µs} and a question to a worker {each('a worker')|µs}."
                    },
                    {
                        "when": "each('tasks') > 1.3 * each('a worker')",
                        "finding": "conditional",
                        "why": "A direct call took {each('direct calls')|µs}, a task {each('tasks')|µs} and a question to a worker {each('a worker')|µs}; all direct calls {all('direct calls')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        things { "label": "entries", "unit": "", "min": 200, "max": 2000, "step": 100, "default": 1000 }
    }
    arms {
        async directly "direct calls" { "warning": "the page stays yours", "repeats": 5, "opposite": "a worker" }
        async as_tasks "tasks" { "warning": "the page stays yours", "repeats": 5, "opposite": "direct calls" }
        async by_a_worker "a worker" { "warning": "the page stays yours", "repeats": 3, "opposite": "direct calls" }
    }
}
