//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

use crate::{tasks, tasks_two_compute, workers, workers_two_compute};

experiment::declare! {
    about {
        "title": "A dashboard of twelve panels",
        "lead": "Twelve figures change for {ms|s}. Each waits for its data for 100 ms and is shown, again and again: by a task on the page for each, or by a worker for each. Then two of them compute for 80 ms as well.",
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
            { "name": "started", "label": "all panels there after", "unit": "ms" },
            { "name": "document", "label": "a worker has a page", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K85",
                "says": "A dashboard should give each panel its own thread",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "updates('twelve tasks') >= 0.85 * updates('twelve workers') and started('twelve workers') > 1.2 * started('twelve tasks') and document('twelve workers') + document('workers, two compute') == 0 and hold('tasks, two compute') > 1.5 * hold('workers, two compute') and hold('tasks, two compute') > 3 * hold('twelve tasks')",
                        "finding": "misleading",
                        "why": "As tasks the panels made {updates('twelve tasks')|updates} a second and were all there after {started('twelve tasks')|ms}; as workers {updates('twelve workers')|updates}, after {started('twelve workers')|ms}, and no worker can write into the page. When two computed, the tasks held the page for {hold('tasks, two compute')|ms} and the workers for {hold('workers, two compute')|ms}: a thread is for those two."
                    },
                    {
                        "when": "updates('twelve workers') > 1.3 * updates('twelve tasks')",
                        "finding": "holds",
                        "why": "As workers the panels made {updates('twelve workers')|updates} a second, and as tasks {updates('twelve tasks')|updates}."
                    },
                    {
                        "finding": "false",
                        "why": "As tasks the panels made {updates('twelve tasks')|updates} a second, as workers {updates('twelve workers')|updates}. When two computed, the page was held for {hold('tasks, two compute')|ms} and {hold('workers, two compute')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each dashboard goes on for", "unit": "ms", "min": 1000, "max": 2000, "step": 200, "default": 1200 }
    }
    arms {
        async tasks "twelve tasks" { "warning": "the page stays yours", "opposite": "tasks, two compute" }
        async workers "twelve workers" { "warning": "the page stays yours", "opposite": "twelve tasks" }
        async tasks_two_compute "tasks, two compute" { "warning": "stutters", "opposite": "twelve tasks" }
        async workers_two_compute "workers, two compute" { "warning": "the page stays yours", "opposite": "tasks, two compute" }
    }
}
