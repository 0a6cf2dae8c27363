//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{plain_code, with_await, with_callbacks, with_promises};

experiment::declare! {
    about {
        "title": "One flow, four notations",
        "lead": "A loop over six items, a branch that leaves two of them out, a price that takes {ms|s} each time, and a failure that ends it all. Each notation is run twice, once into the failure, and its text is compared with the plain one.",
        "run": "four notations, one short freeze",
        "claims": ["K23"],
        "prediction": {
            "question": "How many lines of the plain code have to change before it awaits?",
            "answers": [
                {
                    "text": "nearly all",
                    "why": "That is so with callbacks, where the loop has to go. With await the loop, the branch and the failure stay as they are.",
                    "right": "changed('await') > 0.6 * lines('plain')"
                },
                {
                    "text": "about half",
                    "why": "Only the lines that say 'async' and 'await' change.",
                    "right": "changed('await') > 0.3 * lines('plain') and changed('await') <= 0.6 * lines('plain')"
                },
                {
                    "text": "two or three",
                    "why": "It took more: see the figures.",
                    "right": "changed('await') <= 3"
                }
            ]
        },
        "measures": [
            { "name": "total_price", "label": "what it comes to", "unit": "" },
            { "name": "told", "label": "the failure reached the caller", "unit": "yes or no" },
            { "name": "lines", "label": "lines of code", "unit": "lines" },
            { "name": "changed", "label": "lines that are not in the plain code", "unit": "lines" }
        ],
        "equal": ["total_price", "told"],
        "findings": [
            {
                "claim": "K23",
                "says": "Promises or async and await bring asynchronous code close to the look of synchronous code, and it still does not block",
                "expected": "holds",
                "cases": [
                    {
                        "when": "changed('await') < 0.5 * min(changed('callbacks'), changed('promises')) and max(hold('await'), hold('callbacks'), hold('promises')) < 0.3 * hold('plain') and hold('plain') > 0.5 * total('plain')",
                        "finding": "holds",
                        "why": "Of {lines('plain')|lines} of plain code, {changed('await')|lines} changed for await. With callbacks {changed('callbacks')|lines} are new, with promises {changed('promises')|lines}, in another language. All four came to the same, and the failure arrived each time. The plain code held this page for {hold('plain')|ms}, the one that awaits for {hold('await')|ms}."
                    },
                    {
                        "when": "changed('await') > 0.65 * min(changed('callbacks'), changed('promises'))",
                        "finding": "false",
                        "why": "For await {changed('await')|lines} changed, with callbacks {changed('callbacks')|lines}, with promises {changed('promises')|lines}."
                    },
                    {
                        "when": "max(hold('await'), hold('callbacks'), hold('promises')) > 0.65 * hold('plain') or hold('plain') < 0.3 * total('plain')",
                        "finding": "misleading",
                        "why": "For await {changed('await')|lines} changed, and the page was held for {hold('await')|ms}; plain code held it for {hold('plain')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each price takes", "unit": "ms", "min": 40, "max": 150, "step": 10, "default": 60 }
    }
    arms {
        async plain_code "plain" { "warning": "freezes this page for a moment", "freezes": true, "opposite": "await" }
        async with_callbacks "callbacks" { "warning": "the page stays yours", "opposite": "await" }
        async with_promises "promises" { "warning": "the page stays yours", "opposite": "await" }
        async with_await "await" { "warning": "the page stays yours", "opposite": "callbacks" }
    }
}
