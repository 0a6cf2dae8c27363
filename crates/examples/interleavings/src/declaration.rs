//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{await_after, await_between, one_forgets, with_a_lock, your_turn};

experiment::declare! {
    about {
        "title": "Every order there is",
        "lead": "Two or three tasks each read a number and write it one larger. Every order in which they can have their turns is tried, and run with real futures: with an await after it, with one between, with a lock around it, and with a lock that one of them forgets. Then write the program yourself.",
        "run": "every order of four programs",
        "claims": ["K65"],
        "prediction": {
            "question": "The tasks read, await, and write. In how many of the orders in which they can have their turns is the number right in the end?",
            "answers": [
                {
                    "text": "in most of them: mishaps are rare",
                    "why": "Right are those in which each has its turns in a row, and those are few. They are the ones that you see when one task starts after the other.",
                    "right": "wrong('await between') < 0.5 * orders('await between')"
                },
                {
                    "text": "in few of them",
                    "why": "It was otherwise here: see the figures.",
                    "right": "wrong('await between') >= 0.5 * orders('await between')"
                }
            ]
        },
        "measures": [
            { "name": "orders", "label": "orders", "unit": "orders" },
            { "name": "wrong", "label": "of them come out wrong", "unit": "orders" },
            { "name": "differ", "label": "came out otherwise with real futures", "unit": "orders" },
            { "name": "looked", "label": "you looked at", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K65",
                "says": "Asynchronous tasks bring race conditions, in which the order of completion changes the result",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "wrong('await after') == 0 and wrong('await between') >= 0.5 * orders('await between') and wrong('with a lock') == 0 and wrong('one forgets the lock') >= 1 and differ('await after') + differ('await between') + differ('with a lock') + differ('one forgets the lock') == 0",
                        "finding": "conditional",
                        "why": "With the await after reading and writing, none of {orders('await after')|orders} came out wrong. With it between, {wrong('await between')|} of {orders('await between')|} did; with a lock, {wrong('with a lock')|} of {orders('with a lock')|}; with one task that forgets the lock, {wrong('one forgets the lock')|} of {orders('one forgets the lock')|}."
                    },
                    {
                        "when": "wrong('await between') == 0",
                        "finding": "false",
                        "why": "With an await between reading and writing, {wrong('await between')|orders} came out wrong."
                    },
                    {
                        "when": "wrong('await after') > 0 or wrong('with a lock') > 0 or wrong('one forgets the lock') == 0 or differ('await after') + differ('await between') + differ('with a lock') + differ('one forgets the lock') > 0",
                        "finding": "holds",
                        "why": "Wrong came out {wrong('await after')|orders} with an await after, {wrong('await between')|} with one between, {wrong('with a lock')|} with a lock, {wrong('one forgets the lock')|} where one forgets it."
                    }
                ]
            }
        ]
    }
    params {
        tasks { "label": "tasks", "unit": "tasks", "min": 2, "max": 3, "step": 1, "default": 3 }
        program { "label": "your turn begins with program", "unit": "", "min": 0, "max": 4095, "step": 1, "default": 546 }
        order { "label": "and order", "unit": "", "min": 0, "max": 50000, "step": 1, "default": 0 }
    }
    arms {
        sync await_after "await after" { "warning": "the page stays yours", "opposite": "await between" }
        sync await_between "await between" { "warning": "the page stays yours", "opposite": "await after" }
        sync with_a_lock "with a lock" { "warning": "the page stays yours", "opposite": "await between" }
        sync one_forgets "one forgets the lock" { "warning": "the page stays yours", "opposite": "with a lock" }
        async your_turn "your turn" { "warning": "place awaits and locks", "by_hand": true, "opposite": "await between" }
    }
}
