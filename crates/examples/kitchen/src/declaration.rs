//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    Menu, calibrate, roasts_a_cook_who_does_not, roasts_a_cook_who_waits, roasts_three_cooks,
    salads_a_cook_who_does_not, salads_a_cook_who_waits, salads_three_cooks,
};

experiment::declare! {
    about {
        "title": "More cooks, or one who does not stand and wait?",
        "lead": "Three roasts, each {ms|s} in an oven of its own, and three salads, each {ms|s} of chopping. A cook is a worker, a thread that really waits and really computes.",
        "run": "two meals, three kitchens",
        "throughput": true,
        "cores": 2,
        "claims": ["K36"],
        "prediction": {
            "question": "One cook lets the clock ring instead of standing in front of the oven. For which meal is he as good as three cooks?",
            "answers": [
                {
                    "text": "for both",
                    "why": "The salads took him as long as the cook who waits. A clock does not chop.",
                    "right": "served('roasts, one who does not') < 1.4 * served('roasts, three cooks') and served('salads, one who does not') < 1.4 * served('salads, three cooks')"
                },
                {
                    "text": "for the roasts",
                    "why": "He was not: see the figures.",
                    "right": "served('roasts, one who does not') < 1.4 * served('roasts, three cooks') and served('salads, one who does not') >= 1.4 * served('salads, three cooks')"
                },
                {
                    "text": "for neither: three can do more than one",
                    "why": "Three cooks in front of three ovens all stand and wait. One clock does that for him.",
                    "right": "served('roasts, one who does not') >= 1.4 * served('roasts, three cooks')"
                }
            ]
        },
        "measures": [
            { "name": "served", "label": "the meal is on the table after", "unit": "ms" },
            { "name": "roasted", "label": "what was chopped for the roasts", "unit": "" },
            { "name": "chopped", "label": "what was chopped for the salads", "unit": "" }
        ],
        "equal": ["roasted", "chopped"],
        "findings": [
            {
                "claim": "K36",
                "says": "Asynchronous code is like more cooks in the kitchen",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "max(served('roasts, one who does not'), served('roasts, three cooks')) < 0.5 * served('roasts, one who waits') and served('roasts, one who does not') < 1.4 * served('roasts, three cooks') and served('salads, one who does not') >= 0.75 * served('salads, one who waits') and served('salads, one who waits') >= 0.75 * served('salads, one who does not') and served('salads, three cooks') < 0.8 * served('salads, one who waits')",
                        "finding": "misleading",
                        "why": "Roasts: a cook who waits took {served('roasts, one who waits')|ms}, one who does not {served('roasts, one who does not')|ms}, three {served('roasts, three cooks')|ms}. Salads: {served('salads, one who waits')|ms}, {served('salads, one who does not')|ms} and {served('salads, three cooks')|ms}. Asynchronous is one cook who starts the oven and turns to the next dish. More cooks are parallel, and only they chop faster, as far as there are cores."
                    },
                    {
                        "when": "served('salads, one who does not') < 1.2 * served('salads, three cooks')",
                        "finding": "holds",
                        "why": "One cook who does not wait made the salads in {served('salads, one who does not')|ms}, three cooks in {served('salads, three cooks')|ms}."
                    },
                    {
                        "when": "max(served('roasts, one who does not'), served('roasts, three cooks')) > 0.65 * served('roasts, one who waits') or served('salads, one who does not') < 0.5 * served('salads, one who waits') or served('salads, one who waits') < 0.5 * served('salads, one who does not')",
                        "finding": "false",
                        "why": "Roasts: {served('roasts, one who waits')|ms}, {served('roasts, one who does not')|ms} and {served('roasts, three cooks')|ms}. Salads: {served('salads, one who waits')|ms}, {served('salads, one who does not')|ms} and {served('salads, three cooks')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "an oven, or chopping", "unit": "ms", "min": 150, "max": 400, "step": 50, "default": 300 }
    }
    prepare calibrate -> Menu;
    arms {
        async roasts_a_cook_who_waits "roasts, one who waits" { "warning": "the page stays yours", "opposite": "roasts, one who does not" }
        async roasts_a_cook_who_does_not "roasts, one who does not" { "warning": "the page stays yours", "opposite": "roasts, one who waits" }
        async roasts_three_cooks "roasts, three cooks" { "warning": "the page stays yours", "opposite": "salads, one who waits" }
        async salads_a_cook_who_waits "salads, one who waits" { "warning": "the page stays yours", "opposite": "salads, three cooks" }
        async salads_a_cook_who_does_not "salads, one who does not" { "warning": "the page stays yours", "opposite": "salads, three cooks" }
        async salads_three_cooks "salads, three cooks" { "warning": "the page stays yours", "repeats": 3, "opposite": "salads, one who waits" }
    }
}
