//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{serves_as_they_come, serves_at_the_end, serves_the_first, stands_at_the_kitchen};

experiment::declare! {
    about {
        "title": "Five dishes, four waiters",
        "lead": "The soup takes {ms|s}, the salad twice as long, and so on to the roast, which takes five times as long. The kitchen can cook all five at the same time.",
        "run": "five dishes, four waiters, one freeze",
        "claims": ["K28"],
        "prediction": {
            "question": "Whose soup comes latest?",
            "answers": [
                {
                    "text": "the one who stands at the kitchen",
                    "why": "That one stands there for the soup first, and serves it as soon as it is done.",
                    "right": "first('stands at the kitchen') > 1.5 * first('serves at the end')"
                },
                {
                    "text": "the one who serves at the end",
                    "why": "The figures say otherwise.",
                    "right": "first('serves at the end') > 2 * max(first('stands at the kitchen'), first('serves as they come'))"
                },
                {
                    "text": "both of these",
                    "why": "Only one of them waits for the roast before serving the soup.",
                    "right": "min(first('serves at the end'), first('stands at the kitchen')) > 2 * first('serves as they come')"
                }
            ]
        },
        "measures": [
            { "name": "first", "label": "first dish served after", "unit": "ms" },
            { "name": "last", "label": "last dish served after", "unit": "ms" },
            { "name": "cooked", "label": "dishes cooked to the end", "unit": "dishes" }
        ],
        "findings": [
            {
                "claim": "K28",
                "says": "A synchronous waiter brings nothing until every dish is done, an asynchronous one brings each when it is ready",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "first('serves at the end') > 2 * max(first('stands at the kitchen'), first('serves as they come')) and last('stands at the kitchen') > 2 * max(last('serves at the end'), last('serves as they come')) and cooked('serves the first') == 1 and cooked('serves as they come') == 5",
                        "finding": "misleading",
                        "why": "The one who stands at the kitchen brought the first dish after {first('stands at the kitchen')|ms} and the last after {last('stands at the kitchen')|ms}. The one who brings nothing until all is done came after {first('serves at the end')|ms}, and is as asynchronous as the one who serves as they come: {first('serves as they come')|ms} and {last('serves as they come')|ms}. The one who serves the first alone left {cooked('serves the first')|dishes} cooked: the others were cancelled."
                    },
                    {
                        "when": "first('stands at the kitchen') > 2 * first('serves as they come')",
                        "finding": "holds",
                        "why": "The one who stands at the kitchen brought the first dish after {first('stands at the kitchen')|ms}, the one who serves as they come after {first('serves as they come')|ms}."
                    },
                    {
                        "when": "cooked('serves the first') > 2 or cooked('serves as they come') < 3 or first('serves at the end') < 1.45 * max(first('stands at the kitchen'), first('serves as they come')) or last('stands at the kitchen') < 1.45 * max(last('serves at the end'), last('serves as they come'))",
                        "finding": "false",
                        "why": "The first and the last dish came after {first('stands at the kitchen')|ms} and {last('stands at the kitchen')|ms} from the kitchen door, {first('serves at the end')|ms} and {last('serves at the end')|ms} at the end, {first('serves as they come')|ms} and {last('serves as they come')|ms} as they came; with the first alone, {cooked('serves the first')|dishes} were cooked."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the soup takes", "unit": "ms", "min": 60, "max": 180, "step": 20, "default": 100 }
    }
    arms {
        sync stands_at_the_kitchen "stands at the kitchen" { "warning": "freezes this page for fifteen soups", "freezes": true, "opposite": "serves as they come" }
        async serves_at_the_end "serves at the end" { "warning": "the page stays yours", "opposite": "serves as they come" }
        async serves_as_they_come "serves as they come" { "warning": "the page stays yours", "opposite": "serves at the end" }
        async serves_the_first "serves the first" { "warning": "the page stays yours", "opposite": "serves as they come" }
    }
}
