//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{eight_cooks, one_cook, three_cooks, two_cooks};

experiment::declare! {
    about {
        "title": "How many cooks for one dinner?",
        "lead": "Nine steps. Peel, chop and boil need each other in this order, and so do washing and steaming the rice, and kneading and baking. Laying the table needs nothing, and serving needs everything. A step is a wait of one to six times {unit|s}, which stands for the work of two hands: a cook, here a worker, does one step at a time.",
        "run": "one, two, three and eight cooks",
        "claims": ["K37"],
        "prediction": {
            "question": "All steps together are 30 units. Peeling (3), chopping (3), boiling (5) and serving (1) need each other. How long do eight cooks take?",
            "answers": [
                {
                    "text": "about 4 units: an eighth of the work each",
                    "why": "Most of them stood around: nothing can be boiled before it is chopped.",
                    "right": "served('eight cooks') < 0.9 * chain('eight cooks')"
                },
                {
                    "text": "about 12 units: the longest chain",
                    "why": "It took longer than the longest chain: see the figures.",
                    "right": "served('eight cooks') >= 0.9 * chain('eight cooks') and served('eight cooks') < 1.4 * chain('eight cooks')"
                },
                {
                    "text": "30 units: one thing after another",
                    "why": "Only one cook alone takes that long.",
                    "right": "served('eight cooks') >= 1.4 * chain('eight cooks')"
                }
            ]
        },
        "measures": [
            { "name": "served", "label": "dinner is on the table after", "unit": "ms" },
            { "name": "shared", "label": "all steps, shared out evenly", "unit": "ms" },
            { "name": "chain", "label": "the longest chain of steps", "unit": "ms" },
            { "name": "too_early", "label": "steps begun before what they need", "unit": "steps" }
        ],
        "findings": [
            {
                "claim": "K37",
                "says": "Independent steps can be shared out to save time, while the final assembly must come last",
                "expected": "holds",
                "cases": [
                    {
                        "when": "max(too_early('one cook'), too_early('two cooks'), too_early('three cooks'), too_early('eight cooks')) > 0",
                        "finding": "false",
                        "why": "Steps were begun before what they need was done."
                    },
                    {
                        "when": "served('one cook') >= 0.95 * shared('one cook') and served('two cooks') >= 0.95 * shared('two cooks') and min(served('three cooks'), served('eight cooks')) >= 0.95 * chain('eight cooks') and served('one cook') >= 1.4 * served('two cooks') and served('two cooks') >= 1.1 * served('eight cooks') and max(served('three cooks'), served('eight cooks')) < 1.4 * min(served('three cooks'), served('eight cooks')) and served('eight cooks') < 1.4 * chain('eight cooks')",
                        "finding": "holds",
                        "why": "No step began before what it needs. One cook took {served('one cook')|ms}, two {served('two cooks')|ms}, three {served('three cooks')|ms} and eight {served('eight cooks')|ms}. No kitchen is faster than its work shared out evenly, nor than its longest chain of steps, {chain('eight cooks')|ms}: from there on cooks stand around."
                    },
                    {
                        "when": "served('one cook') < 0.6 * shared('one cook') or served('two cooks') < 0.6 * shared('two cooks') or min(served('three cooks'), served('eight cooks')) < 0.6 * chain('eight cooks') or served('one cook') < 1.45 * served('eight cooks') or served('eight cooks') > 2.2 * chain('eight cooks') or max(served('three cooks'), served('eight cooks')) > 2.2 * min(served('three cooks'), served('eight cooks'))",
                        "finding": "misleading",
                        "why": "One cook took {served('one cook')|ms}, two {served('two cooks')|ms}, three {served('three cooks')|ms} and eight {served('eight cooks')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        unit { "label": "a unit", "unit": "ms", "min": 30, "max": 80, "step": 10, "default": 50 }
    }
    arms {
        async one_cook "one cook" { "warning": "the page stays yours", "opposite": "eight cooks" }
        async two_cooks "two cooks" { "warning": "the page stays yours", "opposite": "one cook" }
        async three_cooks "three cooks" { "warning": "the page stays yours", "opposite": "one cook" }
        async eight_cooks "eight cooks" { "warning": "the page stays yours", "opposite": "one cook" }
    }
}
