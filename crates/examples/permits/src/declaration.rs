//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_mutex, one_permit, ten_permits, three_permits};

experiment::declare! {
    about {
        "title": "How many may come in?",
        "lead": "Fifty tasks want through a door, and each stays inside for {ms|s}. At the door is a mutex, or a semaphore with one permit, with three, with ten.",
        "run": "fifty tasks, four doors",
        "claims": ["K67"],
        "prediction": {
            "question": "How many tasks are inside at once, at the most, with a semaphore of three permits?",
            "answers": [
                {
                    "text": "one: it lets one in at a time, like a mutex",
                    "why": "A mutex has one key. A semaphore has as many permits as it was given.",
                    "right": "most('three permits') < 2"
                },
                {
                    "text": "three",
                    "why": "It was otherwise here: see the figures.",
                    "right": "most('three permits') >= 3 and most('three permits') < 4"
                },
                {
                    "text": "all fifty, three of which may write",
                    "why": "Whoever has no permit waits in front of the door.",
                    "right": "most('three permits') >= 4"
                }
            ]
        },
        "measures": [
            { "name": "most", "label": "inside at once, at the most", "unit": "tasks" },
            { "name": "overtaken", "label": "overtaken by one that came later", "unit": "tasks" },
            { "name": "took", "label": "until all were through", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K67",
                "says": "A semaphore, like a mutex, admits a single user of a resource",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "most('a mutex') < 2 and most('one permit') < 2 and most('three permits') >= 3 and most('three permits') < 4 and most('ten permits') >= 10 and most('ten permits') < 11",
                        "finding": "conditional",
                        "why": "With one permit there was {most('one permit')|task} inside at once, as with a mutex. With three there were {most('three permits')|}, with ten {most('ten permits')|}; all were through in {took('one permit')|ms}, {took('three permits')|ms} and {took('ten permits')|ms}."
                    },
                    {
                        "when": "max(most('three permits'), most('ten permits')) < 1.5",
                        "finding": "holds",
                        "why": "With three permits {most('three permits')|} was inside at once, with ten {most('ten permits')|}."
                    },
                    {
                        "when": "most('a mutex') > 1.5 or most('one permit') > 1.5 or most('three permits') < 2 or most('three permits') > 4.5 or most('ten permits') < 6 or most('ten permits') > 15",
                        "finding": "false",
                        "why": "Inside at once were {most('a mutex')|} with a mutex, {most('one permit')|} with one permit, {most('three permits')|} with three, {most('ten permits')|} with ten."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each stays for", "unit": "ms", "min": 5, "max": 20, "step": 5, "default": 10 }
    }
    arms {
        async a_mutex "a mutex" { "warning": "the page stays yours", "opposite": "ten permits" }
        async one_permit "one permit" { "warning": "the page stays yours", "opposite": "ten permits" }
        async three_permits "three permits" { "warning": "the page stays yours", "opposite": "one permit" }
        async ten_permits "ten permits" { "warning": "the page stays yours", "opposite": "one permit" }
    }
}
