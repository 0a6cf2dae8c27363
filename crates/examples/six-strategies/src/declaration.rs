//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    async_without_a_yield, best_yield, blocking, calibrate, microtask_yield, timer_slices, worker,
};

experiment::declare! {
    about {
        "title": "The same computation, six ways",
        "lead": "Nothing here waits: each way counts the same primes, as many as take your machine {ms|s}. Five of the six are marked async.",
        "run": "six ways, some freeze this page for {ms|s}",
        "throughput": true,
        "claims": ["K10"],
        "prediction": {
            "question": "Which of the six leave the page usable while they count?",
            "answers": [
                {
                    "text": "only the worker",
                    "why": "One thread is enough, if the computation stops now and then to let the page have it.",
                    "right": "hold('worker') < 0.1 * hold('blocking') and min(hold('timer slices'), hold('best yield')) >= 0.1 * hold('blocking')"
                },
                {
                    "text": "everything marked async",
                    "why": "The word async gives nothing back by itself. A function gives the thread back where it awaits something that is not ready, and where the browser then gets a turn.",
                    "right": "max(hold('async without a yield'), hold('microtask yield'), hold('best yield')) < 0.1 * hold('blocking')"
                },
                {
                    "text": "slices and the worker",
                    "why": "What counts is how often the browser gets the thread back.",
                    "right": "max(hold('timer slices'), hold('best yield'), hold('worker')) < 0.1 * min(hold('blocking'), hold('async without a yield'), hold('microtask yield'))"
                },
                {
                    "text": "every async one with an await in it",
                    "why": "An await is not a yield: a microtask runs before the browser gets its turn.",
                    "right": "max(hold('microtask yield'), hold('timer slices'), hold('best yield'), hold('worker')) < 0.1 * min(hold('blocking'), hold('async without a yield'))"
                }
            ]
        },
        "measures": [
            { "name": "checksum", "label": "primes found", "unit": "" }
        ],
        "equal": ["checksum"],
        "findings": [
            {
                "claim": "K10",
                "says": "An async program never becomes unresponsive",
                "expected": "false",
                "cases": [
                    {
                        "when": "max(hold('timer slices'), hold('best yield'), hold('worker')) < 0.1 * min(hold('blocking'), hold('async without a yield'), hold('microtask yield'))",
                        "finding": "false",
                        "why": "Two of the async ways froze this page as long as the plain loop did: {hold('async without a yield')|ms} and {hold('microtask yield')|ms}. What cured it was giving the thread back often: the timer slices never held it for more than {hold('timer slices')|ms}, the best yield for {hold('best yield')|ms}. Against the plain loop the timer slices took {total('timer slices') / total('blocking')|%} of the time, the best yield {total('best yield') / total('blocking')|%}."
                    },
                    {
                        "when": "max(hold('async without a yield'), hold('microtask yield'), hold('timer slices'), hold('best yield')) < 0.1 * hold('blocking')",
                        "finding": "holds",
                        "why": "No async way held this page for longer than {max(hold('async without a yield'), hold('microtask yield'), hold('timer slices'), hold('best yield'))|ms}."
                    },
                    {
                        "when": "max(hold('timer slices'), hold('best yield'), hold('worker')) > 0.6 * min(hold('blocking'), hold('async without a yield'), hold('microtask yield'))",
                        "finding": "misleading",
                        "why": "The longest holds were {hold('blocking')|ms} for the plain loop, {hold('async without a yield')|ms} and {hold('microtask yield')|ms} without a real yield, and {hold('timer slices')|ms}, {hold('best yield')|ms} and {hold('worker')|ms} with one or in a worker."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "length of each way", "unit": "ms", "min": 400, "max": 1000, "step": 100, "default": 1000 }
    }
    prepare calibrate -> u32;
    arms {
        sync blocking "blocking" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "best yield" }
        async async_without_a_yield "async without a yield" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "best yield" }
        async microtask_yield "microtask yield" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "best yield" }
        async timer_slices "timer slices" { "warning": "the page stays yours", "opposite": "blocking" }
        async best_yield "best yield" { "warning": "the page stays yours", "opposite": "blocking" }
        async worker "worker" { "warning": "the page stays yours", "opposite": "blocking" }
    }
}
