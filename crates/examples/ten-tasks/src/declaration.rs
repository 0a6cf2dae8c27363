//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{each_handled, forgotten, join, question_mark, try_join};

experiment::declare! {
    about {
        "title": "The fourth one fails",
        "lead": "Ten tasks, of which the fourth fails. In a loop that deals with each failure; in a loop that ends at the first; awaited together until the first failure; awaited together with a result each; and handed over and forgotten.",
        "run": "ten tasks, five times",
        "claims": ["K56", "K58"],
        "prediction": {
            "question": "In which of these are all nine others finished, and the failure seen by the one who started them?",
            "answers": [
                {
                    "text": "in the asynchronous ones",
                    "why": "Not in all of them: one ended the rest, and one saw nothing.",
                    "right": "finished('each handled') < 9 and finished('until the first failure') >= 9 and seen('forgotten') >= 1"
                },
                {
                    "text": "in one of each style",
                    "why": "It was otherwise here: see the figures.",
                    "right": "finished('each handled') >= 9 and finished('a result each') >= 9 and finished('until the first failure') < 9"
                },
                {
                    "text": "in none: a failure stops the program",
                    "why": "It stops what it is let stop. Where it is dealt with, the rest goes on.",
                    "right": "finished('each handled') < 9 and finished('a result each') < 9"
                }
            ]
        },
        "measures": [
            { "name": "finished", "label": "finished", "unit": "tasks" },
            { "name": "seen", "label": "failures that the caller saw", "unit": "failures" },
            { "name": "took", "label": "all ten, the failure included", "unit": "ns" }
        ],
        "findings": [
            {
                "claim": "K56",
                "says": "Asynchronous code has better error handling and fault tolerance",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "min(finished('each handled'), finished('a result each')) >= 9 and max(finished('with a question mark'), finished('until the first failure')) < 6 and min(seen('each handled'), seen('a result each')) >= 1 and min(seen('with a question mark'), seen('until the first failure')) >= 1 and finished('forgotten') >= 9 and seen('forgotten') == 0",
                        "finding": "misleading",
                        "why": "Finished were {finished('each handled')|} and {finished('with a question mark')|} in the two loops, {finished('a result each')|} and {finished('until the first failure')|} awaited together: each style can do either. One thing only async did: the tasks that were forgotten finished {finished('forgotten')|}, and their caller saw {seen('forgotten')|failures}."
                    },
                    {
                        "when": "finished('each handled') < 6 and finished('a result each') > 6",
                        "finding": "holds",
                        "why": "Finished were {finished('each handled')|} in the loop and {finished('a result each')|} awaited together."
                    },
                    {
                        "when": "max(finished('with a question mark'), finished('until the first failure')) > 6 or seen('forgotten') > 0 or min(seen('each handled'), seen('a result each')) == 0 or min(finished('each handled'), finished('a result each'), finished('forgotten')) < 6",
                        "finding": "false",
                        "why": "Finished were {finished('each handled')|} and {finished('with a question mark')|} in the loops, {finished('a result each')|} and {finished('until the first failure')|} awaited together, {finished('forgotten')|} forgotten, of which {seen('forgotten')|failures} were seen."
                    }
                ]
            },
            {
                "claim": "K58",
                "says": "In synchronous code an error stops the program until it is solved",
                "expected": "false",
                "cases": [
                    {
                        "when": "finished('each handled') >= 9 and took('each handled') < 1000000",
                        "finding": "false",
                        "why": "The loop met a failure, dealt with it, and finished {finished('each handled')|tasks} of ten in {took('each handled')|ns}. Nobody solved anything."
                    },
                    {
                        "when": "finished('each handled') < 6",
                        "finding": "holds",
                        "why": "Of ten tasks the loop finished {finished('each handled')|}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "between two ends", "unit": "ms", "min": 10, "max": 50, "step": 10, "default": 20 }
    }
    arms {
        sync each_handled "each handled" { "warning": "the page stays yours", "opposite": "with a question mark" }
        sync question_mark "with a question mark" { "warning": "the page stays yours", "opposite": "a result each" }
        async try_join "until the first failure" { "warning": "the page stays yours", "opposite": "a result each" }
        async join "a result each" { "warning": "the page stays yours", "opposite": "until the first failure" }
        async forgotten "forgotten" { "warning": "the page stays yours", "opposite": "a result each" }
    }
}
