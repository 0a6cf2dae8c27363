//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_borrow, a_lock_that_is_awaited, an_await_between, no_await};

experiment::declare! {
    about {
        "title": "A hundred count together",
        "lead": "A hundred tasks on one thread add one to a number, again and again: they read it, and write it one larger. With an await after it; with an await between reading and writing; with that and a lock that can be awaited; with that and a `RefCell`, which lends the number to one at a time and refuses the others.",
        "run": "a hundred tasks, four ways",
        "claims": ["K65", "K66"],
        "prediction": {
            "question": "There is one thread, and nothing runs at the same moment. Are any of the additions lost?",
            "answers": [
                {
                    "text": "no: that takes two threads",
                    "why": "It takes two who are in the midst of it. An await in the midst is enough.",
                    "right": "lost('an await between') < 1"
                },
                {
                    "text": "yes, where an await lies between reading and writing",
                    "why": "It was otherwise here: see the figures.",
                    "right": "lost('an await between') >= 1 and lost('an await after') < 1"
                },
                {
                    "text": "yes, wherever there is an await",
                    "why": "Between two awaits nobody else has a turn.",
                    "right": "lost('an await after') >= 1"
                }
            ]
        },
        "measures": [
            { "name": "counted", "label": "the number in the end", "unit": "" },
            { "name": "lost", "label": "additions lost in silence", "unit": "additions" },
            { "name": "refused", "label": "additions refused aloud", "unit": "additions" }
        ],
        "findings": [
            {
                "claim": "K65",
                "says": "Asynchronous tasks bring race conditions, in which the order of completion changes the result",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "lost('an await after') == 0 and lost('an await between') >= 100",
                        "finding": "conditional",
                        "why": "Without an await between reading and writing, {lost('an await after')|additions} were lost, by a hundred tasks at once. With one, {lost('an await between')|} were. The race is where the await is, and nowhere else."
                    },
                    {
                        "when": "lost('an await between') == 0 and refused('a borrow') > 60",
                        "finding": "false",
                        "why": "With an await between, {lost('an await between')|additions} were lost."
                    },
                    {
                        "when": "lost('an await after') > 0",
                        "finding": "holds",
                        "why": "Lost were {lost('an await after')|additions} with an await after, and {lost('an await between')|} with one between."
                    }
                ]
            },
            {
                "claim": "K66",
                "says": "Mutexes or semaphores are the cure for races",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "lost('a lock that is awaited') == 0 and refused('a borrow') >= 100 and lost('an await between') >= 100",
                        "finding": "conditional",
                        "why": "The lock has to be one that can be awaited: with it {lost('a lock that is awaited')|additions} were lost. The borrow refused {refused('a borrow')|additions}; in a program that does not ask first, the first of them is a panic."
                    },
                    {
                        "when": "lost('a lock that is awaited') > 0",
                        "finding": "false",
                        "why": "With the lock, {lost('a lock that is awaited')|additions} were lost."
                    },
                    {
                        "when": "refused('a borrow') == 0 and lost('an await between') > 60",
                        "finding": "holds",
                        "why": "With the lock {lost('a lock that is awaited')|additions} were lost, and the borrow refused {refused('a borrow')|additions}."
                    }
                ]
            }
        ]
    }
    params {
        times { "label": "each adds one", "unit": "times", "min": 10, "max": 50, "step": 10, "default": 20 }
    }
    arms {
        async no_await "an await after" { "warning": "the page stays yours", "opposite": "an await between" }
        async an_await_between "an await between" { "warning": "the page stays yours", "opposite": "an await after" }
        async a_lock_that_is_awaited "a lock that is awaited" { "warning": "the page stays yours", "opposite": "an await between" }
        async a_borrow "a borrow" { "warning": "the page stays yours", "opposite": "a lock that is awaited" }
    }
}
