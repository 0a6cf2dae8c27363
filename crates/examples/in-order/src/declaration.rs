//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{at_once, awaited, handed_over, plain_calls};

experiment::declare! {
    about {
        "title": "Six lines, in which order?",
        "lead": "Line 1 to line 6 stand below each other in a function. Each notes when it begins and when it ends. Four ways of carrying them out, many rounds each.",
        "run": "six lines, four ways",
        "claims": ["K01", "K02"],
        "prediction": {
            "question": "Lines 2 and 4 are handed to the event loop. In which order do the six begin?",
            "answers": [
                {
                    "text": "1 2 3 4 5 6",
                    "why": "A function that is handed over does not begin on its line. It begins when the code that runs has given the thread back.",
                    "right": "swapped('two handed over') == 0"
                },
                {
                    "text": "1 3 5 6 2 4",
                    "why": "The order was another one: see how many pairs were swapped.",
                    "right": "swapped('two handed over') == 5 and orders('two handed over') == 1"
                },
                {
                    "text": "another one each time",
                    "why": "Nothing is left to chance here: the queue keeps its order, and nobody else uses it.",
                    "right": "orders('two handed over') > 1"
                }
            ]
        },
        "measures": [
            { "name": "early", "label": "lines begun before the one above had ended, in each round", "unit": "lines" },
            { "name": "swapped", "label": "pairs in another order than written, in each round", "unit": "pairs" },
            { "name": "orders", "label": "different orders", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K01",
                "says": "In synchronous code a step begins only when the step before it is over",
                "expected": "holds",
                "cases": [
                    {
                        "when": "early('plain calls') == 0 and early('all at once') > 0",
                        "finding": "holds",
                        "why": "In plain calls {early('plain calls')|lines} of six began before the line above had ended, in all rounds. As futures that are awaited together, {early('all at once')|lines} of six did."
                    },
                    {
                        "when": "early('plain calls') > 0",
                        "finding": "false",
                        "why": "In plain calls {early('plain calls')|lines} of six began before the line above had ended."
                    },
                    {
                        "finding": "unmeasurable",
                        "why": "Not one line began early, not even of those that were awaited together, so this run shows no difference."
                    }
                ]
            },
            {
                "claim": "K02",
                "says": "Lines run in the order in which they stand",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "swapped('plain calls') == 0 and swapped('two handed over') > 0 and swapped('awaited') == 0",
                        "finding": "conditional",
                        "why": "Plain calls swapped {swapped('plain calls')|pairs}. With two lines handed to the event loop it was {swapped('two handed over')|pairs}. Awaiting is no danger to the order: an async function that awaits in each line swapped {swapped('awaited')|pairs}."
                    },
                    {
                        "when": "max(swapped('plain calls'), swapped('two handed over'), swapped('awaited')) == 0",
                        "finding": "holds",
                        "why": "No pair of lines was swapped in any way."
                    },
                    {
                        "when": "swapped('plain calls') > 0 or swapped('awaited') > 0",
                        "finding": "misleading",
                        "why": "Plain calls swapped {swapped('plain calls')|pairs}, lines handed over {swapped('two handed over')|pairs}, awaited lines {swapped('awaited')|pairs}."
                    }
                ]
            }
        ]
    }
    params {
        rounds { "label": "rounds", "unit": "", "min": 1, "max": 2000, "step": 1, "default": 1000 }
    }
    arms {
        sync plain_calls "plain calls" { "warning": "a few milliseconds", "opposite": "all at once" }
        async handed_over "two handed over" { "warning": "a few milliseconds", "opposite": "awaited" }
        async awaited "awaited" { "warning": "a few milliseconds", "opposite": "two handed over" }
        async at_once "all at once" { "warning": "a few milliseconds", "opposite": "awaited" }
    }
}
