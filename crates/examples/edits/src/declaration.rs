//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_step, a_step_awaited, a_step_together, the_price_awaits};

experiment::declare! {
    about {
        "title": "Which change spreads?",
        "lead": "A program that adds up what a basket costs is changed in four ways. A step is added: in plain calls; with awaits; with awaits, beside what is there. And the price, which lies four calls deep, has to be awaited. All versions are compiled and give the right sum, before it is counted which lines of their source differ.",
        "run": "four changes",
        "claims": ["K72"],
        "prediction": {
            "question": "Which of these changes touches the most lines?",
            "answers": [
                {
                    "text": "adding a step to the plain calls",
                    "why": "A step is a line, whether the program is asynchronous or not.",
                    "right": "lines('a step, plain') >= max(lines('a step, together'), lines('the price is awaited'))"
                },
                {
                    "text": "doing two steps together",
                    "why": "It is a join in one place. Who calls that place does not notice.",
                    "right": "lines('a step, together') > max(lines('a step, plain'), lines('the price is awaited'))"
                },
                {
                    "text": "awaiting the price",
                    "why": "It was otherwise here: see the figures.",
                    "right": "lines('the price is awaited') > max(lines('a step, plain'), lines('a step, together'))"
                }
            ]
        },
        "measures": [
            { "name": "lines", "label": "lines new or changed", "unit": "lines" },
            { "name": "signatures", "label": "functions declared in another way", "unit": "functions" }
        ],
        "findings": [
            {
                "claim": "K72",
                "says": "Adding tasks to synchronous code calls for major changes",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "lines('a step, plain') < 2 and lines('a step, awaited') < 2 and lines('a step, together') >= 2 and lines('a step, together') < 5 and signatures('a step, plain') + signatures('a step, awaited') + signatures('a step, together') == 0 and signatures('the price is awaited') >= 4 and lines('the price is awaited') >= 8",
                        "finding": "misleading",
                        "why": "One more step took {lines('a step, plain')|line} in the plain version and {lines('a step, awaited')|line} in the other; done together with what was there, {lines('a step, together')|lines}. What spread was the first await: {lines('the price is awaited')|lines}, and {signatures('the price is awaited')|functions} declared in another way, which are all from the price up to the receipt. If that is what is added, the claim is right."
                    },
                    {
                        "when": "lines('a step, plain') >= 5",
                        "finding": "holds",
                        "why": "One more step in the plain version took {lines('a step, plain')|lines}."
                    },
                    {
                        "when": "lines('a step, plain') > 3 or lines('a step, awaited') > 3 or lines('a step, together') < 1.45 or signatures('a step, plain') + signatures('a step, awaited') + signatures('a step, together') > 1.5 or signatures('the price is awaited') < 2 or lines('the price is awaited') < 4",
                        "finding": "conditional",
                        "why": "One more step took {lines('a step, plain')|lines} in the plain version, {lines('a step, awaited')|} with awaits, {lines('a step, together')|} together; awaiting the price took {lines('the price is awaited')|}, and {signatures('the price is awaited')|functions} declared in another way."
                    }
                ]
            }
        ]
    }
    params {
        items { "label": "items in the basket", "unit": "items", "min": 1, "max": 20, "step": 1, "default": 5 }
    }
    arms {
        sync a_step "a step, plain" { "warning": "the page stays yours", "opposite": "the price is awaited" }
        async a_step_awaited "a step, awaited" { "warning": "the page stays yours", "opposite": "the price is awaited" }
        async a_step_together "a step, together" { "warning": "the page stays yours", "opposite": "the price is awaited" }
        async the_price_awaits "the price is awaited" { "warning": "the page stays yours", "opposite": "a step, plain" }
    }
}
