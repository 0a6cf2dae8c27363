//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_seed_each, one_seed, plain_calls, real_timers};

experiment::declare! {
    about {
        "title": "A fault that comes and goes",
        "lead": "Three deposits into one account, each of which reads the balance and later writes it. They are made many times over: in turn; together, by the browser's timers and by dice; in virtual time, with one seed for its dice; and in virtual time with a seed for each run, each of them twice.",
        "run": "the same deposits, four ways",
        "claims": ["K70"],
        "prediction": {
            "question": "The deposits run together, and chance sets how long each waits. Can such a run be made to happen again, step by step?",
            "answers": [
                {
                    "text": "no: asynchronous code has no fixed order",
                    "why": "Chance comes in by the clock and by the dice. Give the program a clock and dice of your own, and it has no other way to differ.",
                    "right": "traces('one seed') >= 2"
                },
                {
                    "text": "yes, with a clock and dice of one's own",
                    "why": "It was otherwise here: see the figures.",
                    "right": "traces('one seed') < 2 and traces('real timers') >= 2"
                },
                {
                    "text": "it happens again anyway",
                    "why": "The browser's timers gave more than one course of events.",
                    "right": "traces('one seed') < 2 and traces('real timers') < 2"
                }
            ]
        },
        "measures": [
            { "name": "runs", "label": "runs", "unit": "runs" },
            { "name": "traces", "label": "courses of events that differ", "unit": "courses" },
            { "name": "wrong", "label": "runs that lost a deposit", "unit": "runs" },
            { "name": "again", "label": "runs that came out the same a second time", "unit": "runs" },
            { "name": "failing", "label": "first seed that loses one", "unit": "" }
        ],
        "findings": [
            {
                "claim": "K70",
                "says": "Predictable sequence makes synchronous code easier to debug",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "traces('plain calls') < 2 and traces('real timers') >= 5 and traces('one seed') < 2 and traces('a seed each') >= 5 and again('a seed each') == runs('a seed each') and min(wrong('a seed each'), wrong('real timers')) >= 1 and wrong('a seed each') < runs('a seed each') and wrong('real timers') < runs('real timers')",
                        "finding": "conditional",
                        "why": "In turn, all {runs('plain calls')|runs} went the same way. By the browser's timers they went {traces('real timers')|} different ways, and {wrong('real timers')|} of {runs('real timers')|runs} lost a deposit; by one seed in virtual time they went {traces('one seed')|way}. Of {runs('a seed each')|} seeds, {wrong('a seed each')|} lost a deposit, and all {again('a seed each')|} came out the same when they were run again. What makes a program repeatable is who holds its clock and its dice."
                    },
                    {
                        "when": "traces('one seed') > 1.3",
                        "finding": "holds",
                        "why": "Not even in virtual time did the runs of one seed go the same way: there were {traces('one seed')|courses} of {runs('one seed')|}."
                    },
                    {
                        "when": "traces('plain calls') > 3 or traces('a seed each') < 2 or again('a seed each') < 0.5 * runs('a seed each')",
                        "finding": "misleading",
                        "why": "There were {traces('plain calls')|courses} in turn, {traces('real timers')|} by the browser's timers, {traces('one seed')|} by one seed and {traces('a seed each')|} by many, of which {again('a seed each')|} came out the same a second time."
                    }
                ]
            }
        ]
    }
    params {
        runs { "label": "runs", "unit": "times", "min": 20, "max": 80, "step": 10, "default": 50 }
        seed { "label": "seed", "unit": "", "min": 0, "max": 9999, "step": 1, "default": 1 }
    }
    arms {
        sync plain_calls "plain calls" { "warning": "the page stays yours", "opposite": "real timers" }
        async real_timers "real timers" { "warning": "the page stays yours", "opposite": "one seed" }
        sync one_seed "one seed" { "warning": "the page stays yours", "opposite": "real timers" }
        sync a_seed_each "a seed each" { "warning": "the page stays yours", "opposite": "one seed" }
    }
}
