//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_chain_of_microtasks, as_written, through_the_queues};

experiment::declare! {
    about {
        "title": "Five lines, two queues",
        "lead": "Line 1 is a plain call. Line 2 is a timer of 0 ms. Line 3 is a microtask, and line 4 a microtask that line 3 queues. Line 5 is a plain call.",
        "run": "five lines, three ways",
        "claims": ["K02"],
        "prediction": {
            "question": "In which order do the five lines run?",
            "answers": [
                {
                    "text": "1 2 3 4 5",
                    "why": "A timer of 0 ms is still a timer: its closure is a task, and a task begins when the one that runs is over.",
                    "right": "order('through the queues') == 12345"
                },
                {
                    "text": "1 5 2 3 4",
                    "why": "The timer was set first, yet microtasks do not wait in its queue. Theirs is emptied before the next task begins.",
                    "right": "order('through the queues') == 15234"
                },
                {
                    "text": "1 5 3 2 4",
                    "why": "A microtask that a microtask queues still belongs to the same emptying. The timer has to wait for it too.",
                    "right": "order('through the queues') == 15324"
                },
                {
                    "text": "1 5 3 4 2",
                    "why": "The order was another one.",
                    "right": "order('through the queues') == 15342"
                }
            ]
        },
        "measures": [
            { "name": "order", "label": "the lines in the order in which they ran", "unit": "" },
            { "name": "late", "label": "how long the timer of 0 ms took to fire", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K02",
                "says": "Lines run in the order in which they stand",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "order('as written') == 12345 and order('through the queues') == 15342 and hold('a chain of microtasks') > 0.7 * total('a chain of microtasks') and late('a chain of microtasks') > 3 * late('through the queues')",
                        "finding": "conditional",
                        "why": "Plain calls ran in their order. Through the queues the microtasks ran before the timer, which fired after {late('through the queues')|ms}. A chain of microtasks kept it waiting for {late('a chain of microtasks')|ms}, and held this page for {hold('a chain of microtasks')|ms}."
                    },
                    {
                        "when": "order('as written') == 12345 and order('through the queues') == 12345",
                        "finding": "holds",
                        "why": "The lines ran in their order, through the queues as well."
                    },
                    {
                        "when": "order('as written') < 12345 or order('as written') > 12345 or order('through the queues') < 15342 or order('through the queues') > 15342 or hold('a chain of microtasks') < 0.4 * total('a chain of microtasks')",
                        "finding": "misleading",
                        "why": "The timer of 0 ms fired after {late('through the queues')|ms}; with a chain of microtasks after {late('a chain of microtasks')|ms}, and the page was held for {hold('a chain of microtasks')|ms}. See the orders among the figures."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the chain of microtasks lasts", "unit": "ms", "min": 200, "max": 1000, "step": 100, "default": 500 }
    }
    arms {
        sync as_written "as written" { "warning": "over before you see it", "opposite": "through the queues" }
        async through_the_queues "through the queues" { "warning": "over before you see it", "opposite": "a chain of microtasks" }
        async a_chain_of_microtasks "a chain of microtasks" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "through the queues" }
    }
}
