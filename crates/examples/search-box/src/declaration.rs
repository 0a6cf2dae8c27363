//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{as_they_come, with_a_number, your_turn};

experiment::declare! {
    about {
        "title": "One search box",
        "lead": "The word await is typed for you, and after each letter there is a search. A timer stands for it: the fewer the letters, the more there is to look through. Then type yourself.",
        "run": "two boxes, one after the other",
        "claims": ["K65"],
        "prediction": {
            "question": "What stands below the box in the end?",
            "answers": [
                {
                    "text": "what begins with await",
                    "why": "That reply was there early. Then older ones came and were shown as well.",
                    "right": "shown('as they come') > 4"
                },
                {
                    "text": "what begins with a",
                    "why": "It was otherwise here: see the figures.",
                    "right": "shown('as they come') < 2"
                },
                {
                    "text": "something in between",
                    "why": "The longest search was the one for a single letter, and it came last.",
                    "right": "shown('as they come') >= 2 and shown('as they come') <= 4"
                }
            ]
        },
        "measures": [
            { "name": "shown", "label": "letters of the question whose reply stands there in the end", "unit": "letters" },
            { "name": "overtaken", "label": "replies that came after a newer one", "unit": "replies" },
            { "name": "asked", "label": "your questions", "unit": "questions" },
            { "name": "stale", "label": "old replies over newer ones", "unit": "replies" }
        ],
        "findings": [
            {
                "claim": "K65",
                "says": "Asynchronous tasks bring race conditions, in which the order of completion changes the result",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "shown('as they come') < 3 and shown('with a number') > 4",
                        "finding": "conditional",
                        "why": "Shown as they came, the last reply answered {shown('as they come')|letters} of five. With a number on each question the one that stayed answered {shown('with a number')|}."
                    },
                    {
                        "when": "shown('as they come') > 3 and overtaken('as they come') > 0",
                        "finding": "false",
                        "why": "The reply to all {shown('as they come')|letters} came last, and nothing was overwritten."
                    },
                    {
                        "when": "shown('with a number') < 3",
                        "finding": "holds",
                        "why": "Even with a number on each question, the reply that stayed answered {shown('with a number')|letters} of five."
                    }
                ]
            }
        ]
    }
    params {
        every { "label": "a letter every", "unit": "ms", "min": 50, "max": 150, "step": 50, "default": 100 }
    }
    arms {
        async as_they_come "as they come" { "warning": "the page stays yours", "opposite": "with a number" }
        async with_a_number "with a number" { "warning": "the page stays yours", "opposite": "as they come" }
        async your_turn "your turn" { "warning": "type quickly, and watch two lines", "by_hand": true, "opposite": "as they come" }
    }
}
