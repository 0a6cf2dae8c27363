//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{awaited_in_a_worker, awaited_on_the_page, blocking_in_a_worker};

experiment::declare! {
    about {
        "title": "Reading a file",
        "lead": "A large file, made up in the memory of this page, is read five times in a row: awaited on this page, awaited in a worker, and in the worker again by a reader that blocks.",
        "run": "three ways to read",
        "claims": ["K45"],
        "prediction": {
            "question": "In the worker, which reader holds its thread while the file is read?",
            "answers": [
                {
                    "text": "neither: a file is input, and input does not block",
                    "why": "The one that returns with the bytes in hand had to stay until they were there.",
                    "right": "held('blocking in a worker') < 2 * held('awaited in a worker')"
                },
                {
                    "text": "the one that blocks",
                    "why": "The one that blocks was held for less than twice as long as the other.",
                    "right": "held('blocking in a worker') >= 2 * held('awaited in a worker')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "until all was read", "unit": "ms" },
            { "name": "held", "label": "the worker's thread was held for at most", "unit": "ms" },
            { "name": "workers", "label": "workers that read", "unit": "workers" },
            { "name": "bytes", "label": "bytes read", "unit": "bytes" }
        ],
        "equal": ["bytes"],
        "findings": [
            {
                "claim": "K45",
                "says": "Asynchronous code loses no time blocked on networking, timing or files",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "workers('awaited on the page') == 0 and hold('awaited on the page') < 0.6 * held('blocking in a worker') and held('awaited in a worker') < 0.5 * held('blocking in a worker')",
                        "finding": "conditional",
                        "why": "The awaited reads held the page for {hold('awaited on the page')|ms} at most, and a worker for {held('awaited in a worker')|ms}. The reader that blocks held its worker for {held('blocking in a worker')|ms}, which is all five reads. It is the interface that does not block; wrapped into an async function, the other one would block as well."
                    },
                    {
                        "when": "held('blocking in a worker') < 2 * held('awaited in a worker')",
                        "finding": "holds",
                        "why": "The reader that blocks held its thread for less than twice as long as the other one: {held('blocking in a worker')|ms} and {held('awaited in a worker')|ms}."
                    },
                    {
                        "when": "workers('awaited on the page') > 0 or hold('awaited on the page') > 1.3 * held('blocking in a worker')",
                        "finding": "misleading",
                        "why": "The awaited reads held the page for {hold('awaited on the page')|ms}, a worker for {held('awaited in a worker')|ms}; the reader that blocks held its worker for {held('blocking in a worker')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        megabytes { "label": "the file", "unit": "megabytes", "min": 32, "max": 128, "step": 32, "default": 64 }
    }
    arms {
        async awaited_on_the_page "awaited on the page" { "warning": "the page stays yours", "opposite": "blocking in a worker" }
        async awaited_in_a_worker "awaited in a worker" { "warning": "the page stays yours", "opposite": "blocking in a worker" }
        async blocking_in_a_worker "blocking in a worker" { "warning": "the page stays yours", "opposite": "awaited in a worker" }
    }
}
