//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{an_await_less, one_task, plain_calls, three_tasks, two_tasks};

experiment::declare! {
    about {
        "title": "One path, or a thousand",
        "lead": "Functions that take two or three steps each: called one after the other; awaited one after the other; as two tasks; as three; and as three with one await less in each. Every order that an executor could choose is run, with real futures, and those that differ are counted.",
        "run": "every order of five programs",
        "claims": ["K69"],
        "prediction": {
            "question": "Two tasks can run in a number of orders. In how many more can three such tasks run?",
            "answers": [
                {
                    "text": "half as many again",
                    "why": "A third task can come in at each place of each of the orders of two.",
                    "right": "orders('three tasks') < 2 * orders('two tasks')"
                },
                {
                    "text": "two to ten times as many",
                    "why": "Each step of the third task has its own place among all the others, and these choices multiply.",
                    "right": "orders('three tasks') >= 2 * orders('two tasks') and orders('three tasks') < 10 * orders('two tasks')"
                },
                {
                    "text": "more than ten times as many",
                    "why": "It was otherwise here: see the figures.",
                    "right": "orders('three tasks') >= 10 * orders('two tasks')"
                }
            ]
        },
        "measures": [
            { "name": "orders", "label": "different orders", "unit": "orders" },
            { "name": "foretold", "label": "by the formula", "unit": "orders" }
        ],
        "bars": {
            "says": "In how many orders each program can run",
            "measure": "orders"
        },
        "findings": [
            {
                "claim": "K69",
                "says": "Asynchronous code is more complex; synchronous code has one path through it",
                "expected": "holds",
                "cases": [
                    {
                        "when": "orders('plain calls') < 2 and orders('one task') < 2 and orders('two tasks') == foretold('two tasks') and orders('three tasks') == foretold('three tasks') and orders('three tasks') >= 10 * orders('two tasks') and orders('two tasks') >= 6 and orders('an await less') < 0.1 * orders('three tasks')",
                        "finding": "holds",
                        "why": "Plain calls ran in {orders('plain calls')|order}, and so did one chain of awaits. Two tasks ran in {orders('two tasks')|orders} and three in {orders('three tasks')|}; with one await less in each, three ran in {orders('an await less')|}. What multiplies the orders is several chains of awaits side by side, and not the word async."
                    },
                    {
                        "when": "orders('three tasks') < 2",
                        "finding": "false",
                        "why": "Three tasks ran in {orders('three tasks')|order}, as plain calls do."
                    },
                    {
                        "when": "orders('plain calls') > 1.5 or orders('one task') > 1.5 or orders('two tasks') < 0.6 * foretold('two tasks') or orders('three tasks') < 0.6 * foretold('three tasks') or orders('three tasks') < 5 * orders('two tasks') or orders('an await less') > 0.5 * orders('three tasks')",
                        "finding": "conditional",
                        "why": "Plain calls ran in {orders('plain calls')|orders}, one task in {orders('one task')|}, two in {orders('two tasks')|}, three in {orders('three tasks')|}, three with one await less in {orders('an await less')|}."
                    }
                ]
            }
        ]
    }
    params {
        steps { "label": "steps of each", "unit": "steps", "min": 2, "max": 3, "step": 1, "default": 3 }
    }
    arms {
        sync plain_calls "plain calls" { "warning": "the page stays yours", "opposite": "two tasks" }
        sync one_task "one task" { "warning": "the page stays yours", "opposite": "two tasks" }
        sync two_tasks "two tasks" { "warning": "the page stays yours", "opposite": "plain calls" }
        sync three_tasks "three tasks" { "warning": "the page stays yours", "opposite": "two tasks" }
        sync an_await_less "an await less" { "warning": "the page stays yours", "opposite": "three tasks" }
    }
}
