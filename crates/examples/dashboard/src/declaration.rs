//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Job, calibrate, tasks, tasks_and_two_workers, tasks_two_compute, workers};

experiment::declare! {
    about {
        "title": "A dashboard of twelve panels",
        "lead": "Twelve figures change for {ms|s}. Each waits for its data for 100 ms and is shown, again and again: by a task on the page for each, or by a worker for each. Then two of them compute for 80 ms as well, as tasks like the others, and each in a worker.",
        "run": "four dashboards, one of which stutters",
        "claims": ["K85"],
        "prediction": {
            "question": "Twelve panels that wait for their data: what do twelve workers gain?",
            "answers": [
                {
                    "text": "more updates in the same time",
                    "why": "A wait takes as long on any thread. There were as many updates with tasks.",
                    "right": "updates('twelve workers') > 1.15 * updates('twelve tasks')"
                },
                {
                    "text": "a dashboard that is there sooner",
                    "why": "Each worker has to be started first, with a module of its own.",
                    "right": "started('twelve workers') < started('twelve tasks')"
                },
                {
                    "text": "nothing, until panels compute",
                    "why": "They did gain something here: see the figures.",
                    "right": "updates('twelve workers') <= 1.15 * updates('twelve tasks') and started('twelve workers') >= started('twelve tasks')"
                }
            ]
        },
        "measures": [
            { "name": "updates", "label": "updates a second", "unit": "updates" },
            { "name": "others", "label": "of them, by panels that do not compute", "unit": "updates" },
            { "name": "started", "label": "all panels there after", "unit": "ms" },
            { "name": "document", "label": "a worker has the page's document", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K85",
                "says": "A dashboard should give each panel its own thread",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "updates('twelve tasks') >= 0.85 * updates('twelve workers') and started('twelve workers') > 1.2 * started('twelve tasks') and document('twelve workers') + document('ten tasks, two workers') == 0 and hold('tasks, two compute') > 1.5 * hold('ten tasks, two workers') and hold('tasks, two compute') > 3 * hold('twelve tasks') and others('ten tasks, two workers') > others('tasks, two compute')",
                        "finding": "misleading",
                        "why": "As tasks the panels made {updates('twelve tasks')|updates} a second and were all there after {started('twelve tasks')|ms}; as workers {updates('twelve workers')|updates}, after {started('twelve workers')|ms}, and no worker has the page's elements. When two computed as tasks, they held the page for {hold('tasks, two compute')|ms}, and the ten others made {others('tasks, two compute')|updates} a second. With a worker for these two alone it was {hold('ten tasks, two workers')|ms}, and {others('ten tasks, two workers')|updates}."
                    },
                    {
                        "when": "updates('twelve workers') > 1.3 * updates('twelve tasks')",
                        "finding": "holds",
                        "why": "As workers the panels made {updates('twelve workers')|updates} a second, and as tasks {updates('twelve tasks')|updates}."
                    },
                    {
                        "when": "document('twelve workers') + document('ten tasks, two workers') > 0 or started('twelve workers') < 0.8 * started('twelve tasks') or hold('twelve tasks') > 0.65 * hold('tasks, two compute') or hold('tasks, two compute') < 0.9 * hold('ten tasks, two workers')",
                        "finding": "false",
                        "why": "As tasks the panels made {updates('twelve tasks')|updates} a second, as workers {updates('twelve workers')|updates}. When two computed, the page was held for {hold('tasks, two compute')|ms} and {hold('ten tasks, two workers')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each dashboard goes on for", "unit": "ms", "min": 1000, "max": 2000, "step": 200, "default": 1200 }
    }
    prepare calibrate -> Job;
    arms {
        async tasks "twelve tasks" { "warning": "the page stays yours", "opposite": "tasks, two compute" }
        async workers "twelve workers" { "warning": "the page stays yours", "opposite": "twelve tasks" }
        async tasks_two_compute "tasks, two compute" { "warning": "stutters", "opposite": "twelve tasks" }
        async tasks_and_two_workers "ten tasks, two workers" { "warning": "the page stays yours", "opposite": "tasks, two compute" }
    }
}
