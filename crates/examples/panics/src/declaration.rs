//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{heard, nobody_falls, one_falls, unheard};

experiment::declare! {
    about {
        "title": "What falls with it?",
        "lead": "A worker panics while this page awaits it; a worker panics and nobody awaits it. Then three futures share one instance of a program, in a worker: once nothing happens, and once one of them panics while it holds what they share.",
        "run": "four ways",
        "claims": ["K57"],
        "prediction": {
            "question": "One of three futures of an instance panics, with the shared ledger borrowed. Which of these still works there?",
            "answers": [
                {
                    "text": "nothing: the instance is dead",
                    "why": "The code and the memory are still there, and a function that needs nothing of what has fallen answers.",
                    "right": "plain('one of them panics') < 1"
                },
                {
                    "text": "everything but the future that fell",
                    "why": "It fell with the ledger in its hands, and nobody gave it back.",
                    "right": "plain('one of them panics') >= 1 and ledger('one of them panics') >= 1"
                },
                {
                    "text": "functions that do not touch the ledger",
                    "why": "It was otherwise here: see the figures.",
                    "right": "plain('one of them panics') >= 1 and ledger('one of them panics') < 1"
                }
            ]
        },
        "measures": [
            { "name": "told", "label": "whoever awaited it heard of it", "unit": "yes or no" },
            { "name": "others", "label": "another worker answers", "unit": "yes or no" },
            { "name": "plain", "label": "a function beside it answers", "unit": "yes or no" },
            { "name": "ledger", "label": "the ledger can be read", "unit": "yes or no" },
            { "name": "goes_on", "label": "the other future goes on", "unit": "yes or no" },
            { "name": "fresh", "label": "a new future runs", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K57",
                "says": "A failure in another thread can be handled without the rest going down",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "told('a worker, awaited') >= 1 and told('a worker, unheard') == 0 and others('a worker, awaited') + others('a worker, unheard') >= 2 and others('one of them panics') >= 1 and plain('one of them panics') >= 1 and ledger('one of them panics') == 0 and ledger('none of them panics') >= 1 and goes_on('none of them panics') >= 1",
                        "finding": "conditional",
                        "why": "A worker that panicked took nobody with it, and whoever awaited it was told; nobody else was. Within one instance it is otherwise: a function that needs nothing still answered, the ledger that the fallen future held could not be read any more."
                    },
                    {
                        "when": "min(others('a worker, awaited'), others('a worker, unheard')) == 0",
                        "finding": "false",
                        "why": "When one worker had panicked, another one did not answer."
                    },
                    {
                        "when": "told('a worker, awaited') == 0 or told('a worker, unheard') > 0 or others('one of them panics') == 0 or ledger('one of them panics') > 0 or ledger('none of them panics') == 0 or goes_on('none of them panics') == 0 or plain('one of them panics') == 0",
                        "finding": "holds",
                        "why": "What was beside a panic went on, whether it was in the same instance or in another."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "looked after", "unit": "ms", "min": 60, "max": 300, "step": 20, "default": 100 }
    }
    arms {
        async heard "a worker, awaited" { "warning": "the page stays yours", "opposite": "a worker, unheard" }
        async unheard "a worker, unheard" { "warning": "the page stays yours", "opposite": "a worker, awaited" }
        async nobody_falls "none of them panics" { "warning": "the page stays yours", "opposite": "one of them panics" }
        async one_falls "one of them panics" { "warning": "the page stays yours", "opposite": "none of them panics" }
    }
}
