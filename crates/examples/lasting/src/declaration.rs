//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{direct, in_memory, in_memory_both_ended, stored_both_ended};

experiment::declare! {
    about {
        "title": "While nobody is there",
        "lead": "Forty orders, one each 10 ms. The worker is ended when it has done one and not said so yet, and started again {down|s} later. Orders are handed to it directly; or kept in a queue in memory; or in one whose keeper is ended too, as by a reload; or stored in your browser's database, and the keeper is ended as well.",
        "run": "forty orders, four times",
        "claims": ["K55"],
        "prediction": {
            "question": "Which of the queues loses no order, and does none twice?",
            "answers": [
                {
                    "text": "each of them: that is what a queue is for",
                    "why": "A queue is somewhere. Where it ends, its orders end with it.",
                    "right": "lost('in memory, both ended') < 1 and doubled('stored, both ended') < 1"
                },
                {
                    "text": "the stored one",
                    "why": "It lost none. But one was done twice: the worker had done it, and was ended before it could say so.",
                    "right": "lost('in memory, both ended') >= 1 and lost('stored, both ended') < 1 and doubled('stored, both ended') < 1"
                },
                {
                    "text": "none of them",
                    "why": "It was otherwise here: see the figures.",
                    "right": "lost('in memory, both ended') >= 1 and doubled('stored, both ended') >= 1"
                }
            ]
        },
        "measures": [
            { "name": "lost", "label": "lost", "unit": "orders" },
            { "name": "doubled", "label": "done twice", "unit": "orders" },
            { "name": "depth", "label": "in the queue, at most", "unit": "orders" },
            { "name": "found", "label": "found from an earlier life of this page", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K55",
                "says": "With a queue, requests wait safely while the worker is down, and are served on its return",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "lost('direct') >= 3 and lost('in memory') == 0 and lost('in memory, both ended') >= 1 and lost('stored, both ended') == 0 and doubled('in memory') >= 1 and doubled('stored, both ended') >= 1",
                        "finding": "conditional",
                        "why": "Handed over directly, {lost('direct')|orders} were lost. In memory none was, until the keeper of the queue was ended too: then {lost('in memory, both ended')|} were. Stored, none was lost, with {depth('stored, both ended')|orders} in the queue at most. Done twice: {doubled('stored, both ended')|orders}, because the worker was ended before it could say that it was done."
                    },
                    {
                        "when": "lost('stored, both ended') > 0",
                        "finding": "false",
                        "why": "The stored queue lost {lost('stored, both ended')|orders}."
                    },
                    {
                        "when": "lost('direct') == 0 or lost('in memory') > 0 or lost('in memory, both ended') == 0 or doubled('in memory') == 0 or doubled('stored, both ended') == 0",
                        "finding": "holds",
                        "why": "Lost were {lost('direct')|orders} without a queue, {lost('in memory')|} and {lost('in memory, both ended')|} from memory, and {lost('stored, both ended')|} from the store; done twice were {doubled('in memory')|} from memory and {doubled('stored, both ended')|} from the store."
                    }
                ]
            }
        ]
    }
    params {
        down { "label": "the worker is away for", "unit": "ms", "min": 100, "max": 2000, "step": 100, "default": 200 }
    }
    arms {
        async direct "direct" { "warning": "the page stays yours", "opposite": "in memory" }
        async in_memory "in memory" { "warning": "the page stays yours", "opposite": "direct" }
        async in_memory_both_ended "in memory, both ended" { "warning": "the page stays yours", "opposite": "in memory" }
        async stored_both_ended "stored, both ended" { "warning": "the page stays yours", "opposite": "direct" }
    }
}
