//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    eight_awaits, eight_callbacks, four_awaits, four_callbacks, two_awaits, two_callbacks,
};

experiment::declare! {
    about {
        "title": "Two, four, eight steps",
        "lead": "Each step needs the answer of the step before it. The same steps are written as nested callbacks and with await, and both are run: once to their end, once into a failure of the second step. The depth is counted in the source that you see.",
        "run": "two, four and eight steps, twice each",
        "claims": ["K18"],
        "prediction": {
            "question": "Two steps become eight. How much deeper do the braces of the awaits go?",
            "answers": [
                {
                    "text": "six levels deeper",
                    "why": "An await stands on a line of its own, and the next step on the line below it.",
                    "right": "depth('eight awaits') - depth('two awaits') >= 6"
                },
                {
                    "text": "a little deeper",
                    "why": "Not even a little: see the figures.",
                    "right": "depth('eight awaits') > depth('two awaits') and depth('eight awaits') - depth('two awaits') < 6"
                },
                {
                    "text": "no deeper",
                    "why": "They went deeper: see the figures.",
                    "right": "depth('eight awaits') == depth('two awaits')"
                }
            ]
        },
        "measures": [
            { "name": "steps", "label": "steps done", "unit": "steps" },
            { "name": "told", "label": "the failure reached the caller", "unit": "yes or no" },
            { "name": "depth", "label": "braces open at the deepest place", "unit": "levels" },
            { "name": "handlers", "label": "places that look after a failure", "unit": "places" }
        ],
        "equal": ["told"],
        "findings": [
            {
                "claim": "K18",
                "says": "Callbacks can nest into chains that are hard to follow",
                "expected": "holds",
                "cases": [
                    {
                        "when": "depth('eight callbacks') - depth('four callbacks') >= 4 and depth('four callbacks') - depth('two callbacks') >= 2 and depth('eight awaits') == depth('two awaits') and depth('four awaits') == depth('two awaits') and steps('eight callbacks') == steps('eight awaits')",
                        "finding": "holds",
                        "why": "As callbacks, two steps go {depth('two callbacks')|levels} deep and look after failures in {handlers('two callbacks')|places}, eight go {depth('eight callbacks')|levels} deep and do so in {handlers('eight callbacks')|places}. With await both stay at {depth('eight awaits')|levels}, and a question mark hands the failure on. All came to the same answers."
                    },
                    {
                        "when": "depth('eight callbacks') == depth('two callbacks')",
                        "finding": "false",
                        "why": "Eight callbacks go no deeper than two: {depth('eight callbacks')|levels}."
                    },
                    {
                        "when": "depth('eight callbacks') - depth('two callbacks') < 2.5 or depth('four callbacks') - depth('two callbacks') < 1 or max(depth('eight awaits'), depth('four awaits')) > 2 * depth('two awaits') or steps('eight callbacks') > 1.45 * steps('eight awaits') or steps('eight awaits') > 1.45 * steps('eight callbacks')",
                        "finding": "misleading",
                        "why": "As callbacks, two, four and eight steps go {depth('two callbacks')|levels}, {depth('four callbacks')|levels} and {depth('eight callbacks')|levels} deep; with await {depth('two awaits')|levels}, {depth('four awaits')|levels} and {depth('eight awaits')|levels}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each step takes", "unit": "ms", "min": 5, "max": 100, "step": 5, "default": 30 }
    }
    arms {
        async two_callbacks "two callbacks" { "warning": "the page stays yours", "opposite": "eight callbacks" }
        async four_callbacks "four callbacks" { "warning": "the page stays yours", "opposite": "two callbacks" }
        async eight_callbacks "eight callbacks" { "warning": "the page stays yours", "opposite": "two callbacks" }
        async two_awaits "two awaits" { "warning": "the page stays yours", "opposite": "two callbacks" }
        async four_awaits "four awaits" { "warning": "the page stays yours", "opposite": "two callbacks" }
        async eight_awaits "eight awaits" { "warning": "the page stays yours", "opposite": "two callbacks" }
    }
}
